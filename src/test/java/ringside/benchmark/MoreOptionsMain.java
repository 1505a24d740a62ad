package ringside.benchmark;

import java.util.ArrayList;
import java.util.List;
import ringside.node.PeerMain;

/** A real peer with more options than a supervisor gives it: the words of a property. */
public final class MoreOptionsMain {

    static final String PROPERTY = "ringside.benchmark.options";

    private MoreOptionsMain() {}

    /** Takes the arguments of a real peer. */
    public static void main(String[] words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        String more = System.getProperty(PROPERTY);
        if (!more.isEmpty()) {
            arguments.addAll(List.of(more.split(" ", -1)));
        }
        PeerMain.main(arguments.toArray(String[]::new));
    }
}
