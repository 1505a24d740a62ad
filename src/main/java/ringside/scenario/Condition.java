package ringside.scenario;

import java.util.List;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** A condition that a scenario waits for or expects (SPEC 11). */
public sealed interface Condition {

    /**
     * {@code ring} or {@code ring 14 43 77}: every living peer has its right two successors and
     * predecessors, and exactly the given peers, if any, are alive.
     *
     * @param members sorted; empty for any peers
     */
    record Ring(List<PeerId> members) implements Condition {
        public Ring {
            members = members.stream().distinct().sorted().toList();
        }
    }

    /** {@code received 2012 at 77}: the peer that requested the file has received all of it. */
    record Received(FileNumber number, PeerId peer) implements Condition {}

    /** {@code not found 2012 at 77}: the owner answered the peer that it has no such file. */
    record NotFound(FileNumber number, PeerId peer) implements Condition {}

    /** {@code stored 2012}: some peer heard that the owner has the file on disk. */
    record Stored(FileNumber number) implements Condition {}

    /** {@code held 2012 at 236}: the peer holds the file for the ring. */
    record Held(FileNumber number, PeerId peer) implements Condition {}

    /** {@code dead 139}: some peer has declared the peer dead since its last start. */
    record Dead(PeerId peer) implements Condition {}

    /** {@code ended 139}: the process of the peer is gone. */
    record Ended(PeerId peer) implements Condition {}

    /**
     * {@code said 5 A file ...}: the terminal of the peer has shown a line that contains this text.
     */
    record Said(PeerId peer, String text) implements Condition {}

    /**
     * {@code hops at most 5}: the last request that the scenario made has come to its owner in no
     * more, or no fewer, hops.
     *
     * @param count at least 1
     */
    record Hops(Bound bound, int count) implements Condition {
        public Hops {
            if (count < 1) {
                throw new IllegalArgumentException(Messages.SCENARIO.format("syntax.hops", count));
            }
        }
    }

    /** On which side of a number something has to be; both take the number in. */
    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    /** {@code shortcuts}: every living peer has its right shortcuts (SPEC 3.6). */
    record Shortcuts() implements Condition {}

    /**
     * {@code file 2012 at 77 equals PATH}: the file that the peer last received under that number
     * has the same bytes.
     */
    record SameBytes(FileNumber number, PeerId peer, String path) implements Condition {}
}
