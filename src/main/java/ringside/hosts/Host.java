package ringside.hosts;

import java.net.InetAddress;
import ringside.status.HostNames;
import ringside.text.Messages;

/**
 * A machine that runs peers (SPEC 13.1).
 *
 * @param name what the user calls it, and what {@code ssh} is told
 * @param address where its peers listen, and where the others find them
 * @param mostPeers how many peers run there at once at most, at least 1
 * @param via the command that reaches it, in the words of the shell; {@value #COMMAND} stands for
 *     what runs there; empty for a host that has joined by itself (SPEC 13.7)
 */
public record Host(String name, InetAddress address, int mostPeers, String via) {

    /** What runs on the host, within {@link #via}. */
    static final String COMMAND = "{command}";

    /**
     * The user's own client, so that configuration, keys and known hosts are the user's. It asks
     * nothing, since nobody could answer, and gives up two minutes after the link broke: a cable
     * that is plugged in again before that costs nothing.
     */
    private static final String SSH =
            "ssh -T -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15"
                    + " -o ServerAliveCountMax=8 ";

    /**
     * Validates the name and the number of peers, and that the command has a place for what runs
     * there.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public Host {
        HostNames.check(name);
        if (mostPeers < 1) {
            throw new IllegalArgumentException(Messages.HOSTS.format("host.peers", name));
        }
        if (!via.isEmpty() && !via.contains(COMMAND)) {
            throw new IllegalArgumentException(Messages.HOSTS.format("host.via", name, COMMAND));
        }
    }

    /** Returns the address in digits. */
    String listens() {
        return address.getHostAddress();
    }

    /** Returns whether it has joined by itself, so that nobody can reach it (SPEC 13.7). */
    boolean isGuest() {
        return via.isEmpty();
    }

    /** Returns the command that reaches a host by its name, where nothing else is said. */
    static String ssh(String name) {
        return SSH + name + ' ' + COMMAND;
    }
}
