package ringside.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.simulation.SimulatedPeer;
import ringside.simulation.Simulation;
import ringside.simulation.SimulationListener;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * Measures how fast virtual time passes for 10,240 peers with pings each 30 s, and for 256 with
 * pings each second. A circle has 256 ids, so that many peers are rings beside each other, of which
 * each goes on by a second at a time. Starts no processes; the arguments are virtual seconds to
 * warm up and to measure.
 */
public final class SimulationBenchmark {

    private static final int MS_PER_S = 1_000;
    private static final double BYTES_PER_MIB = 1 << 20;

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
