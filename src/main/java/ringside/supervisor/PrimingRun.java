package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.FileEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEvent;

/** A short run of real peers that exercises most of a peer's code. */
final class PrimingRun {

    /** Longest wait for one step in ms: the archive is not worth more. */
    private static final long STEP_LIMIT_MS = 10_000;

    /** Polling interval in ms. */
    private static final long POLL_MS = 10;

    /** Ports used neither by the default ring nor as ephemeral ports of the system. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    /** Enough for several segments. */
    private static final int FILE_BYTES = 2_000;

    /** One of two peers far apart on the circle, so that each owns a file. */
    private static final PeerId OTHER = new PeerId(129);

    /** The peer that plays every role: it stores and holds, requests and answers. */
    static final PeerId LISTED = new PeerId(1);

    private static final FileNumber OF_LISTED = new FileNumber("0200");
    private static final FileNumber OF_OTHER = new FileNumber("0100");

    private PrimingRun() {}

    /** Returns a random base port that is probably free. */
    static int basePort() {
        return ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
    }

    /** Starts the ring, sends files both ways, and ends it. */
    static void run(SupervisorSettings settings) throws IOException {
        Path file = Files.write(settings.runFolder().resolve("file.txt"), new byte[FILE_BYTES]);
        Supervisor ring = Supervisor.open(settings);
        try {
            ring.startRing(List.of(LISTED, OTHER)).join();
            await(ring, NeighbourEvent.PingAnswered.class);
            exchange(ring, file, LISTED, OF_OTHER);
            exchange(ring, file, OTHER, OF_LISTED);
        } finally {
            ring.quitAll().join();
        }
    }

    private static void exchange(Supervisor ring, Path file, PeerId peer, FileNumber number) {
        tell(ring, peer, new PeerCommand.Store(file.toString(), number));
        await(ring, FileEvent.FileStored.class);
        tell(ring, peer, new PeerCommand.Request(number));
        await(ring, FileEvent.FileReceived.class);
    }

    private static void tell(Supervisor ring, PeerId peer, PeerCommand what) {
        ring.carryOut(new Command.Tell(List.of(peer), what)).join();
    }

    /** Waits for an event, up to the limit of a step. */
    private static void await(Supervisor ring, Class<? extends StatusEvent> kind) {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STEP_LIMIT_MS);
        boolean[] seen = new boolean[1];
        while (!seen[0] && System.nanoTime() - deadlineNanos < 0) {
            int taken = ring.drain(entry -> seen[0] |= kind.isInstance(entry.event()), 1);
            if (taken == 0) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
