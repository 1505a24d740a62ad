package ringside.status;

import java.util.List;
import ringside.ring.PeerId;

/**
 * A command that a supervisor sends over the status channel (SPEC 9.1): one to the peer, or one to
 * the process around it, which alone knows addresses.
 */
public sealed interface ChannelCommand
        permits PeerCommand, ChannelCommand.Locate, ChannelCommand.KeepToHost {

    /**
     * Says where peers are from now on (SPEC 1.7).
     *
     * @param address an IPv4 or IPv6 address in digits
     * @param peers ids of processes
     */
    record Locate(String address, List<PeerId> peers) implements ChannelCommand {
        public Locate {
            peers = List.copyOf(peers);
        }
    }

    /**
     * Sends nothing to other addresses than the peer's own from now on and takes nothing from them,
     * as if the cable of its host were pulled, or does so again (SPEC 13.6).
     */
    record KeepToHost(boolean on) implements ChannelCommand {}
}
