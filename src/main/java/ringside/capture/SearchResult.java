package ringside.capture;

import java.util.List;

/** What a search for the messages of an event has found. */
public sealed interface SearchResult {

    /** The messages, in the order of their times; at least one. */
    record Found(List<FoundMessage> messages) implements SearchResult {
        public Found {
            messages = List.copyOf(messages);
        }
    }

    /** The peer did not capture then. */
    record NotCaptured() implements SearchResult {}

    /** The peer captured, but not this message: there were too many, or it is forgotten. */
    record LeftOut() implements SearchResult {}

    /** The event speaks of no message. */
    record OfNone() implements SearchResult {}
}
