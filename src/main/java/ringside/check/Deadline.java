package ringside.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ringside.check.Observation.Ended;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Said;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;

/**
 * Until when a scene is waited for (PROGRAMS 5.5). It depends on how often the program pings, and
 * on what it does.
 */
public final class Deadline {

    private static final long START_S = 20;
    private static final long AFTER_AN_END_S = 3;
    private static final long SILENCE_S = 15;
    private static final long TRANSFER_SILENCE_S = 60;
    private static final long BASE_S = 10;
    private static final int INTERVALS = 4;
    private static final long LEAVER_LIVES_S = 10;

    /** What is said of a request on its way, and of the transfer that answers it. */
    private static final Set<SentenceKind> OF_REQUESTS =
            EnumSet.of(
                    SentenceKind.REQUEST_SENT,
                    SentenceKind.NOT_HERE,
                    SentenceKind.FORWARDED,
                    SentenceKind.HERE,
                    SentenceKind.RESPONSE_SENT,
                    SentenceKind.RESPONSE_FROM,
                    SentenceKind.SENDING,
                    SentenceKind.SENT,
                    SentenceKind.RECEIVING,
                    SentenceKind.RECEIVED);

    private Deadline() {}

    /**
     * Returns whether nothing more is waited for in a scene, though its evidence is not all there.
     *
     * @param nowMicros the present, on the clock of the evidence
     */
    public static boolean isOver(Scene scene, Evidence evidence, long nowMicros) {
        return evidence.isCirculating() || nowMicros > of(scene, evidence);
    }

    /**
     * Returns until when a scene may still end well, as far as one knows now; microseconds.
     * Whatever a program does, that is not put off without end.
     */
    public static long of(Scene scene, Evidence evidence) {
        long since = evidence.sinceMicros();
        long intervals =
                INTERVALS * PingInterval.of(evidence.seen()).orElse(PingInterval.LONGEST_MICROS);
        Rules.Limits limits = evidence.rules().limits();
        return switch (scene) {
            case PINGS -> starting(evidence, since, intervals);
            case REQUEST, SIZES, TOGETHER ->
                    Math.min(latestProgress(evidence), requested(evidence) + intervals);
            case QUIT -> since + Math.max(seconds(limits.quitS()), seconds(BASE_S) + intervals);
            case PAUSE -> since + seconds(BASE_S) + 4 * intervals;
            case LOSS ->
                    isTransferring(evidence)
                            ? requested(evidence) + intervals
                            : Math.min(latestProgress(evidence), requested(evidence) + intervals);
            case QUITS -> since + seconds(2 * limits.quitS()) + intervals;
            case NEIGHBOURS ->
                    evidence.said(SentenceKind.DEAD).findAny().isPresent()
                            ? noticed(evidence, since + seconds(limits.killS()), intervals)
                            : since + seconds(limits.killS());
            case MISSING, WORDS, RUBBISH, INTERRUPT, INPUT_END ->
                    since + seconds(BASE_S) + intervals + intervals / 2;
            case KILLS -> since + seconds(2 * limits.killS()) + intervals;
            case KILL ->
                    evidence.missing(evidence.story(EnumSet.of(SentenceKind.DEAD))).isEmpty()
                            ? noticed(evidence, since + seconds(limits.killS()), intervals)
                            : since + seconds(limits.killS());
        };
    }

    /**
     * Returns the peers that were told to leave ten seconds ago, and have not ended: they have not
     * left (PROGRAMS 1.5).
     */
    public static List<PeerId> overstayed(Deed deed, List<Observation> seen, long nowMicros) {
        return deed.leavers().stream()
                .filter(leaver ->
                        seen.stream()
                                .noneMatch(each ->
                                        each instanceof Ended end && end.peer().equals(leaver)))
                .filter(leaver ->
                        seen.stream()
                                .anyMatch(each ->
                                        each instanceof Observation.Typed typed
                                                && typed.peer().equals(leaver)
                                                && isLast(typed, seen)
                                                && typed.atMicros() + seconds(LEAVER_LIVES_S)
                                                        < nowMicros))
                .toList();
    }

    private static boolean isLast(Observation.Typed typed, List<Observation> seen) {
        return seen.stream()
                .noneMatch(each ->
                        each instanceof Observation.Typed later
                                && later.peer().equals(typed.peer())
                                && later.atMicros() > typed.atMicros());
    }

    /**
     * Returns the time on which a check hangs: its verdict means something while the machine is
     * late by a tenth of it at most (PROGRAMS 5.5); microseconds.
     *
     * @param intervalMicros how often the program pings
     */
    public static long limitOf(CheckName check, long intervalMicros) {
        return switch (check) {
            case RETRANSMISSION -> TransferJudge.RESENT_WITHIN_MICROS;
            case CONTROL_C -> BeyondJudge.AT_ONCE_MICROS;
            case SHORT_PAUSE -> Math.min(intervalMicros, seconds(BASE_S));
            case STARTS,
                    PINGS_OVER_UDP,
                    PING_REQUESTS,
                    PING_RESPONSES,
                    REQUEST_SENT,
                    REQUEST_FORWARDED,
                    RESPONSE_OVER_TCP,
                    FILE_IDENTICAL,
                    STOP_AND_WAIT,
                    DROP_PROBABILITY,
                    DEPARTURE_TOLD,
                    DEPARTURE_OVER_TCP,
                    SUCCESSORS_AFTER_QUIT,
                    KILL_NOTICED,
                    SUCCESSORS_AFTER_KILL,
                    PINGS_AFTER_KILL,
                    FILE_SIZES,
                    TWO_REQUESTS,
                    MISSING_FILE,
                    WRONG_WORDS,
                    RUBBISH,
                    TWO_KILLS,
                    DEAD_STAYS_DEAD,
                    REAL_LOSS,
                    TWO_QUITS,
                    NEIGHBOURS_KILLED,
                    END_OF_INPUT ->
                    seconds(BASE_S);
        };
    }

    private static long starting(Evidence evidence, long since, long intervals) {
        boolean hasEnded = evidence.since(Ended.class).findAny().isPresent();
        boolean hasStarted = PingJudge.starts(evidence).verdict().isGood();
        if (hasEnded) {
            return since + seconds(AFTER_AN_END_S);
        }
        return since + seconds(START_S) + (hasStarted ? intervals : 0);
    }

    /**
     * A request that comes no further is waited for a while; a transfer, which is silent, longer.
     */
    private static long latestProgress(Evidence evidence) {
        long latest =
                evidence.seen().stream()
                        .filter(each -> each.atMicros() >= evidence.sinceMicros())
                        .filter(each -> isProgress(each, evidence))
                        .mapToLong(Observation::atMicros)
                        .max()
                        .orElse(evidence.sinceMicros());
        return latest + seconds(isTransferring(evidence) ? TRANSFER_SILENCE_S : SILENCE_S);
    }

    private static boolean isTransferring(Evidence evidence) {
        return evidence.said(SentenceKind.SENDING).findAny().isPresent()
                && evidence.said(SentenceKind.SENT).findAny().isEmpty();
    }

    private static boolean isProgress(Observation each, Evidence evidence) {
        return switch (each) {
            case Said said -> OF_REQUESTS.contains(said.sentence().kind());
            case FileWritten written -> isReceived(written, evidence);
            case LogWritten _ -> true;
            case Observation.Started _,
                    Observation.Bound _,
                    Observation.Typed _,
                    Observation.Printed _,
                    Observation.Killed _,
                    Ended _,
                    Observation.LossBegan _,
                    Observation.LossRefused _,
                    Observation.Travelled _ ->
                    false;
        };
    }

    /** A program may give what it receives a name of its own; a file of its own it has before. */
    private static boolean isReceived(FileWritten written, Evidence evidence) {
        return evidence.deed().requesters().contains(written.peer())
                && (isReceivedName(written.name(), evidence)
                        || evidence.ofRing(FileWritten.class)
                                .filter(each -> each.atMicros() < evidence.sinceMicros())
                                .filter(each -> each.peer().equals(written.peer()))
                                .noneMatch(each -> each.name().equals(written.name())));
    }

    private static boolean isReceivedName(String name, Evidence evidence) {
        return evidence.plan().numbers().stream()
                .map(evidence.rules().files()::receivedName)
                .anyMatch(name::equals);
    }

    /** Returns until when all that was asked for is there, one after the other. */
    private static long requested(Evidence evidence) {
        int requests = evidence.deed().requesters().size();
        return evidence.sinceMicros() + seconds(requests * evidence.rules().limits().requestS());
    }

    /** A ring that has noticed a death gets time for what follows, also when it did so late. */
    private static long noticed(Evidence evidence, long latest, long intervals) {
        return Math.min(latest, evidence.lastNewDeath() + seconds(BASE_S)) + intervals;
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toMicros(count);
    }
}
