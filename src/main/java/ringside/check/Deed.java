package ringside.check;

import java.util.Collection;
import java.util.Collections;
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

    /** A peer is told to ask for files, for each when the one before is there. */
    record RequestEach(PeerId requester, List<FileNumber> files) implements Deed {

        /** Copies the list. */
        public RequestEach {
            files = List.copyOf(files);
        }
    }

    /** Peers are told to ask for one file at once. */
    record RequestTogether(List<PeerId> requesters, FileNumber file) implements Deed {

        /** Copies the list. */
        public RequestTogether {
            requesters = List.copyOf(requesters);
        }
    }

    /** A peer is told to ask for a file that nobody has. */
    record RequestMissing(PeerId requester, FileNumber file) implements Deed {}

    /** Words that are no command are typed to a peer. */
    record TypeWrong(PeerId peer) implements Deed {}

    /** Bytes that are no message are sent to both ports of a peer. */
    record SendRubbish(PeerId peer) implements Deed {}

    /** A peer stands still some times, each for nearly the time between two pings. */
    record Pause(PeerId peer) implements Deed {}

    /** A peer is killed, and another one when that has been noticed. */
    record KillBoth(PeerId first, PeerId second) implements Deed {}

    /** Ctrl-C is typed to a peer. */
    record Interrupt(PeerId peer) implements Deed {}

    /** A peer is told to ask for a file while datagrams of the transfer are lost for real. */
    record RequestUnderLoss(PeerId requester, FileNumber file) implements Deed {}

    /** A peer is told to leave, and another one when all have heard of that. */
    record QuitBoth(PeerId first, PeerId second) implements Deed {}

    /** Two neighbours are killed at once. */
    record KillNeighbours(PeerId first, PeerId second) implements Deed {}

    /** The input of a peer ends: Ctrl-D is typed. */
    record EndInput(PeerId peer) implements Deed {}

    /** Returns the peers that are told to leave, in the order in which they are told. */
    default List<PeerId> leavers() {
        return switch (this) {
            case Quit(PeerId leaver) -> List.of(leaver);
            case QuitBoth(PeerId first, PeerId second) -> List.of(first, second);
            case Start _,
                    Request _,
                    Kill _,
                    RequestEach _,
                    RequestTogether _,
                    RequestMissing _,
                    TypeWrong _,
                    SendRubbish _,
                    Pause _,
                    KillBoth _,
                    Interrupt _,
                    RequestUnderLoss _,
                    KillNeighbours _,
                    EndInput _ ->
                    List.of();
        };
    }

    /** Returns the peers that are told to ask for a file, once for each time that they are told. */
    default List<PeerId> requesters() {
        return switch (this) {
            case Request(PeerId requester, FileNumber _) -> List.of(requester);
            case RequestEach(PeerId requester, List<FileNumber> files) ->
                    Collections.nCopies(files.size(), requester);
            case RequestTogether(List<PeerId> requesters, FileNumber _) -> requesters;
            case RequestMissing(PeerId requester, FileNumber _) -> List.of(requester);
            case RequestUnderLoss(PeerId requester, FileNumber _) -> List.of(requester);
            case Start _,
                    Quit _,
                    Kill _,
                    TypeWrong _,
                    SendRubbish _,
                    Pause _,
                    KillBoth _,
                    Interrupt _,
                    QuitBoth _,
                    KillNeighbours _,
                    EndInput _ ->
                    List.of();
        };
    }

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
            case KillBoth(PeerId first, PeerId second) -> {
                List<PeerId> left = ring.stream().filter(peer -> !peer.equals(first)).toList();
                yield Stories.ofKill(left, second);
            }
            case QuitBoth(PeerId first, PeerId second) -> {
                List<PeerId> left = ring.stream().filter(peer -> !peer.equals(first)).toList();
                yield Stories.ofQuit(left, second);
            }
            case RequestEach _,
                    RequestTogether _,
                    RequestMissing _,
                    TypeWrong _,
                    SendRubbish _,
                    Pause _,
                    Interrupt _,
                    RequestUnderLoss _,
                    KillNeighbours _,
                    EndInput _ ->
                    List.of();
        };
    }
}
