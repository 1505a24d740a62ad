package ringside.model;

/**
 * The known state of a host, which runs peers of the ring.
 *
 * @param name its name; empty for the machine of the window itself
 * @param cut whether a user has cut it off: its peers and those of other hosts do not reach each
 *     other
 * @param uncertaintyMicros how far the times of its events may be wrong on this machine's clock, in
 *     microseconds; 0 where that is not known, or for the machine of the window
 */
public record HostState(String name, Contact contact, boolean cut, long uncertaintyMicros) {

    /** What is heard from the host's agent. */
    public enum Contact {
        HEARD,
        /** Nothing for some seconds; its peers may live. */
        SILENT,
        /** Its connection has ended, and its peers with it. */
        GONE
    }

    static HostState heard(String name) {
        return new HostState(name, Contact.HEARD, false, 0);
    }

    HostState with(Contact next) {
        return new HostState(name, next, cut, uncertaintyMicros);
    }

    HostState withCut(boolean next) {
        return new HostState(name, contact, next, uncertaintyMicros);
    }

    HostState withUncertainty(long micros) {
        return new HostState(name, contact, cut, micros);
    }

    /** Returns whether it is the machine of the window itself. */
    public boolean isHere() {
        return name.isEmpty();
    }
}
