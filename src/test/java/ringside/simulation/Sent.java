package ringside.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.ring.FileName;

/**
 * Every file that any peer of a simulation has opened for sending: received data must be a prefix
 * of one.
 */
final class Sent {

    private final Map<FileName, List<byte[]>> contents = new TreeMap<>();

    private boolean isSpoiltExpected;

    /** Stops comparing, because a peer with a planted fault writes what nobody sent. */
    void expectSpoiltBytes() {
        isSpoiltExpected = true;
    }

    void note(FileName name, byte[] content) {
        List<byte[]> known = contents.computeIfAbsent(name, key -> new ArrayList<>());
        if (known.stream().noneMatch(each -> Arrays.equals(each, content))) {
            known.add(content);
        }
    }

    void requirePrefix(FileName name, byte[] written) {
        boolean isPrefix =
                isSpoiltExpected
                        || contents.getOrDefault(name, List.of()).stream()
                                .anyMatch(content ->
                                        content.length >= written.length
                                                && Arrays.equals(
                                                        content,
                                                        0,
                                                        written.length,
                                                        written,
                                                        0,
                                                        written.length));
        if (!isPrefix) {
            throw new AssertionError("received bytes are a prefix of sent ones: " + name);
        }
    }
}
