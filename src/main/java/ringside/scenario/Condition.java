package ringside.scenario;

import java.util.List;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** Something that a scenario waits for or expects (SPEC 11). */
public sealed interface Condition {

    /**
     * {@code ring} or {@code ring 14 43 77}: every living peer's two successors and two
     * predecessors are right, and, where ids are given, exactly those peers live.
     *
     * @param members sorted; empty when any will do
     */
    record Ring(List<PeerId> members) implements Condition {
        public Ring {
            members = members.stream().distinct().sorted().toList();
        }
    }

    /** {@code received 2012 at 77}: the file lies complete at the peer that asked for it. */
    record Received(FileNumber number, PeerId peer) implements Condition {}

    /** {@code not found 2012 at 77}: the peer that asked heard that the owner has no such file. */
    record NotFound(FileNumber number, PeerId peer) implements Condition {}

    /** {@code stored 2012}: somebody was told that the owner has it on disk. */
    record Stored(FileNumber number) implements Condition {}

    /** {@code held 2012 at 236}: the peer holds the file for the ring. */
    record Held(FileNumber number, PeerId peer) implements Condition {}

    /** {@code dead 139}: another peer has declared it dead since its last start. */
    record Dead(PeerId peer) implements Condition {}

    /** {@code ended 139}: its process is gone. */
    record Ended(PeerId peer) implements Condition {}

    /** {@code said 5 A file ...}: its terminal has shown a line with this text in it. */
    record Said(PeerId peer, String text) implements Condition {}

    /**
     * {@code file 2012 at 77 equals PATH}: what the peer received last under that number has the
     * same bytes.
     */
    record SameBytes(FileNumber number, PeerId peer, String path) implements Condition {}
}
