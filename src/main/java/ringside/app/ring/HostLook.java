package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import ringside.model.HostState;
import ringside.model.HostState.Contact;
import ringside.model.Hosts;

/** How a host looks: its colour and what its arcs are drawn with (WINDOW 2.13). Pure. */
public final class HostLook {

    private static final List<String> COLOURS =
            List.of("host-a", "host-b", "host-c", "host-d", "host-e", "host-f");

    static final String CUT = "cut";
    static final String SILENT = "silent";
    static final String GONE = "gone";

    private HostLook() {}

    /** Returns the class of its colour; more hosts than colours share some. */
    static String colourOf(HostState host, Hosts hosts) {
        return COLOURS.get(hosts.all().indexOf(host) % COLOURS.size());
    }

    /** Returns the classes of its look: its colour first, then what is wrong with it. */
    public static List<String> classesOf(HostState host, Hosts hosts) {
        List<String> classes = new ArrayList<>(List.of(colourOf(host, hosts)));
        if (host.cut()) {
            classes.add(CUT);
        }
        if (host.contact() == Contact.SILENT) {
            classes.add(SILENT);
        }
        if (host.contact() == Contact.GONE) {
            classes.add(GONE);
        }
        return classes;
    }
}
