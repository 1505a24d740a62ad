package ringside.check;

import java.util.Collection;
import java.util.List;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.story.ExpectedSentence;
import ringside.story.Stories;

/** Something that is done to a ring. */
public sealed interface Deed {

    /** All peers start. */
    record Start() implements Deed {}

    /** A peer is told to ask for a file. */
    record Request(PeerId requester, FileNumber file) implements Deed {}

    /** A peer is told to leave. */
    record Quit(PeerId leaver) implements Deed {}

    /** A peer is killed. */
    record Kill(PeerId victim) implements Deed {}

    /**
     * Returns what the ring must say about it (PROGRAMS 4).
     *
     * @param ring the living peers before it
     */
    default List<ExpectedSentence> storyIn(Collection<PeerId> ring) {
        return switch (this) {
            case Start() -> Stories.ofStart(ring);
            case Request(PeerId requester, FileNumber file) ->
                    Stories.ofRequest(ring, requester, file);
            case Quit(PeerId leaver) -> Stories.ofQuit(ring, leaver);
            case Kill(PeerId victim) -> Stories.ofKill(ring, victim);
        };
    }
}
