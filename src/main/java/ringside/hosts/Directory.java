package ringside.hosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.hosts.AgentCommand.Located;
import ringside.ring.PeerId;

/**
 * The hosts on which the peers of a ring are or, after their end, were last (SPEC 13.4). One that
 * comes back to its old address is no news to the others; so it must be in what those get that
 * start while it is away. Thread-safe.
 */
final class Directory {

    private final Map<PeerId, Host> hosts = new LinkedHashMap<>();

    /**
     * Enters where a peer is.
     *
     * @return whether its address is news to those that have the directory
     */
    synchronized boolean enter(PeerId peer, Host host) {
        Host before = hosts.put(peer, host);
        return before == null || !before.listens().equals(host.listens());
    }

    /** Returns where a peer is or was; empty if it never was anywhere. */
    synchronized Optional<Host> hostOf(PeerId peer) {
        return Optional.ofNullable(hosts.get(peer));
    }

    synchronized List<Located> all() {
        return byAddress(addresses());
    }

    /** Returns what has come or changed since {@link #all} gave a list. */
    synchronized List<Located> newsSince(List<Located> given) {
        Map<PeerId, String> known = new HashMap<>();
        given.forEach(each -> each.peers().forEach(peer -> known.put(peer, each.address())));
        Map<PeerId, String> news = addresses();
        news.entrySet().removeAll(known.entrySet());
        return byAddress(news);
    }

    private Map<PeerId, String> addresses() {
        Map<PeerId, String> addresses = new LinkedHashMap<>();
        hosts.forEach((peer, host) -> addresses.put(peer, host.listens()));
        return addresses;
    }

    private static List<Located> byAddress(Map<PeerId, String> addresses) {
        Map<String, List<PeerId>> peers = new LinkedHashMap<>();
        addresses.forEach((peer, address) ->
                peers.computeIfAbsent(address, _ -> new ArrayList<>()).add(peer));
        return peers.entrySet().stream()
                .map(each -> new Located(each.getKey(), each.getValue()))
                .toList();
    }
}
