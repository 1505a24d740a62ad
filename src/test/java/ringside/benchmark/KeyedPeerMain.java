package ringside.benchmark;

import java.util.ArrayList;
import java.util.List;
import ringside.node.PeerMain;
import ringside.status.PeerOptions;

/** A real peer with a ring key, from the file that a property names. */
public final class KeyedPeerMain {

    static final String KEY_PROPERTY = "ringside.benchmark.key";

    private KeyedPeerMain() {}

    /** Takes the arguments of a real peer. */
    public static void main(String[] words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(PeerOptions.KEY, System.getProperty(KEY_PROPERTY)));
        PeerMain.main(arguments.toArray(String[]::new));
    }
}
