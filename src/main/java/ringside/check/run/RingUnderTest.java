package ringside.check.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.check.Deed;
import ringside.check.Evidence;
import ringside.check.Evidence.OwnFile;
import ringside.check.RingPlan;
import ringside.check.RingPlan.SizedFile;
import ringside.digest.Digests;
import ringside.program.FolderCopy;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.CommandTemplate.Hole;
import ringside.supervisor.AtExit;

/** A ring of a program that is checked. Use it on one thread; watchers have their own. */
final class RingUnderTest implements AutoCloseable {

    private static final int SUCCESSORS = 2;

    private final RingOrder order;
    private final Evidence.Wire wire;
    private final ObservationLog log;
    private final Map<PeerId, PeerUnderTest> peers = new ConcurrentSkipListMap<>();
    private final List<OwnFile> files = new ArrayList<>();
    private final SortedSet<PeerId> living;
    private final long endNanos;
    private @Nullable AtExit atExit;

    /**
     * Creates a ring of which no peer runs.
     *
     * @param wire whether {@code log} gets all that travels between peers
     */
    RingUnderTest(RingOrder order, Evidence.Wire wire, ObservationLog log) {
        this.order = order;
        this.wire = wire;
        this.log = log;
        living = new TreeSet<>(order.plan().ring());
        endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(order.secondsLeft());
    }

    /**
     * Starts all peers, each in a folder of its own with a file of its own random bytes.
     *
     * @throws IOException when one cannot be started, or its folder not be made
     */
    void start() throws IOException {
        atExit = AtExit.run("end of the ring", this::endAll);
        Random random = new Random(order.seed());
        for (PeerId peer : order.plan().ring()) {
            Path folder = folderOf(peer);
            FolderCopy.copy(Path.of(order.built()), folder);
            for (SizedFile each : order.plan().files()) {
                byte[] bytes = new byte[each.bytes()];
                random.nextBytes(bytes);
                Path file = folder.resolve(each.name());
                Files.write(file, bytes);
                files.add(new OwnFile(peer, each.number(), Digests.sha256(file)));
            }
        }
        for (PeerId peer : order.plan().ring()) {
            peers.put(
                    peer,
                    PeerUnderTest.start(
                            peer,
                            order.basePort() + peer.value(),
                            commandOf(peer),
                            folderOf(peer),
                            CleanEnvironment.of(folderOf(peer)),
                            order.rules(),
                            () -> Set.copyOf(order.plan().numbers()),
                            log));
        }
    }

    private Path folderOf(PeerId peer) {
        return Path.of(order.folder()).resolve("peer-" + peer);
    }

    private List<String> commandOf(PeerId peer) {
        List<PeerId> successors =
                IdealRing.successors(new TreeSet<>(order.plan().ring()), peer, SUCCESSORS);
        Map<Hole, Object> values = new EnumMap<>(Hole.class);
        values.put(Hole.ID, peer);
        values.put(Hole.FIRST, successors.getFirst());
        values.put(Hole.SECOND, successors.getLast());
        values.put(Hole.MSS, order.plan().mss());
        values.put(Hole.LOSS, order.plan().loss());
        values.put(Hole.INTERVAL, order.interval());
        values.put(Hole.PORT, order.basePort() + peer.value());
        values.put(Hole.FOLDER, folderOf(peer));
        return CommandTemplate.parse(order.start()).fill(values);
    }

    PeerUnderTest peer(PeerId id) {
        PeerUnderTest peer = peers.get(id);
        if (peer == null) {
            throw new IllegalArgumentException("no peer " + id);
        }
        return peer;
    }

    SortedSet<PeerId> living() {
        return new TreeSet<>(living);
    }

    /** Takes a peer that leaves, or is killed, out of those that live. */
    void gone(PeerId peer) {
        living.remove(peer);
    }

    /** Returns whether the time of the whole check is up, counted from when this was created. */
    boolean isTimeUp() {
        return System.nanoTime() - endNanos >= 0;
    }

    /** Returns all that there is to judge a deed by. */
    Evidence evidence(Deed deed, SortedSet<PeerId> before, long sinceMicros) {
        return new Evidence(
                order.rules(),
                order.plan(),
                order.basePort(),
                List.copyOf(before),
                deed,
                sinceMicros,
                log.all(),
                files,
                wire);
    }

    int portOf(PeerId peer) {
        return order.basePort() + peer.value();
    }

    RingPlan plan() {
        return order.plan();
    }

    Evidence.Wire wire() {
        return wire;
    }

    ObservationLog log() {
        return log;
    }

    /** Kills all that is left. */
    @Override
    public void close() {
        endAll();
        if (atExit != null) {
            atExit.remove();
        }
    }

    private void endAll() {
        peers.values().forEach(PeerUnderTest::end);
    }
}
