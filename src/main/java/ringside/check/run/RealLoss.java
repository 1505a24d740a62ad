package ringside.check.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ringside.text.Messages;

/**
 * Lets the network in which this process runs lose datagrams (PROGRAMS 5.11). Call it only in a
 * network of one's own. Linux only.
 *
 * <p>Two ports between which a datagram of a whole segment has travelled carry a transfer: of all
 * that travels between them, in both directions, a fifth is lost. Pings between other ports stay.
 * It is lost where it arrives: a sender is not told.
 */
final class RealLoss {

    private static final String RULES =
            """
            table inet ringside {
                set transfers { type inet_service . inet_service; size 4096; flags dynamic; }
                chain arrivals {
                    type filter hook input priority 0;
                    udp length >= LENGTH add @transfers { udp sport . udp dport } \
                        add @transfers { udp dport . udp sport }
                    udp sport . udp dport @transfers numgen random mod 100 < 20 drop
                }
            }
            """;

    private static final String END = "delete table inet ringside\n";

    private static final int UDP_HEADER = 8;

    /** Administrators' programs lie where the search path of a user does not lead. */
    private static final String[] NFT = {"sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; exec nft -f -"};

    private RealLoss() {}

    /**
     * Begins.
     *
     * @param mss bytes in a segment
     * @return why not, a sentence; empty if it has begun
     */
    static Optional<String> begin(int mss) throws InterruptedException {
        return run(RULES.replace("LENGTH", Integer.toString(mss + UDP_HEADER)))
                .map(why -> Messages.CHECK.format("loss.refused", why));
    }

    /** Ends, if it has begun. */
    static void end() throws InterruptedException {
        run(END);
    }

    /** Returns the first line of what went wrong; empty if nothing did. */
    private static Optional<String> run(String rules) throws InterruptedException {
        try {
            Process nft = new ProcessBuilder(NFT).redirectErrorStream(true).start();
            try (OutputStream in = nft.getOutputStream()) {
                in.write(rules.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It has ended without reading, and says why.
            }
            String output = new String(nft.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return nft.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of(output.lines().findFirst().orElse("nft"));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
