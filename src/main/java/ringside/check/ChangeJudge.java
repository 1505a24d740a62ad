package ringside.check;

import static ringside.check.Judge.said;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import ringside.check.Observation.Said;
import ringside.check.Observation.Transport;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;

/** Judges what a ring does when a peer leaves (SPEC 5), or is killed (SPEC 6). */
final class ChangeJudge {

    private static final int SUCCESSORS = 2;

    private static final Set<SentenceKind> BOTH_SUCCESSORS =
            EnumSet.of(SentenceKind.FIRST_SUCCESSOR, SentenceKind.SECOND_SUCCESSOR);

    /** What is printed, and what travels, are seen by different threads. */
    private static final long SLACK_MICROS = 200_000;

    private ChangeJudge() {}

    static Finding departureTold(Evidence evidence) {
        Finding told =
                Judge.sentences(
                        CheckName.DEPARTURE_TOLD,
                        evidence,
                        evidence.story(EnumSet.of(SentenceKind.DEPARTS)),
                        _ -> true,
                        "");
        return told.verdict().isGood() && !hasLeft(evidence, goneIn(evidence))
                ? Finding.halfDone(
                        CheckName.DEPARTURE_TOLD,
                        List.of(said("departure.deed", goneIn(evidence))),
                        List.of(said("departure.lives", goneIn(evidence))),
                        told.evidence())
                : told;
    }

    /** Returns whether a leaver's process has ended by itself. */
    static boolean hasLeft(Evidence evidence, PeerId leaver) {
        return evidence.since(Observation.Ended.class).anyMatch(end -> end.peer().equals(leaver))
                && evidence.since(Observation.Killed.class)
                        .noneMatch(kill -> kill.peer().equals(leaver));
    }

    static Finding departureOverTcp(Evidence evidence) {
        if (evidence.wire() == Evidence.Wire.HIDDEN) {
            return Judge.hidden(CheckName.DEPARTURE_OVER_TCP);
        }
        List<ExpectedSentence> told =
                new ArrayList<>(evidence.story(EnumSet.of(SentenceKind.DEPARTS)));
        told.removeAll(evidence.missing(told));
        if (told.isEmpty()) {
            return Finding.failed(
                    CheckName.DEPARTURE_OVER_TCP,
                    List.of(said("departure.expected", predecessors(evidence))),
                    List.of(said("departure.untold")),
                    List.of());
        }
        List<PeerId> unreached =
                told.stream()
                        .filter(each -> !isReachedBefore(each, evidence))
                        .map(ExpectedSentence::speaker)
                        .toList();
        return unreached.isEmpty()
                ? Finding.held(
                        CheckName.DEPARTURE_OVER_TCP,
                        List.of(said("departure.reached", predecessors(evidence))))
                : Finding.failed(
                        CheckName.DEPARTURE_OVER_TCP,
                        List.of(said("departure.expected", predecessors(evidence))),
                        unreached.stream().map(peer -> said("departure.unreached", peer)).toList(),
                        List.of());
    }

    /** Bytes that come after a peer has heard of the departure have not told it. */
    private static boolean isReachedBefore(ExpectedSentence told, Evidence evidence) {
        long heard = evidence.firstOf(told).map(Said::atMicros).orElse(0L);
        return evidence.travelledTo(told.speaker(), Transport.TCP)
                .anyMatch(bytes -> bytes.atMicros() <= heard + SLACK_MICROS);
    }

    static Finding successorsAfterQuit(Evidence evidence) {
        Finding said = successors(CheckName.SUCCESSORS_AFTER_QUIT, evidence);
        if (!said.verdict().isGood()) {
            return said;
        }
        Finding pings = newPings(CheckName.SUCCESSORS_AFTER_QUIT, evidence);
        return pings.verdict().isGood()
                ? said
                : Finding.halfDone(said.check(), pings.expected(), pings.actual(), said.evidence());
    }

    static Finding killNoticed(Evidence evidence) {
        List<ExpectedSentence> expected = evidence.story(EnumSet.of(SentenceKind.DEAD));
        List<Said> strange =
                evidence.said(SentenceKind.DEAD)
                        .filter(said -> !said.sentence().peers().equals(List.of(goneIn(evidence))))
                        .toList();
        if (!strange.isEmpty()) {
            return Finding.failed(
                    CheckName.KILL_NOTICED,
                    expected.stream().map(evidence::lineOf).toList(),
                    strange.stream().map(evidence::lineOf).toList(),
                    evidence.linesOf(expected));
        }
        return Judge.sentences(
                CheckName.KILL_NOTICED,
                evidence,
                expected,
                seen -> true,
                said("kill.deed", goneIn(evidence)));
    }

    static Finding successorsAfterKill(Evidence evidence) {
        return successors(CheckName.SUCCESSORS_AFTER_KILL, evidence);
    }

    static Finding pingsAfterKill(Evidence evidence) {
        return newPings(CheckName.PINGS_AFTER_KILL, evidence);
    }

    /** Both predecessors name both successors; what they said last counts. */
    static Finding successors(CheckName check, Evidence evidence) {
        List<ExpectedSentence> expected = evidence.story(BOTH_SUCCESSORS);
        for (ExpectedSentence each : expected) {
            Optional<Said> last =
                    evidence.said(each.kind())
                            .filter(said -> said.peer().equals(each.speaker()))
                            .reduce((_, later) -> later);
            if (last.isPresent() && !each.isSaidBy(each.speaker(), last.get().sentence())) {
                return Finding.failed(
                        check,
                        List.of(evidence.lineOf(each)),
                        List.of(evidence.lineOf(last.get())),
                        evidence.linesOf(expected));
            }
        }
        return Judge.sentences(check, evidence, expected, seen -> true, "");
    }

    /** The pairs of peers that became neighbours ping each other. */
    private static Finding newPings(CheckName check, Evidence evidence) {
        List<ExpectedSentence> before = new Deed.Start().storyIn(evidence.living());
        SortedSet<PeerId> after = new TreeSet<>(evidence.living());
        after.remove(goneIn(evidence));
        List<ExpectedSentence> fresh =
                new ArrayList<>(
                        new Deed.Start()
                                .storyIn(after).stream()
                                        .filter(each -> each.kind() == SentenceKind.PING_REQUEST)
                                        .toList());
        fresh.removeAll(before);
        Set<PeerId> pinged = new TreeSet<>();
        fresh.forEach(each -> pinged.add(each.speaker()));
        return Judge.sentences(
                check,
                evidence,
                fresh,
                seen -> seen.haveBytesReached(pinged, Transport.UDP),
                said("pings.deed"));
    }

    private static List<PeerId> predecessors(Evidence evidence) {
        return IdealRing.predecessors(
                new TreeSet<>(evidence.living()), goneIn(evidence), SUCCESSORS);
    }

    private static PeerId goneIn(Evidence evidence) {
        return switch (evidence.deed()) {
            case Deed.Quit(PeerId leaver) -> leaver;
            case Deed.Kill(PeerId victim) -> victim;
            case Deed.KillBoth(PeerId _, PeerId second) -> second;
            case Deed.QuitBoth(PeerId _, PeerId second) -> second;
            case Deed.Start _,
                    Deed.Request _,
                    Deed.RequestEach _,
                    Deed.RequestTogether _,
                    Deed.RequestMissing _,
                    Deed.TypeWrong _,
                    Deed.SendRubbish _,
                    Deed.Pause _,
                    Deed.Interrupt _,
                    Deed.RequestUnderLoss _,
                    Deed.KillNeighbours _,
                    Deed.EndInput _ ->
                    throw new IllegalArgumentException("nobody goes in " + evidence.deed());
        };
    }
}
