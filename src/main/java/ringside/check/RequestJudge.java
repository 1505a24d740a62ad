package ringside.check;

import static ringside.check.Judge.said;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Said;
import ringside.check.Observation.Transport;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;

/** Judges the way of a request to the owner of a file, and of the file back (SPEC 3). */
final class RequestJudge {

    private static final Set<SentenceKind> ON_THE_WAY =
            EnumSet.of(SentenceKind.NOT_HERE, SentenceKind.FORWARDED, SentenceKind.HERE);

    private static final Set<SentenceKind> ANSWER =
            EnumSet.of(SentenceKind.RESPONSE_SENT, SentenceKind.RESPONSE_FROM);

    private static final Set<SentenceKind> TRANSFER =
            EnumSet.of(
                    SentenceKind.SENDING,
                    SentenceKind.SENT,
                    SentenceKind.RECEIVING,
                    SentenceKind.RECEIVED);

    private static final Set<SentenceKind> BEGIN =
            EnumSet.of(SentenceKind.SENDING, SentenceKind.RECEIVING);

    private static final Set<SentenceKind> END =
            EnumSet.of(SentenceKind.SENT, SentenceKind.RECEIVED);

    /** The place to look at when a transfer does not end. */
    private static final String UNENDED = "transfer-unended";

    private RequestJudge() {}

    static Finding sent(Evidence evidence) {
        PeerId requester = evidence.plan().requester();
        PeerId successor = successorOf(evidence, requester);
        return Judge.sentences(
                CheckName.REQUEST_SENT,
                evidence,
                evidence.story(EnumSet.of(SentenceKind.REQUEST_SENT)),
                seen -> seen.haveBytesReached(List.of(successor), Transport.TCP),
                said("request.deed", requester, successor));
    }

    static Finding forwarded(Evidence evidence) {
        List<ExpectedSentence> expected = evidence.story(ON_THE_WAY);
        List<Said> strange =
                ON_THE_WAY.stream()
                        .flatMap(evidence::said)
                        .filter(said ->
                                expected.stream()
                                        .noneMatch(each ->
                                                each.isSaidBy(said.peer(), said.sentence())))
                        .toList();
        if (evidence.isCirculating() || !strange.isEmpty()) {
            Stream<String> circulates =
                    evidence.isCirculating()
                            ? Stream.of(said("circulates", evidence.forwardings()))
                            : Stream.of();
            return Finding.failed(
                    CheckName.REQUEST_FORWARDED,
                    expected.stream().map(evidence::lineOf).toList(),
                    Stream.concat(
                                    circulates,
                                    strange.stream().map(evidence::lineOf).distinct().limit(5))
                            .toList(),
                    evidence.linesOf(expected));
        }
        List<PeerId> passed = expected.stream().map(ExpectedSentence::speaker).distinct().toList();
        return Judge.sentences(
                CheckName.REQUEST_FORWARDED,
                evidence,
                expected,
                seen -> seen.haveBytesReached(passed, Transport.TCP),
                said("forward.deed"));
    }

    static Finding response(Evidence evidence) {
        PeerId requester = evidence.plan().requester();
        return Judge.sentences(
                CheckName.RESPONSE_OVER_TCP,
                evidence,
                evidence.story(ANSWER),
                seen -> seen.haveBytesReached(List.of(requester), Transport.TCP),
                said("response.deed", requester));
    }

    static Finding file(Evidence evidence) {
        PeerId requester = evidence.plan().requester();
        String wanted = evidence.digestOf(evidence.plan().owner(), evidence.plan().file());
        Optional<FileWritten> right =
                written(evidence).stream().filter(each -> each.digest().equals(wanted)).findFirst();
        List<ExpectedSentence> expected = evidence.story(TRANSFER);
        List<ExpectedSentence> missing = evidence.missing(expected);
        if (right.isEmpty()) {
            Finding failed =
                    Finding.failed(
                            CheckName.FILE_IDENTICAL,
                            List.of(
                                    said(
                                            "file.expected",
                                            requester,
                                            evidence.plan().owner(),
                                            evidence.plan().fileBytes())),
                            instead(evidence),
                            evidence.linesOf(expected));
            return hasNotEnded(evidence) ? failed.at(UNENDED) : failed;
        }
        List<String> lines = new ArrayList<>(evidence.linesOf(expected));
        lines.add(said("file.right", right.get().name(), right.get().length()));
        if (!missing.isEmpty()) {
            return Finding.halfDone(
                    CheckName.FILE_IDENTICAL,
                    missing.stream().map(evidence::lineOf).toList(),
                    evidence.insteadOf(missing),
                    lines);
        }
        String name = evidence.rules().files().receivedName(evidence.plan().file());
        if (!right.get().name().equals(name)) {
            lines.add(said("file.name", right.get().name(), name));
        }
        List<String> deviations = evidence.deviations(expected);
        return deviations.isEmpty()
                ? Finding.held(CheckName.FILE_IDENTICAL, lines)
                : Finding.deviates(CheckName.FILE_IDENTICAL, deviations, lines);
    }

    private static List<FileWritten> written(Evidence evidence) {
        return evidence.since(FileWritten.class)
                .filter(each -> each.peer().equals(evidence.plan().requester()))
                .toList();
    }

    /** Returns whether a transfer has begun, and neither side says that it has ended. */
    private static boolean hasNotEnded(Evidence evidence) {
        return BEGIN.stream().flatMap(evidence::said).findAny().isPresent()
                && END.stream().anyMatch(kind -> evidence.rules().sentence(kind).isPresent())
                && END.stream().flatMap(evidence::said).findAny().isEmpty();
    }

    /** Returns what the requester has instead of the owner's file, for people. */
    static List<String> instead(Evidence evidence) {
        List<FileWritten> written = written(evidence);
        if (hasNotEnded(evidence)) {
            return List.of(
                    said(
                            "file.unended",
                            written.stream().mapToLong(FileWritten::length).max().orElse(0),
                            evidence.plan().fileBytes(),
                            Evidence.seconds(evidence.latestMicros() - evidence.sinceMicros())));
        }
        if (written.isEmpty()) {
            return List.of(said("file.none"));
        }
        FileWritten last =
                written.stream().max(Comparator.comparingLong(FileWritten::length)).orElseThrow();
        Optional<PeerId> other =
                evidence.files().stream()
                        .filter(each -> each.digest().equals(last.digest()))
                        .map(Evidence.OwnFile::peer)
                        .findFirst();
        return List.of(
                other.map(peer -> said("file.other", last.name(), peer))
                        .orElseGet(() -> said("file.wrong", last.name(), last.length())));
    }

    private static PeerId successorOf(Evidence evidence, PeerId peer) {
        return IdealRing.successors(new TreeSet<>(evidence.living()), peer, 1).getFirst();
    }
}
