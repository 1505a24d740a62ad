package ringside.story;

import ringside.ring.PeerId;
import ringside.text.Messages;

/**
 * An expected sentence in time. Times are in microseconds since the epoch.
 *
 * @param words the sentence as it is prescribed
 * @param sinceMicros when it became expected
 * @param dueMicros until when it must be said
 * @param endMicros when it was said, or was no longer expected because the ring changed again;
 *     {@link Long#MAX_VALUE} before
 * @param said whether it was said in the end
 */
public record StoryLine(
        ExpectedSentence expected,
        String words,
        long sinceMicros,
        long dueMicros,
        long endMicros,
        boolean said) {

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

    StoryLine ended(boolean wasSaid, long atMicros) {
        return new StoryLine(expected, words, sinceMicros, dueMicros, atMicros, wasSaid);
    }

    boolean isOpen() {
        return endMicros == Long.MAX_VALUE;
    }
}
