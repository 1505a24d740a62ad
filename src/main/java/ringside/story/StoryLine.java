package ringside.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.text.Messages;
import ringside.transcript.NearestLine;

/**
 * An expected sentence in time. Times are in microseconds since the epoch.
 *
 * @param words the sentence as it is prescribed
 * @param sinceMicros when it became expected
 * @param dueMicros until when it must be said
 * @param endMicros when it was said, or was no longer expected because the ring changed again;
 *     {@link Long#MAX_VALUE} before
 * @param said whether it was said in the end
 * @param differences of what was said from what is prescribed, for people (PROGRAMS 3.2)
 * @param near lines of its speaker that came near to it before it was said, each nearer than the
 *     one before
 */
public record StoryLine(
        ExpectedSentence expected,
        String words,
        long sinceMicros,
        long dueMicros,
        long endMicros,
        boolean said,
        List<String> differences,
        List<NearLine> near) {

    /** Copies the list. */
    public StoryLine {
        differences = List.copyOf(differences);
        near = List.copyOf(near);
    }

    /** A line that comes near to a sentence, and when it was printed. */
    public record NearLine(String text, long atMicros) {}

    /** How a sentence stands at a moment. */
    public enum State {
        /** It has not been said, and has time. */
        OPEN,
        /** It was said in time. */
        SAID,
        /** It was said, but too late. */
        LATE,
        /** It should have been said by now. */
        MISSING,
        /** Nobody waits for it any more: its speaker has ended, or the ring has changed again. */
        DROPPED
    }

    /** Returns how it stands at a moment after it became expected. */
    public State stateAt(long nowMicros) {
        if (nowMicros < endMicros) {
            return nowMicros > dueMicros ? State.MISSING : State.OPEN;
        }
        if (!said) {
            return State.DROPPED;
        }
        return endMicros > dueMicros ? State.LATE : State.SAID;
    }

    /** Returns why it should be said, to follow a colon. */
    public String reason() {
        PeerId named =
                expected.peers().isEmpty() ? expected.speaker() : expected.peers().getFirst();
        return Messages.STORY.format(
                "reason." + expected.reason().name(), expected.speaker(), named);
    }

    /** Returns the line that came nearest up to a moment, as long as the sentence is not said. */
    public Optional<String> nearestAt(long nowMicros) {
        return near.stream()
                .filter(line -> nowMicros < endMicros && line.atMicros() <= nowMicros)
                .reduce((_, later) -> later)
                .map(NearLine::text);
    }

    /** Returns how what was said differs from what is prescribed; nothing before it is said. */
    public List<String> differencesAt(long nowMicros) {
        return nowMicros < endMicros ? List.of() : differences;
    }

    static StoryLine open(
            ExpectedSentence expected, String words, long sinceMicros, long dueMicros) {
        return new StoryLine(
                expected,
                words,
                sinceMicros,
                dueMicros,
                Long.MAX_VALUE,
                false,
                List.of(),
                List.of());
    }

    StoryLine said(List<String> howItDiffers, long atMicros) {
        return new StoryLine(
                expected, words, sinceMicros, dueMicros, atMicros, true, howItDiffers, near);
    }

    StoryLine dropped(long atMicros) {
        return new StoryLine(
                expected, words, sinceMicros, dueMicros, atMicros, false, differences, near);
    }

    /** Takes a line of its speaker that does not say it. */
    StoryLine compared(String line, long atMicros) {
        Stream<String> known = near.stream().map(NearLine::text);
        return NearestLine.to(words, Stream.concat(known, Stream.of(line)))
                .filter(found -> near.isEmpty() || !found.equals(near.getLast().text()))
                .map(found -> nearer(new NearLine(found, atMicros)))
                .orElse(this);
    }

    private StoryLine nearer(NearLine line) {
        return new StoryLine(
                expected,
                words,
                sinceMicros,
                dueMicros,
                endMicros,
                said,
                differences,
                Stream.concat(near.stream(), Stream.of(line)).toList());
    }

    boolean isOpen() {
        return endMicros == Long.MAX_VALUE;
    }
}
