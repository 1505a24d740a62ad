package ringside.hosts;

import java.util.List;
import java.util.Map;
import ringside.ring.PeerId;

/**
 * What a ring over several hosts is to be (SPEC 13.1, 13.4).
 *
 * @param hosts at least one
 * @param pinned peers that run on a host of this name
 * @param key the ring key, 64 hexadecimal digits; secret
 */
public record HostsPlan(List<Host> hosts, Map<PeerId, String> pinned, String key) {

    public HostsPlan {
        hosts = List.copyOf(hosts);
        pinned = Map.copyOf(pinned);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "HostsPlan[" + hosts + ", " + pinned + "]";
    }
}
