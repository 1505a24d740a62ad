package ringside.check;

import java.util.List;
import java.util.function.Predicate;
import ringside.rules.CheckName;
import ringside.story.ExpectedSentence;
import ringside.text.Messages;

/** Judges checks by what was seen so far. Pure: the same evidence gets the same finding. */
public final class Judge {

    private Judge() {}

    /**
     * Judges one check. As long as its deed is under way, a check that has not held yet has failed.
     *
     * @param evidence of the deed that the check is about
     */
    public static Finding judge(CheckName check, Evidence evidence) {
        if (!evidence.rules().asksFor(check)) {
            return Finding.without(
                    check,
                    Verdict.NOT_APPLICABLE,
                    Messages.CHECK.format("without.rules", evidence.rules().name()));
        }
        Finding finding = found(check, evidence);
        return finding.verdict().isGood() && isProvedByWords(check) && PingJudge.isMadeUp(evidence)
                ? Finding.halfDone(
                        check,
                        List.of(said("pings.deed")),
                        List.of(said("without.truth")),
                        finding.evidence())
                : finding;
    }

    /** Returns whether a check means something only when the program's words are true. */
    private static boolean isProvedByWords(CheckName check) {
        return switch (check) {
            case STARTS,
                    PINGS_OVER_UDP,
                    FILE_IDENTICAL,
                    FILE_SIZES,
                    TWO_REQUESTS,
                    MISSING_FILE,
                    WRONG_WORDS,
                    RUBBISH,
                    SHORT_PAUSE,
                    TWO_KILLS,
                    DEAD_STAYS_DEAD,
                    CONTROL_C,
                    REAL_LOSS,
                    TWO_QUITS,
                    NEIGHBOURS_KILLED,
                    END_OF_INPUT ->
                    false;
            case PING_REQUESTS,
                    PING_RESPONSES,
                    REQUEST_SENT,
                    REQUEST_FORWARDED,
                    RESPONSE_OVER_TCP,
                    STOP_AND_WAIT,
                    DROP_PROBABILITY,
                    RETRANSMISSION,
                    DEPARTURE_TOLD,
                    DEPARTURE_OVER_TCP,
                    SUCCESSORS_AFTER_QUIT,
                    KILL_NOTICED,
                    SUCCESSORS_AFTER_KILL,
                    PINGS_AFTER_KILL ->
                    true;
        };
    }

    private static Finding found(CheckName check, Evidence evidence) {
        return switch (check) {
            case STARTS -> PingJudge.starts(evidence);
            case PINGS_OVER_UDP -> PingJudge.overUdp(evidence);
            case PING_REQUESTS -> PingJudge.requests(evidence);
            case PING_RESPONSES -> PingJudge.responses(evidence);
            case REQUEST_SENT -> RequestJudge.sent(evidence);
            case REQUEST_FORWARDED -> RequestJudge.forwarded(evidence);
            case RESPONSE_OVER_TCP -> RequestJudge.response(evidence);
            case FILE_IDENTICAL -> RequestJudge.file(evidence);
            case STOP_AND_WAIT -> TransferJudge.stopAndWait(evidence);
            case DROP_PROBABILITY -> TransferJudge.dropProbability(evidence);
            case RETRANSMISSION -> TransferJudge.retransmission(evidence);
            case DEPARTURE_TOLD -> ChangeJudge.departureTold(evidence);
            case DEPARTURE_OVER_TCP -> ChangeJudge.departureOverTcp(evidence);
            case SUCCESSORS_AFTER_QUIT -> ChangeJudge.successorsAfterQuit(evidence);
            case KILL_NOTICED -> ChangeJudge.killNoticed(evidence);
            case SUCCESSORS_AFTER_KILL -> ChangeJudge.successorsAfterKill(evidence);
            case PINGS_AFTER_KILL -> ChangeJudge.pingsAfterKill(evidence);
            case FILE_SIZES -> BeyondJudge.fileSizes(evidence);
            case TWO_REQUESTS -> BeyondJudge.twoRequests(evidence);
            case MISSING_FILE -> BeyondJudge.missingFile(evidence);
            case WRONG_WORDS, RUBBISH -> BeyondJudge.livesOn(check, evidence);
            case SHORT_PAUSE -> BeyondJudge.shortPause(evidence);
            case TWO_KILLS -> BeyondJudge.twoKills(evidence);
            case DEAD_STAYS_DEAD -> BeyondJudge.deadStaysDead(evidence);
            case CONTROL_C -> BeyondJudge.controlC(evidence);
            case REAL_LOSS -> LosingJudge.realLoss(evidence);
            case TWO_QUITS -> LosingJudge.twoQuits(evidence);
            case NEIGHBOURS_KILLED -> LosingJudge.neighboursKilled(evidence);
            case END_OF_INPUT -> BeyondJudge.endOfInput(evidence);
        };
    }

    /**
     * Judges sentences that must be said, and that something must have been done besides.
     *
     * @param isDone whether what stands behind the sentences was seen
     * @param deed what that is, for people
     */
    static Finding sentences(
            CheckName check,
            Evidence evidence,
            List<ExpectedSentence> expected,
            Predicate<Evidence> isDone,
            String deed) {
        List<ExpectedSentence> missing = evidence.missing(expected);
        List<String> lines = evidence.linesOf(expected);
        if (!missing.isEmpty()) {
            return Finding.failed(
                    check,
                    missing.stream().map(evidence::lineOf).toList(),
                    evidence.insteadOf(missing),
                    lines);
        }
        if (!isDone.test(evidence)) {
            return Finding.halfDone(check, List.of(deed), List.of(said("without.deed")), lines);
        }
        List<String> deviations = evidence.deviations(expected);
        return deviations.isEmpty()
                ? Finding.held(check, lines)
                : Finding.deviates(check, deviations, lines);
    }

    /**
     * Returns the finding of a check that must look at the wire, where there is none to look at.
     */
    static Finding hidden(CheckName check) {
        return Finding.without(check, Verdict.NOT_APPLICABLE, said("without.wire"));
    }

    static String said(String key, Object... inserts) {
        return Messages.CHECK.format(key, inserts);
    }
}
