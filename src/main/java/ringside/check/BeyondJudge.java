package ringside.check;

import static ringside.check.Judge.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.check.Observation.Ended;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Said;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;

/** Judges what goes beyond the marks (PROGRAMS 5.11): sizes, wrong input, pauses, more kills. */
final class BeyondJudge {

    /** What does not happen within so many pings is taken not to happen. */
    private static final int INTERVALS = 3;

    /** A request does not travel at the pace of pings: what has not come of it so soon does not. */
    private static final long TRAVELS_MICROS = 15_000_000;

    /** A process ends so soon after Ctrl-C. */
    static final long AT_ONCE_MICROS = 2_200_000;

    /** Who prints so many lines in some seconds does nothing else. */
    private static final int FLOOD = 1_000;

    private BeyondJudge() {}

    static Finding fileSizes(Evidence evidence) {
        PeerId owner = evidence.plan().owner();
        PeerId requester = evidence.plan().requester();
        List<String> wrong =
                evidence.plan().files().stream()
                        .filter(file ->
                                !hasArrived(
                                        evidence,
                                        requester,
                                        evidence.digestOf(owner, file.number())))
                        .map(file -> said("sizes.wrong", file.bytes(), file.number()))
                        .toList();
        return wrong.isEmpty()
                ? Finding.held(CheckName.FILE_SIZES, List.of())
                : Finding.failed(
                        CheckName.FILE_SIZES, List.of(said("sizes.expected")), wrong, List.of());
    }

    static Finding twoRequests(Evidence evidence) {
        FileNumber file = evidence.plan().file();
        String wanted = evidence.digestOf(evidence.plan().owner(), file);
        List<String> wrong =
                Stream.of(evidence.plan().requester(), evidence.plan().leaver())
                        .filter(peer -> !hasArrived(evidence, peer, wanted))
                        .map(peer -> said("together.wrong", peer))
                        .toList();
        return wrong.isEmpty()
                ? Finding.held(CheckName.TWO_REQUESTS, List.of())
                : Finding.failed(
                        CheckName.TWO_REQUESTS,
                        List.of(said("together.expected", file)),
                        wrong,
                        List.of());
    }

    static boolean hasArrived(Evidence evidence, PeerId peer, String digest) {
        return evidence.since(FileWritten.class)
                .anyMatch(file -> file.peer().equals(peer) && file.digest().equals(digest));
    }

    static Finding missingFile(Evidence evidence) {
        List<String> wrong = new ArrayList<>(ends(evidence));
        evidence.since(FileWritten.class)
                .filter(file -> file.peer().equals(evidence.plan().requester()))
                .filter(file -> file.length() > 0)
                .map(file -> said("missing.received", file.peer(), file.name(), file.length()))
                .distinct()
                .forEach(wrong::add);
        evidence.said(SentenceKind.RECEIVED).map(evidence::lineOf).forEach(wrong::add);
        if (evidence.isCirculating()) {
            wrong.add(said("circulates", evidence.forwardings()));
        }
        return afterAWhile(
                CheckName.MISSING_FILE,
                evidence,
                Math.min(
                        intervalsAfter(evidence.sinceMicros(), evidence),
                        evidence.sinceMicros() + TRAVELS_MICROS),
                said("missing.expected"),
                wrong);
    }

    /** A peer to which something wrong was done goes on: it pings, and nobody declares it dead. */
    static Finding livesOn(CheckName check, Evidence evidence) {
        List<String> wrong = new ArrayList<>(ends(evidence));
        evidence.said(SentenceKind.DEAD).map(evidence::lineOf).distinct().forEach(wrong::add);
        PeerId peer = evidence.plan().leaver();
        if (!stillPings(evidence, peer)) {
            wrong.add(said("lives.silent", peer));
        }
        return afterAWhile(
                check,
                evidence,
                intervalsAfter(evidence.sinceMicros(), evidence),
                said("lives.expected", peer),
                wrong);
    }

    /** Returns whether somebody heard a ping of a peer in the second half of the time. */
    static boolean stillPings(Evidence evidence, PeerId peer) {
        return pingsHeardOf(evidence, peer).findAny().isPresent();
    }

    /** Returns what was said about the pings of a peer in the second half of the time. */
    static Stream<Said> pingsHeardOf(Evidence evidence, PeerId peer) {
        long half = (evidence.sinceMicros() + evidence.latestMicros()) / 2;
        return evidence.said(SentenceKind.PING_REQUEST)
                .filter(said -> said.atMicros() > half && said.sentence().peers().contains(peer));
    }

    static Finding shortPause(Evidence evidence) {
        return livesOn(CheckName.SHORT_PAUSE, evidence);
    }

    private static List<String> ends(Evidence evidence) {
        return endsOfOthers(evidence, Set.of());
    }

    /** Returns the ends of processes but those of some peers, for people. */
    static List<String> endsOfOthers(Evidence evidence, Set<PeerId> expected) {
        return evidence.since(Ended.class)
                .filter(end -> !expected.contains(end.peer()))
                .map(end -> said("lives.ended", end.peer(), end.exitCode()))
                .toList();
    }

    static Finding twoKills(Evidence evidence) {
        return ChangeJudge.successors(CheckName.TWO_KILLS, evidence);
    }

    static Finding deadStaysDead(Evidence evidence) {
        Set<PeerId> dead =
                new TreeSet<>(List.of(evidence.plan().victim(), evidence.plan().leaver()));
        Set<PeerId> declared = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        evidence.since(Said.class)
                .filter(said -> !dead.contains(said.peer()))
                .forEach(said -> {
                    SentenceKind kind = said.sentence().kind();
                    if (kind == SentenceKind.DEAD) {
                        declared.addAll(said.sentence().peers());
                    }
                    boolean names =
                            kind == SentenceKind.FIRST_SUCCESSOR
                                    || kind == SentenceKind.SECOND_SUCCESSOR;
                    if (names && said.sentence().peers().stream().anyMatch(declared::contains)) {
                        wrong.add(evidence.lineOf(said));
                    }
                });
        return afterAWhile(
                CheckName.DEAD_STAYS_DEAD,
                evidence,
                intervalsAfter(evidence.lastNewDeath(), evidence),
                said("dead.expected", dead),
                wrong);
    }

    static Finding controlC(Evidence evidence) {
        PeerId peer = evidence.plan().requester();
        boolean ended =
                evidence.since(Ended.class)
                        .anyMatch(end ->
                                end.peer().equals(peer)
                                        && end.atMicros() - evidence.sinceMicros()
                                                <= AT_ONCE_MICROS);
        return ended
                ? Finding.held(CheckName.CONTROL_C, List.of())
                : Finding.failed(
                        CheckName.CONTROL_C,
                        List.of(said("interrupt.expected", peer)),
                        List.of(said("interrupt.lives", peer)),
                        List.of());
    }

    /**
     * The end of a peer's input is no word to leave, and no reason to stay: the peer may go on, or
     * end as after Ctrl-C. It may not do neither, and it may not read the end again and again.
     */
    static Finding endOfInput(Evidence evidence) {
        PeerId peer = evidence.plan().owner();
        List<String> wrong = new ArrayList<>(endsOfOthers(evidence, Set.of(peer)));
        boolean ended = evidence.since(Ended.class).anyMatch(end -> end.peer().equals(peer));
        if (!ended && !stillPings(evidence, peer)) {
            wrong.add(said("lives.silent", peer));
        }
        long lines =
                evidence.since(Observation.Printed.class)
                        .filter(printed -> printed.peer().equals(peer))
                        .count();
        if (lines > FLOOD) {
            wrong.add(said("input.flood", peer, lines));
        }
        return afterAWhile(
                CheckName.END_OF_INPUT,
                evidence,
                intervalsAfter(evidence.sinceMicros(), evidence),
                said("input.expected", peer),
                wrong);
    }

    /** Returns when some pings have gone by after a moment; microseconds. */
    static long intervalsAfter(long fromMicros, Evidence evidence) {
        long interval = PingInterval.of(evidence.seen()).orElse(PingInterval.LONGEST_MICROS);
        return fromMicros + INTERVALS * interval;
    }

    /** Nothing wrong counts only when it has been looked for until some moment. */
    static Finding afterAWhile(
            CheckName check,
            Evidence evidence,
            long untilMicros,
            String expected,
            List<String> wrong) {
        if (wrong.isEmpty() && evidence.latestMicros() >= untilMicros) {
            return Finding.held(check, List.of());
        }
        return Finding.failed(
                check,
                List.of(expected),
                wrong.isEmpty() ? List.of(said("lives.early")) : wrong,
                List.of());
    }
}
