package ringside.model;

/**
 * The known state of a host, which runs peers of the ring.
 *
 * @param name its name; empty for the machine of the window itself
 * @param cut whether a user has cut it off: its peers and those of other hosts do not reach each
 *     other
 */
public record HostState(String name, Contact contact, boolean cut) {

    /** What is heard from the host's agent. */
    public enum Contact {
        HEARD,
        /** Nothing for some seconds; its peers may live. */
        SILENT,
        /** Its connection has ended, and its peers with it. */
        GONE
    }

    static HostState heard(String name) {
        return new HostState(name, Contact.HEARD, false);
    }

    HostState with(Contact next) {
        return new HostState(name, next, cut);
    }

    HostState withCut(boolean next) {
        return new HostState(name, contact, next);
    }

    /** Returns whether it is the machine of the window itself. */
    public boolean isHere() {
        return name.isEmpty();
    }
}
