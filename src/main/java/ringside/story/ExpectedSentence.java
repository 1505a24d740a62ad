package ringside.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.SentenceKind;

/**
 * A sentence that a peer must say.
 *
 * @param speaker who must say it
 * @param peers the ids in it, in their order
 * @param file the file in it; null if it names none
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
        KILLED("6.1");

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
