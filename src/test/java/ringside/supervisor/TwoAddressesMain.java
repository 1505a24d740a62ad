package ringside.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ringside.node.PeerMain;
import ringside.status.PeerOptions;

/**
 * A real peer of a ring with a key at two addresses of this machine, as if they were two machines:
 * even ids are at one, odd ids at the other. The key lies beside the peer's folder.
 */
public final class TwoAddressesMain {

    static final String KEY_FILE = "ring.key";

    private static final List<String> ADDRESSES = List.of("127.0.0.2", "127.0.0.3");
    private static final int IDS = 256;

    private TwoAddressesMain() {}

    /** Takes the arguments of a real peer. */
    public static void main(String[] words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        int at = arguments.getFirst().equals(PeerOptions.JOIN) ? 2 : 0;
        int self = Integer.parseInt(arguments.get(at));
        Path data = Path.of(arguments.get(arguments.indexOf(PeerOptions.DATA) + 1));
        arguments.addAll(List.of(PeerOptions.LISTEN, ADDRESSES.get(self % 2)));
        for (int host = 0; host < ADDRESSES.size(); host++) {
            arguments.addAll(List.of(PeerOptions.AT, ADDRESSES.get(host) + "=" + ids(host)));
        }
        arguments.addAll(List.of(PeerOptions.KEY, data.resolveSibling(KEY_FILE).toString()));
        PeerMain.main(arguments.toArray(String[]::new));
    }

    private static String ids(int host) {
        return IntStream.range(0, IDS)
                .filter(id -> id % 2 == host)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }
}
