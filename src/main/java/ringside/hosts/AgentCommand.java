package ringside.hosts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.supervisor.PeerStart;

/** What the program tells an agent, a line each (SPEC 13.2). */
sealed interface AgentCommand {

    /** The protocol that both sides must speak. */
    int VERSION = 4;

    /**
     * The first line.
     *
     * @param version {@link #VERSION}
     * @param listen the address at which the peers of this host listen
     * @param basePort peer ID listens on this port + ID
     * @param settings with which peers start
     * @param key the ring key, 64 hexadecimal digits; secret
     */
    record Begin(int version, String listen, int basePort, PeerSettings settings, String key)
            implements AgentCommand {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Begin[" + version + ", " + listen + ", " + basePort + ", " + settings + "]";
        }
    }

    /** Instead of the first line: no id is left on the circle for a peer of this host. */
    record RingFull() implements AgentCommand {}

    /**
     * Fewer ids are free than this host brings peers.
     *
     * @param found how many of its peers have an id
     */
    record FewerIds(int found) implements AgentCommand {}

    /** Some peers that are at one address. */
    record Located(String address, List<PeerId> peers) {
        public Located {
            peers = List.copyOf(peers);
        }
    }

    /**
     * Starts a peer.
     *
     * @param how it gets onto the ring
     * @param fault what it does wrong on purpose, or null
     * @param directory where the other peers are
     * @param peersThere how many peers have a place on the host, with this one
     */
    record Start(
            PeerId peer,
            PeerStart how,
            @Nullable PlantedFault fault,
            List<Located> directory,
            int peersThere)
            implements AgentCommand {
        public Start {
            directory = List.copyOf(directory);
        }
    }

    /** Kills the process of a peer. */
    record Kill(PeerId peer) implements AgentCommand {}

    /** Suspends the process of a peer. */
    record Pause(PeerId peer) implements AgentCommand {}

    /** Resumes the process of a peer. */
    record Resume(PeerId peer) implements AgentCommand {}

    /** Passes a command on to a peer. */
    record Tell(PeerId peer, ChannelCommand command) implements AgentCommand {}

    /** Passes a command on to all peers of the host. */
    record TellAll(ChannelCommand command) implements AgentCommand {}

    /**
     * A piece of a file of the program's machine, after those that came before.
     *
     * @param name of the file on the host, without a folder
     * @param data Base64
     */
    record FilePiece(String name, String data) implements AgentCommand {}

    /** Lets a peer store a file whose pieces have all come. */
    record StorePieces(PeerId peer, String name, FileNumber number) implements AgentCommand {}

    /**
     * Asks for a file in the folder of a peer.
     *
     * @param fetch which answers carry
     * @param path as the peer reported it
     */
    record Fetch(long fetch, PeerId peer, String path) implements AgentCommand {}

    /** Asks for the host's time; {@code asked} comes back as it is. */
    record ReadClock(long asked) implements AgentCommand {}
}
