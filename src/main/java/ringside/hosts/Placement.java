package ringside.hosts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.ring.WidestGap;
import ringside.supervisor.ActionFailedException;
import ringside.text.Messages;

/**
 * Which host each peer runs on (SPEC 13.1). Peers that follow each other on the circle get hosts in
 * turns: so a host that is gone leaves gaps of single peers, which a list of two successors closes.
 * Thread-safe.
 */
final class Placement {

    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<PeerId, Host> places = new TreeMap<>();

    /** Creates a placement of nobody over hosts in the order of their file. */
    Placement(List<Host> hosts) {
        hosts.forEach(host -> this.hosts.put(host.name(), host));
    }

    /**
     * Adds a host that peers may be placed on from now on.
     *
     * @return whether there was none of this name
     */
    synchronized boolean add(Host host) {
        return hosts.putIfAbsent(host.name(), host) == null;
    }

    /**
     * Puts a guest in the place of one of the same name that has left (SPEC 13.7).
     *
     * @return whether there was one, and no peer has a place on it any more
     */
    synchronized boolean replace(Host guest) {
        Host before = hosts.get(guest.name());
        if (before == null || !before.isGuest() || load(before) > 0) {
            return false;
        }
        hosts.put(guest.name(), guest);
        return true;
    }

    /** Returns the host of this name; empty if there is none. */
    synchronized Optional<Host> find(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    /** Returns the other hosts at the address of a host. */
    synchronized List<Host> othersAtTheAddressOf(Host host) {
        return hosts.values().stream()
                .filter(other -> other.address().equals(host.address()))
                .filter(other -> !other.name().equals(host.name()))
                .toList();
    }

    /** Returns the peers that have a place. */
    synchronized Set<PeerId> placed() {
        return Set.copyOf(places.keySet());
    }

    /**
     * Returns the host of this name.
     *
     * @throws ActionFailedException with a sentence when there is none
     */
    synchronized Host host(String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new ActionFailedException(
                    Messages.HOSTS.format("host.none", name, String.join(", ", hosts.keySet())));
        }
        return host;
    }

    /**
     * Places a peer on a host, whatever its place was.
     *
     * @throws ActionFailedException with a sentence when there is no such host, or no room on it
     */
    synchronized void put(PeerId peer, String name) {
        Host host = host(name);
        places.remove(peer);
        if (!hasRoom(host)) {
            throw new ActionFailedException(
                    Messages.HOSTS.format("host.full", name, host.mostPeers()));
        }
        places.put(peer, host);
    }

    /**
     * Places new peers on a host, each in the widest gap of the circle that is left.
     *
     * @return their ids: as many as wanted, or as are free
     * @throws ActionFailedException as that of {@link #put}
     */
    synchronized List<PeerId> putInGaps(String name, int wanted) {
        List<PeerId> newcomers = new ArrayList<>();
        while (newcomers.size() < wanted && places.size() < Circle.IDS_OF_PROCESSES) {
            PeerId next = WidestGap.middle(List.copyOf(places.keySet()));
            put(next, name);
            newcomers.add(next);
        }
        return newcomers;
    }

    /**
     * Places the peers of a whole ring, in turns.
     *
     * @param ring in the order of the circle; those that have a place keep it
     * @throws ActionFailedException with a sentence when the hosts have no room for all
     */
    synchronized void putAll(List<PeerId> ring) {
        List<Host> turns = new ArrayList<>(hosts.values());
        for (PeerId peer : ring) {
            if (!places.containsKey(peer)) {
                Host next =
                        turns.stream().filter(this::hasRoom).findFirst().orElseThrow(this::full);
                places.put(peer, next);
                turns.remove(next);
                turns.add(next);
            }
        }
    }

    /**
     * Returns the host of a peer; one that has no place gets one on the host with the fewest peers.
     *
     * @throws ActionFailedException with a sentence when no host has room
     */
    synchronized Host of(PeerId peer) {
        return places.computeIfAbsent(
                peer,
                _ ->
                        hosts.values().stream()
                                .filter(this::hasRoom)
                                .min(Comparator.comparingLong(this::load))
                                .orElseThrow(this::full));
    }

    /** Forgets the place of a peer that has ended, unless it has another one now. */
    synchronized void leave(PeerId peer, Host host) {
        places.remove(peer, host);
    }

    /** Returns how many peers have a place on a host. */
    synchronized int peersOn(Host host) {
        return (int) load(host);
    }

    private long load(Host host) {
        return places.values().stream().filter(host::equals).count();
    }

    private boolean hasRoom(Host host) {
        return load(host) < host.mostPeers();
    }

    private ActionFailedException full() {
        return new ActionFailedException(Messages.HOSTS.format("hosts.full"));
    }
}
