package ringside.check;

import static ringside.check.Judge.said;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.check.Observation.Bound;
import ringside.check.Observation.Ended;
import ringside.check.Observation.Said;
import ringside.check.Observation.Transport;
import ringside.check.Observation.Travelled;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;

/** Judges the start of a ring, and its pings (SPEC 2). */
final class PingJudge {

    /** One could be chance: a peer that pings does so again. */
    private static final int PINGS = 2;

    /** Of the sentences about pings at least this share must have bytes behind it. */
    private static final double SEEN_SHARE = 0.5;

    /** A program of whose pings less travels makes them up. */
    private static final double MADE_UP_SHARE = 0.05;

    private PingJudge() {}

    static Finding starts(Evidence evidence) {
        List<String> wrong = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (PeerId peer : evidence.living()) {
            Set<Transport> bound =
                    evidence.since(Bound.class)
                            .filter(each -> each.peer().equals(peer))
                            .map(Bound::transport)
                            .collect(
                                    Collectors.toCollection(() -> EnumSet.noneOf(Transport.class)));
            evidence.since(Ended.class)
                    .filter(each -> each.peer().equals(peer))
                    .findFirst()
                    .ifPresentOrElse(
                            ended ->
                                    wrong.add(
                                            said(
                                                    "starts.ended",
                                                    peer,
                                                    ended.exitCode(),
                                                    lastLine(evidence, peer))),
                            () ->
                                    EnumSet.complementOf(EnumSet.copyOf(bound)).stream()
                                            .map(transport ->
                                                    said(
                                                            "starts.unbound",
                                                            peer,
                                                            transport,
                                                            evidence.basePort() + peer.value()))
                                            .forEach(wrong::add));
            lines.add(said("starts.bound", peer, bound));
        }
        return wrong.isEmpty()
                ? Finding.held(CheckName.STARTS, lines)
                : Finding.failed(
                        CheckName.STARTS,
                        List.of(said("starts.expected", evidence.living().size())),
                        wrong,
                        List.of());
    }

    private static String lastLine(Evidence evidence, PeerId peer) {
        return evidence.last(Observation.Printed.class, each -> each.peer().equals(peer))
                .map(Observation.Printed::line)
                .orElse("");
    }

    static Finding overUdp(Evidence evidence) {
        if (evidence.wire() == Evidence.Wire.HIDDEN) {
            return Judge.hidden(CheckName.PINGS_OVER_UDP);
        }
        List<PeerId> unpinged =
                evidence.living().stream()
                        .filter(peer -> evidence.travelledTo(peer, Transport.UDP).count() < PINGS)
                        .toList();
        String total = said("udp.total", evidence.travelled(Transport.UDP).count());
        return unpinged.isEmpty()
                ? Finding.held(CheckName.PINGS_OVER_UDP, List.of(total))
                : Finding.failed(
                        CheckName.PINGS_OVER_UDP,
                        List.of(said("udp.expected")),
                        unpinged.stream()
                                .map(peer ->
                                        said("udp.none", peer, evidence.basePort() + peer.value()))
                                .toList(),
                        List.of(total));
    }

    static Finding requests(Evidence evidence) {
        return pings(CheckName.PING_REQUESTS, SentenceKind.PING_REQUEST, evidence);
    }

    static Finding responses(Evidence evidence) {
        return pings(CheckName.PING_RESPONSES, SentenceKind.PING_RESPONSE, evidence);
    }

    private static Finding pings(CheckName check, SentenceKind kind, Evidence evidence) {
        List<ExpectedSentence> expected = evidence.story(EnumSet.of(kind));
        List<ExpectedSentence> tooFew =
                expected.stream().filter(each -> count(evidence, each) < PINGS).toList();
        if (!tooFew.isEmpty()) {
            return Finding.failed(
                    check,
                    tooFew.stream().map(evidence::lineOf).toList(),
                    evidence.insteadOf(tooFew),
                    evidence.linesOf(expected));
        }
        List<Said> strange =
                evidence.said(kind)
                        .filter(said ->
                                expected.stream()
                                        .noneMatch(each ->
                                                each.isSaidBy(said.peer(), said.sentence())))
                        .toList();
        if (!strange.isEmpty()) {
            return Finding.failed(
                    check,
                    List.of(said("pings.only")),
                    strange.stream().map(evidence::lineOf).distinct().limit(PINGS).toList(),
                    evidence.linesOf(expected));
        }
        return Judge.sentences(
                check, evidence, expected, PingJudge::haveTravelled, said("pings.deed"));
    }

    private static long count(Evidence evidence, ExpectedSentence expected) {
        return evidence.said(expected.kind())
                .filter(said -> expected.isSaidBy(said.peer(), said.sentence()))
                .count();
    }

    /** Returns whether as many datagrams have travelled as pings and answers are spoken of. */
    private static boolean haveTravelled(Evidence evidence) {
        long said =
                evidence.said(SentenceKind.PING_REQUEST).count()
                        + evidence.said(SentenceKind.PING_RESPONSE).count();
        return evidence.wire() == Evidence.Wire.HIDDEN
                || evidence.travelled(Transport.UDP).count() >= said * SEEN_SHARE;
    }

    /**
     * Returns whether the program speaks of pings of which nothing at all travels: then nothing
     * that it says proves anything.
     */
    static boolean isMadeUp(Evidence evidence) {
        long said =
                evidence.ofRing(Said.class)
                        .filter(each -> each.sentence().kind() == SentenceKind.PING_RESPONSE)
                        .count();
        long travelled =
                evidence.ofRing(Travelled.class)
                        .filter(each -> each.transport() == Transport.UDP)
                        .count();
        return evidence.wire() == Evidence.Wire.SEEN
                && said >= (long) PINGS * evidence.living().size()
                && travelled < said * MADE_UP_SHARE;
    }
}
