package ringside.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ringside.figure.ChurningRing;
import ringside.figure.LookupRing;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.simulation.SimulatedPeer;
import ringside.simulation.Simulation;
import ringside.simulation.SimulationListener;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * Measures how fast virtual time passes: for 256 peers with pings each second, 10,240 with pings
 * each 30 s (rings of 256 beside each other, of which each goes on by a second at a time), and one
 * ring of 10,000 with pings each 30 s on a wide circle; then how long 100,000 standing peers need
 * for 1,000,000 lookups, and for an hour in which as many peers come and go as the ring has. Starts
 * no processes; the arguments are virtual seconds to warm up and to measure, and those of the
 * churn. Give it 8 GB.
 */
public final class SimulationBenchmark {

    private static final int MS_PER_S = 1_000;
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** Most virtual time in which a ring becomes right. */
    private static final long RIGHT_MS = 300_000;

    private long reports;

    private SimulationBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        int warm = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        new SimulationBenchmark().measure(1, 1, warm, seconds);
        new SimulationBenchmark().measure(40, 30, warm, seconds);
        measureOneRing(10_000, seconds);
        measureLookups(100_000, 1_000_000);
        measureChurn(100_000, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3_600);
    }

    private static void measureOneRing(int peers, int seconds) {
        long before = usedBytes();
        PeerSettings settings =
                PeerSettings.DEFAULTS.withShortcuts(true).withPingIntervalMs(30 * MS_PER_S);
        LookupRing ring = new LookupRing(peers, 1, settings, SimulationListener.NONE);
        long beganNanos = System.nanoTime();
        ring.simulation().run(seconds * (long) MS_PER_S);
        double took = secondsSince(beganNanos);
        System.out.printf(
                Locale.ROOT,
                "%,d peers on one ring, pings each 30 s: %.0f times real time; %.1f MiB%n",
                peers,
                seconds / took,
                (usedBytes() - before) / BYTES_PER_MIB);
    }

    private static void measureLookups(int peers, int lookups) {
        long before = usedBytes();
        PeerSettings settings =
                PeerSettings.DEFAULTS
                        .withShortcuts(true)
                        .withPingIntervalMs(PeerSettings.MAX_PING_INTERVAL_MS);
        long beganNanos = System.nanoTime();
        LookupRing ring = new LookupRing(peers, 1, settings, SimulationListener.NONE);
        double startSeconds = secondsSince(beganNanos);
        int answered = ring.lookUpAll(lookups);
        System.out.printf(
                Locale.ROOT,
                "%,d standing peers after %.1f s; %,d of %,d lookups answered after %.1f s in all;"
                        + " %.1f MiB%n",
                peers,
                startSeconds,
                answered,
                lookups,
                secondsSince(beganNanos),
                (usedBytes() - before) / BYTES_PER_MIB);
    }

    private static void measureChurn(int peers, int seconds) {
        long before = usedBytes();
        long beganNanos = System.nanoTime();
        ChurningRing ring = new ChurningRing(peers, peers / SECONDS_PER_HOUR, 1);
        ring.lookUp(seconds);
        double took = secondsSince(beganNanos);
        System.out.printf(
                Locale.ROOT,
                "%,d peers, each for an hour on average: about %,d virtual s in %.1f s, %.1f times"
                        + " real time; %,d at the end; %d lookups of %,d failed; %.1f MiB%n",
                peers,
                seconds,
                took,
                seconds / took,
                ring.members(),
                ring.failed(),
                seconds,
                (usedBytes() - before) / BYTES_PER_MIB);
    }

    private void measure(int rings, int pingSeconds, int warmSeconds, int seconds) {
        long before = usedBytes();
        List<Simulation> all = new ArrayList<>();
        long beganNanos = System.nanoTime();
        for (int ring = 0; ring < rings; ring++) {
            all.add(started(ring, pingSeconds));
        }
        double startSeconds = secondsSince(beganNanos);
        pass(all, warmSeconds);
        long messagesBefore = messages(all);
        reports = 0;
        beganNanos = System.nanoTime();
        long beganBusy = busyNanos();
        pass(all, seconds);
        double busy = (double) (busyNanos() - beganBusy) / TimeUnit.SECONDS.toNanos(1);
        double took = secondsSince(beganNanos);
        int peers = rings * Circle.IDS_OF_PROCESSES;
        long bytes = usedBytes() - before;
        System.out.printf(
                Locale.ROOT,
                "%,d peers, pings each %d s: right after %.1f s; %d virtual s in %.2f s (%.2f s of one"
                        + " core), %.0f times real time; %,.0f messages and %,.0f reports a second of"
                        + " the core; %.1f MiB, %,d bytes a peer%n",
                peers,
                pingSeconds,
                startSeconds,
                seconds,
                took,
                busy,
                seconds / took,
                (messages(all) - messagesBefore) / busy,
                reports / busy,
                bytes / BYTES_PER_MIB,
                bytes / peers);
    }

    private Simulation started(int seed, int pingSeconds) {
        Simulation simulation =
                new Simulation(
                        seed,
                        PeerSettings.DEFAULTS.withPingIntervalMs((long) pingSeconds * MS_PER_S),
                        0,
                        new Counting());
        simulation.startRing(
                IntStream.range(0, Circle.IDS_OF_PROCESSES).mapToObj(PeerId::new).toList());
        if (simulation.runUntil(simulation::isRingRight, RIGHT_MS) < 0) {
            throw new IllegalStateException("ring " + seed + " is not right");
        }
        return simulation;
    }

    private static void pass(List<Simulation> all, int seconds) {
        for (int second = 0; second < seconds; second++) {
            all.forEach(simulation -> simulation.run(MS_PER_S));
        }
    }

    private static long messages(List<Simulation> all) {
        return all.stream().mapToLong(simulation -> simulation.network().messages()).sum();
    }

    private static long busyNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double secondsSince(long beganNanos) {
        return (double) (System.nanoTime() - beganNanos) / TimeUnit.SECONDS.toNanos(1);
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private final class Counting implements SimulationListener {
        @Override
        public void reported(StatusEntry entry) {
            reports++;
        }

        @Override
        public void printed(PeerId peer, String line) {}

        @Override
        public void ended(SimulatedPeer peer) {}
    }
}
