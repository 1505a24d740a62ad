package ringside.check.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.text.Messages;

/**
 * Lets the network in which this process runs lose datagrams (PROGRAMS 5.11). Let it begin only in
 * a network of one's own. Linux only; use it on one thread.
 *
 * <p>Two ports between which a datagram of a whole segment has travelled to the peer that asked for
 * the file carry the transfer, unless one belongs to a peer that takes no part in it: of all that
 * travels between them, in both directions, a fifth is lost. Pings between other ports stay. It is
 * lost where it arrives: a sender is not told.
 */
final class RealLoss {

    private static final String RULES =
            """
            table inet ringside {
                set transfers { type inet_service . inet_service; size 4096; flags dynamic; }
                chain arrivals {
                    type filter hook input priority 0;
                    udp length >= LENGTH udp dport REQUESTER udp sport != { OTHERS } \
                        add @transfers { udp sport . udp dport } \
                        add @transfers { udp dport . udp sport }
                    udp sport . udp dport @transfers numgen random mod 100 < 20 drop
                }
            }
            """;

    private static final String END = "delete table inet ringside\n";

    private static final int UDP_HEADER = 8;

    /** Administrators' programs lie where the search path of a user does not lead. */
    private static final String[] NFT = {"sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; exec nft -f -"};

    private final Nft nft;
    private boolean hasBegun;

    /** What changes the rules of the network. */
    interface Nft {

        /** Returns the first line of what went wrong; empty if nothing did. */
        Optional<String> run(String rules) throws InterruptedException;
    }

    /** Creates a loss that has not begun. */
    RealLoss() {
        this(RealLoss::runNft);
    }

    RealLoss(Nft nft) {
        this.nft = nft;
    }

    /**
     * Begins.
     *
     * @param mss bytes in a segment
     * @param requester port of the peer that asks for a file
     * @param others ports of the peers that take no part in its transfer, at least one
     * @return why not, a sentence; empty if it has begun
     */
    Optional<String> begin(int mss, int requester, List<Integer> others)
            throws InterruptedException {
        String ports = others.stream().map(Object::toString).collect(Collectors.joining(", "));
        Optional<String> refusal =
                nft.run(
                        RULES.replace("LENGTH", Integer.toString(mss + UDP_HEADER))
                                .replace("REQUESTER", Integer.toString(requester))
                                .replace("OTHERS", ports));
        hasBegun = refusal.isEmpty();
        return refusal.map(why -> Messages.CHECK.format("loss.refused", why));
    }

    /** Ends, if it has begun: a table of the same name in the user's network is not touched. */
    void end() throws InterruptedException {
        if (hasBegun) {
            hasBegun = false;
            nft.run(END);
        }
    }

    private static Optional<String> runNft(String rules) throws InterruptedException {
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
