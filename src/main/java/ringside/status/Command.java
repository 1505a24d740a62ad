package ringside.status;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ringside.ring.PeerId;

/**
 * What a user can ask of the ring: typed in the command box, chosen in a menu, or written in a
 * scenario file. {@link CommandParser} reads it from text.
 */
public sealed interface Command {

    /** Start a peer that joins the ring through a living one, or begins it. */
    record Add(List<PeerId> peers) implements Command {
        public Add {
            peers = someOf(peers);
        }
    }

    /** End processes with SIGKILL. */
    record Kill(List<PeerId> peers) implements Command {
        public Kill {
            peers = someOf(peers);
        }
    }

    /** Stop processes with SIGSTOP. */
    record Pause(List<PeerId> peers) implements Command {
        public Pause {
            peers = someOf(peers);
        }
    }

    /** Continue processes with SIGCONT. */
    record Resume(List<PeerId> peers) implements Command {
        public Resume {
            peers = someOf(peers);
        }
    }

    /** Start dead peers again, or let living ones quit and join again. */
    record Restart(List<PeerId> peers) implements Command {
        public Restart {
            peers = someOf(peers);
        }
    }

    /** Tell some peers to do something themselves. */
    record Tell(List<PeerId> peers, PeerCommand what) implements Command {
        public Tell {
            peers = someOf(peers);
            requireNonNull(what, "what");
        }
    }

    /** Tell every living peer, and every one that is added later, to do something. */
    record TellAll(PeerCommand what) implements Command {
        public TellAll {
            requireNonNull(what, "what");
        }
    }

    /** Stop all traffic between two living peers, in both directions. */
    record CutLink(PeerId one, PeerId other) implements Command {
        public CutLink {
            apart(one, other);
        }
    }

    /** Let the traffic between two peers flow again. */
    record MendLink(PeerId one, PeerId other) implements Command {
        public MendLink {
            apart(one, other);
        }
    }

    private static void apart(PeerId one, PeerId other) {
        if (one.equals(other)) {
            throw new IllegalArgumentException(StatusMessages.format("command.link"));
        }
    }

    private static List<PeerId> someOf(List<PeerId> peers) {
        List<PeerId> distinct = peers.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException(StatusMessages.format("command.peers"));
        }
        return distinct;
    }
}
