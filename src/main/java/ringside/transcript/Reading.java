package ringside.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.rules.SentenceKind;

/** What was read in a program's output, in its order. */
public sealed interface Reading {

    /**
     * A sentence of the rules.
     *
     * @param peers the ids in it, in their order
     * @param file the file's number as it is printed, without an extension; null if it names none
     * @param deviations from the prescribed words, each once
     */
    record Sentence(
            SentenceKind kind,
            List<PeerId> peers,
            @Nullable String file,
            List<Deviation> deviations,
            Span span)
            implements Reading {

        /** Copies the lists. */
        public Sentence {
            peers = List.copyOf(peers);
            deviations = List.copyOf(deviations);
        }
    }

    /** Words that begin a sentence whose number is missing or not to be told from another one. */
    record Unreadable(String words, Span span) implements Reading {}

    /**
     * A line has ended.
     *
     * @param number of the line, from 0
     * @param text without control characters; spans are places in it
     */
    record Line(long number, String text) implements Reading {}

    /**
     * A place in the output.
     *
     * @param line the number of its line, from 0
     * @param from its first character in the line
     * @param to the one after its last
     */
    record Span(long line, int from, int to) {}
}
