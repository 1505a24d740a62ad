package ringside.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** How long a peer takes from its process to 'running', ten times alone, and what it holds then. */
public final class PeerBenchmark {

    private static final int BASE_PORT = 21_300;
    private static final int ROUNDS = 10;

    private PeerBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        double[] readyMs = new double[ROUNDS];
        try (MeasuredRing ring = new MeasuredRing(PeerSettings.DEFAULTS, BASE_PORT)) {
            ring.start(1);
            ring.await(entry -> entry.event() instanceof LifeEvent.Running, 30);
            for (int i = 0; i < ROUNDS; i++) {
                ring.carryOut("kill 1");
                ring.await(entry -> entry.event() instanceof ProcessEvent.ProcessEnded, 30);
                TimeUnit.SECONDS.sleep(1);
                ring.forget();
                ring.carryOut("add 1");
                StatusEntry started =
                        ring.await(
                                entry -> entry.event() instanceof ProcessEvent.ProcessStarted, 30);
                StatusEntry running =
                        ring.await(entry -> entry.event() instanceof LifeEvent.Running, 30);
                readyMs[i] = (running.atMicros() - started.atMicros()) / 1e3;
            }
            Arrays.sort(readyMs);
            System.out.printf(
                    "ready after: median %.0f ms, fastest %.0f ms, slowest %.0f ms%n",
                    (readyMs[ROUNDS / 2 - 1] + readyMs[ROUNDS / 2]) / 2,
                    readyMs[0],
                    readyMs[ROUNDS - 1]);
        }
        try (MeasuredRing ring = new MeasuredRing(PeerSettings.DEFAULTS, BASE_PORT)) {
            ring.start(14, 43, 77, 104, 139, 168, 201, 236);
            ring.awaitState(MeasuredRing::isWholeAndRight, 30);
            TimeUnit.SECONDS.sleep(60);
            for (int id : new int[] {14, 104, 236}) {
                long pid =
                        ring.entries().stream()
                                .filter(entry -> entry.peer().equals(new PeerId(id)))
                                .map(StatusEntry::event)
                                .filter(ProcessEvent.ProcessStarted.class::isInstance)
                                .map(event -> ((ProcessEvent.ProcessStarted) event).processId())
                                .findFirst()
                                .orElseThrow();
                System.out.printf(
                        "peer %d of 8 after a minute: %.1f MiB resident%n",
                        id, residentKib(pid) / 1024.0);
            }
        }
    }

    private static long residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
