package ringside.status;

import java.util.List;
import ringside.ring.PeerId;
import ringside.text.Messages;

/**
 * A user command to the ring: typed in the command box, chosen in a menu, or written in a scenario
 * file. {@link CommandParser} parses it.
 */
public sealed interface Command {

    /** A command to some peers, each of which may refuse it. */
    sealed interface ToPeers extends Command {
        /** Returns the peers, each once; at least one. */
        List<PeerId> peers();
    }

    /** A command to a host, which runs peers of the ring on another machine. */
    sealed interface ToHost extends Command {
        /** Returns the host's name. */
        String host();
    }

    /** A command about the line between two different peers. */
    sealed interface ToLink extends Command {
        PeerId one();

        PeerId other();
    }

    /** Starts peers; each joins through a living peer, or begins the ring if there is none. */
    record Add(List<PeerId> peers) implements ToPeers {
        public Add {
            peers = someOf(peers);
        }
    }

    /** Starts peers like {@link Add}, on the host of that name. */
    record AddOn(List<PeerId> peers, String host) implements ToPeers {
        public AddOn {
            peers = someOf(peers);
            HostNames.check(host);
        }
    }

    /** Kills processes with SIGKILL. */
    record Kill(List<PeerId> peers) implements ToPeers {
        public Kill {
            peers = someOf(peers);
        }
    }

    /** Suspends processes with SIGSTOP. */
    record Pause(List<PeerId> peers) implements ToPeers {
        public Pause {
            peers = someOf(peers);
        }
    }

    /** Resumes processes with SIGCONT. */
    record Resume(List<PeerId> peers) implements ToPeers {
        public Resume {
            peers = someOf(peers);
        }
    }

    /** Restarts peers: dead ones start again, living ones quit first and then rejoin. */
    record Restart(List<PeerId> peers) implements ToPeers {
        public Restart {
            peers = someOf(peers);
        }
    }

    /** Sends a command to the given peers. */
    record Tell(List<PeerId> peers, PeerCommand what) implements ToPeers {
        public Tell {
            peers = someOf(peers);
        }
    }

    /** Sends a command to every living peer, and to every peer added later. */
    record TellAll(PeerCommand what) implements Command {}

    /** Blocks all traffic between two living peers, in both directions. */
    record CutLink(PeerId one, PeerId other) implements ToLink {
        public CutLink {
            apart(one, other);
        }
    }

    /** Restores the traffic between two peers. */
    record MendLink(PeerId one, PeerId other) implements ToLink {
        public MendLink {
            apart(one, other);
        }
    }

    /** Blocks all traffic between the peers of a host and those of all others. */
    record CutHost(String host) implements ToHost {
        public CutHost {
            HostNames.check(host);
        }
    }

    /** Restores the traffic between the peers of a host and those of all others. */
    record MendHost(String host) implements ToHost {
        public MendHost {
            HostNames.check(host);
        }
    }

    private static void apart(PeerId one, PeerId other) {
        if (one.equals(other)) {
            throw new IllegalArgumentException(Messages.STATUS.format("command.link"));
        }
    }

    private static List<PeerId> someOf(List<PeerId> peers) {
        List<PeerId> distinct = peers.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException(Messages.STATUS.format("command.peers"));
        }
        return distinct;
    }
}
