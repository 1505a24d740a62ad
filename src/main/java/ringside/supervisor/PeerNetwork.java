package ringside.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.ring.PeerId;
import ringside.status.PeerOptions;

/**
 * How the peers of one host reach each other and those of other hosts (SPEC 13.4).
 *
 * @param listen the address at which they listen; empty for the loopback interface
 * @param directory the peers by the address at which they are; those that are not named are here
 * @param key the ring key, 64 hexadecimal digits; empty for none; secret
 */
public record PeerNetwork(String listen, Map<String, List<PeerId>> directory, String key) {

    /** Bytes of a key. */
    private static final int KEY_BYTES = 32;

    /** Draws a key that nobody can guess. */
    public static String drawKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * Returns the network of peers that are all on the loopback interface of one machine.
     *
     * @param key the ring key; empty for none
     */
    public static PeerNetwork loopback(String key) {
        return new PeerNetwork("", Map.of(), key);
    }

    public PeerNetwork {
        directory = Map.copyOf(directory);
    }

    boolean isKeyed() {
        return !key.isEmpty();
    }

    /** Returns the options for a peer's command line, which anyone may read. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (!listen.isEmpty()) {
            options.addAll(List.of(PeerOptions.LISTEN, listen));
        }
        directory.forEach(
                (address, peers) -> options.addAll(List.of(PeerOptions.AT, entry(address, peers))));
        if (isKeyed()) {
            options.addAll(List.of(PeerOptions.KEY, PeerOptions.STANDARD_INPUT));
        }
        return options;
    }

    private static String entry(String address, List<PeerId> peers) {
        return peers.stream()
                .map(PeerId::toString)
                .collect(Collectors.joining(",", address + "=", ""));
    }

    /** Passes the key to a peer that has just started, if there is one. */
    void passKey(OutputStream standardInput) {
        if (isKeyed()) {
            try {
                standardInput.write((key + "\n").getBytes(StandardCharsets.UTF_8));
                standardInput.flush();
            } catch (IOException e) {
                // The process has ended already, which is told with its reason.
            }
        }
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "PeerNetwork[" + listen + ", " + directory + "]";
    }
}
