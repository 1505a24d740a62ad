package ringside.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.SentenceKind;
import ringside.rules.SentencePattern;
import ringside.transcript.Reading;

/**
 * A sentence that a peer must say.
 *
 * @param speaker who must say it
 * @param peers the ids that it is about, in their order; a family may name fewer of them
 * @param file that it is about, or null; a family may leave it out
 * @param reason why it should come
 */
public record ExpectedSentence(
        PeerId speaker,
        SentenceKind kind,
        List<PeerId> peers,
        @Nullable FileNumber file,
        Reason reason) {

    /** Copies the list. */
    public ExpectedSentence {
        peers = List.copyOf(peers);
    }

    /** Returns whether a peer has said it, as far as its family's words name peers and file. */
    public boolean isSaidBy(PeerId peer, Reading.Sentence sentence) {
        String named = sentence.file();
        return speaker.equals(peer)
                && kind == sentence.kind()
                && (sentence.peers().isEmpty() || peers.equals(sentence.peers()))
                && (file == null || named == null || isName(file, named));
    }

    /** Some programs name a file by its hash. */
    private static boolean isName(FileNumber file, String named) {
        return file.digits().equals(named) || Integer.toString(file.hash().value()).equals(named);
    }

    /** Returns its words in a family. */
    public String wordsIn(SentencePattern pattern) {
        return pattern.filled(peers, file == null ? null : file.digits());
    }

    /** Why a peer must say something, with the section of the specification that says so. */
    public enum Reason {
        /** It is the first or second successor of the peer that it names. */
        PINGED("2.1"),
        /** The peer that it names is its first or second successor. */
        ANSWERED("2.1"),
        /** The user asked it for a file. */
        REQUESTED("3.2"),
        /** The hash of the file lies behind it. */
        NOT_OWNER("3.2"),
        /** It is the closest successor of the file's hash. */
        OWNER("3.1"),
        /** It asked for the file. */
        REQUESTER("3.3"),
        /** The peer that leaves is its first or second successor. */
        LEFT("5.2"),
        /** The peer that was killed is its first or second successor. */
        KILLED("6.1"),
        /**
         * The peer that is paused is its first or second successor, and as silent as a dead one.
         */
        PAUSED("6.1");

        private final String section;

        Reason(String section) {
            this.section = section;
        }

        /** Returns the number of the section. */
        public String section() {
            return section;
        }
    }
}
