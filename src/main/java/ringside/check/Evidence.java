package ringside.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ringside.check.Observation.Said;
import ringside.check.Observation.Transport;
import ringside.check.Observation.Travelled;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;
import ringside.rules.SentencePattern;
import ringside.rules.SentenceRule;
import ringside.story.Deviations;
import ringside.story.ExpectedSentence;
import ringside.text.Messages;
import ringside.transcript.NearestLine;

/**
 * What there is to judge one deed by.
 *
 * @param rules of the program's family
 * @param plan of the ring
 * @param basePort peer ID listens on this port + ID
 * @param living the peers that live before the deed
 * @param deed that is judged
 * @param sinceMicros when it was done
 * @param seen all that was seen of this ring so far, in its order
 * @param files that each peer has from the start
 * @param wire whether what travels between peers can be seen
 */
public record Evidence(
        Rules rules,
        RingPlan plan,
        int basePort,
        List<PeerId> living,
        Deed deed,
        long sinceMicros,
        List<Observation> seen,
        List<OwnFile> files,
        Wire wire) {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int SHOWN = 12;

    /**
     * A file that a peer has from the start.
     *
     * @param digest of its bytes, SHA-256 in hex
     */
    public record OwnFile(PeerId peer, FileNumber file, String digest) {}

    /** Whether what travels between peers can be seen. */
    public enum Wire {
        /** All of it. */
        SEEN,
        /** Nothing of it: the ring has no network of its own. */
        HIDDEN
    }

    /** Copies the collections. */
    public Evidence {
        living = List.copyOf(living);
        seen = List.copyOf(seen);
        files = List.copyOf(files);
    }

    /** Returns the digest of a peer's own file. */
    public String digestOf(PeerId peer, FileNumber file) {
        return files.stream()
                .filter(each -> each.peer().equals(peer) && each.file().equals(file))
                .map(OwnFile::digest)
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether all that the rules have for the deed was said. */
    public boolean isStoryTold() {
        return missing(story()).isEmpty();
    }

    /** Returns until when has been looked; microseconds. */
    long latestMicros() {
        return seen.stream().mapToLong(Observation::atMicros).max().orElse(sinceMicros);
    }

    /** Returns the sentences that the rules have for the deed. */
    List<ExpectedSentence> story() {
        return deed.storyIn(living).stream()
                .filter(expected -> rules.sentence(expected.kind()).isPresent())
                .toList();
    }

    /** Returns those of some kinds. */
    List<ExpectedSentence> story(Collection<SentenceKind> kinds) {
        return story().stream().filter(expected -> kinds.contains(expected.kind())).toList();
    }

    /** Returns what has been seen of a type since the deed. */
    <T extends Observation> Stream<T> since(Class<T> type) {
        return ofRing(type).filter(each -> each.atMicros() >= sinceMicros);
    }

    /** Returns what has been seen of a type since the ring started. */
    <T extends Observation> Stream<T> ofRing(Class<T> type) {
        return seen.stream().filter(type::isInstance).map(type::cast);
    }

    /** Returns the sentences of a kind that were said since the deed. */
    Stream<Said> said(SentenceKind kind) {
        return since(Said.class).filter(said -> said.sentence().kind() == kind);
    }

    /**
     * Returns whether a request of the deed goes round and round: for each that was made, there
     * were more than twice as many forwardings as there are peers (PROGRAMS 3.7). A program makes a
     * request again when its transfer fails: each time that a peer takes it counts as one.
     */
    public boolean isCirculating() {
        int requests =
                Math.max(
                        deed.requesters().size(), Math.toIntExact(said(SentenceKind.HERE).count()));
        return requests > 0 && IdealRing.circulates(forwardings(), requests, living.size());
    }

    /**
     * Returns how often a request was forwarded since the deed. Where the rules have no sentence
     * for that, a peer that says that it has not got the file forwards the request.
     */
    long forwardings() {
        boolean saysForwarded = rules.sentence(SentenceKind.FORWARDED).isPresent();
        return said(saysForwarded ? SentenceKind.FORWARDED : SentenceKind.NOT_HERE).count();
    }

    /**
     * Returns when a peer last said for the first time that another one is dead, in microseconds;
     * the time of the deed if nobody did. A program that cannot heal says it again and again.
     */
    long lastNewDeath() {
        Set<List<PeerId>> told = new HashSet<>();
        return said(SentenceKind.DEAD)
                .filter(said ->
                        said.sentence().peers().stream()
                                .anyMatch(dead -> told.add(List.of(said.peer(), dead))))
                .mapToLong(Said::atMicros)
                .max()
                .orElse(sinceMicros);
    }

    /** Returns the first time that an expected sentence was said. */
    Optional<Said> firstOf(ExpectedSentence expected) {
        return said(expected.kind())
                .filter(said -> expected.isSaidBy(said.peer(), said.sentence()))
                .findFirst();
    }

    /** Returns those expected sentences that nobody has said. */
    List<ExpectedSentence> missing(Collection<ExpectedSentence> expected) {
        return expected.stream().filter(each -> firstOf(each).isEmpty()).toList();
    }

    /** Returns the differences from the prescribed words in the sentences that were expected. */
    List<String> deviations(Collection<ExpectedSentence> expected) {
        return expected.stream()
                .map(this::firstOf)
                .flatMap(Optional::stream)
                .flatMap(said -> Deviations.of(said.sentence()).stream())
                .distinct()
                .toList();
    }

    /** Returns the sentences that were said, as evidence. */
    List<String> linesOf(Collection<ExpectedSentence> expected) {
        return expected.stream()
                .map(this::firstOf)
                .flatMap(Optional::stream)
                .map(this::lineOf)
                .limit(SHOWN)
                .toList();
    }

    /** Returns a sentence with its speaker and the time since the deed. */
    String lineOf(Said said) {
        return Messages.CHECK.format(
                "line.said",
                seconds(said.atMicros() - sinceMicros),
                said.peer(),
                patternOf(said.sentence().kind())
                        .filled(said.sentence().peers(), said.sentence().file()));
    }

    /** Returns an expected sentence with its speaker. */
    String lineOf(ExpectedSentence expected) {
        return Messages.CHECK.format("line.expected", expected.speaker(), wordsOf(expected));
    }

    private SentencePattern patternOf(SentenceKind kind) {
        return rules.sentence(kind).map(SentenceRule::pattern).orElseThrow();
    }

    private String wordsOf(ExpectedSentence expected) {
        return expected.wordsIn(patternOf(expected.kind()));
    }

    /**
     * Returns what was said instead of missing sentences: the nearest line of each speaker, or that
     * nothing like it came.
     */
    List<String> insteadOf(Collection<ExpectedSentence> missing) {
        List<String> instead = new ArrayList<>();
        for (ExpectedSentence expected : missing) {
            instead.add(
                    nearest(expected)
                            .map(line ->
                                    Messages.CHECK.format("line.nearest", expected.speaker(), line))
                            .orElseGet(
                                    () -> Messages.CHECK.format("line.never", expected.speaker())));
        }
        return instead.stream().distinct().limit(SHOWN).toList();
    }

    private Optional<String> nearest(ExpectedSentence expected) {
        return NearestLine.to(
                wordsOf(expected),
                since(Observation.Printed.class)
                        .filter(printed -> printed.peer().equals(expected.speaker()))
                        .map(Observation.Printed::line));
    }

    /** Returns the bytes of data that travelled to a peer's port since the deed. */
    Stream<Travelled> travelledTo(PeerId peer, Transport transport) {
        return travelled(transport).filter(each -> each.toPort() == basePort + peer.value());
    }

    /** Returns the bytes of data that travelled since the deed. */
    Stream<Travelled> travelled(Transport transport) {
        return since(Travelled.class)
                .filter(each -> each.transport() == transport && each.length() > 0);
    }

    /** Returns whether bytes have reached all of some peers, as far as that can be seen. */
    boolean haveBytesReached(Collection<PeerId> peers, Transport transport) {
        return wire == Wire.HIDDEN
                || peers.stream()
                        .allMatch(peer -> travelledTo(peer, transport).findAny().isPresent());
    }

    /** Returns the last thing of a type that was seen of this ring. */
    <T extends Observation> Optional<T> last(Class<T> type, Predicate<T> which) {
        return seen.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst();
    }

    static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / MICROS_PER_SECOND);
    }
}
