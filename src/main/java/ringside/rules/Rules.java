package ringside.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * The rules of one family of programs (PROGRAMS 2.1).
 *
 * @param name of the family
 * @param programs how its programs are recognised, the commonest first
 * @param arguments of a peer
 * @param basePort a peer listens on UDP and TCP port {@code basePort} + id
 * @param ring the ids of its example
 * @param commands what is typed
 * @param limits how long a program may take
 * @param files what its programs write
 * @param articles words without meaning: a sentence may leave them out, or have one too many
 * @param sentences that its programs print
 * @param marks for each check that the family asks for; a check that is not there is not applicable
 */
public record Rules(
        String name,
        List<ProgramRule> programs,
        Arguments arguments,
        int basePort,
        List<PeerId> ring,
        Commands commands,
        Limits limits,
        Files files,
        List<String> articles,
        List<SentenceRule> sentences,
        List<MarkRule> marks) {

    /** Copies the lists. */
    public Rules {
        programs = List.copyOf(programs);
        ring = List.copyOf(ring);
        articles = List.copyOf(articles);
        sentences = List.copyOf(sentences);
        marks = List.copyOf(marks);
    }

    /** Returns the sentence of a kind; empty if the family has none. */
    public Optional<SentenceRule> sentence(SentenceKind kind) {
        return sentences.stream()
                .filter(each -> each.kind() == kind || each.ofItself() == kind)
                .findFirst();
    }

    /** Returns whether a check says something about programs of the family. */
    public boolean asksFor(CheckName check) {
        CheckName asked = check == CheckName.REAL_LOSS ? CheckName.STOP_AND_WAIT : check;
        return asked.isBeyond() || marks.stream().anyMatch(each -> each.check() == asked);
    }

    /**
     * The arguments of a program's peer.
     *
     * @param start of one that knows its successors
     * @param join of one that joins through another; null if none joins
     */
    public record Arguments(String start, @Nullable String join) {

        /**
         * Validates them.
         *
         * @throws ringside.text.InvalidInputException when one is no command line
         */
        public Arguments {
            CommandTemplate.parse(start);
            if (join != null) {
                CommandTemplate.parse(join);
            }
        }
    }

    /**
     * What is typed to a program.
     *
     * @param request asks for {@code {file}}
     * @param quit lets the peer leave
     * @param store stores {@code {file}}; null if files lie where they are
     */
    public record Commands(String request, String quit, @Nullable String store) {}

    /**
     * How long it may take until the last sentence of a story is said; seconds.
     *
     * @param requestS after a request, its transfer included
     * @param quitS after the word to quit
     * @param killS after a kill
     */
    public record Limits(long requestS, long quitS, long killS) {}

    /**
     * The names of the files that a program writes into its folder.
     *
     * @param received a file that it received, {@code {file}} in it is the file's number
     * @param sendingLog its log as a sender; null if none is prescribed
     * @param receivingLog its log as a receiver; null if none is prescribed
     */
    public record Files(
            String received, @Nullable String sendingLog, @Nullable String receivingLog) {

        /** Returns the name of a received file with a number. */
        public String receivedName(FileNumber number) {
            return received.replace("{file}", number.digits());
        }
    }
}
