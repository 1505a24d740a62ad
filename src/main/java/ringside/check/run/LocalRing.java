package ringside.check.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ringside.check.Evidence;
import ringside.check.Finding;
import ringside.program.BoundPorts;
import ringside.ring.PeerId;

/** Runs rings in this machine's own network, one at a time: what travels cannot be seen. */
public final class LocalRing implements RingRunner {

    private static final long POLL_MS = 100;

    /** Closed connections hold a port this long. */
    private static final int POLLS = 700;

    /** Creates a runner. */
    public LocalRing() {}

    @Override
    public RingEnd run(RingOrder order, Consumer<Finding> found)
            throws IOException, InterruptedException {
        long askedNanos = System.nanoTime();
        synchronized (this) {
            awaitPorts(order);
            long waitedS = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - askedNanos);
            return RingCheck.play(
                    order.after(waitedS), Evidence.Wire.HIDDEN, new ObservationLog(), found);
        }
    }

    /** Waits until the ring before has let go of its ports, but not without end. */
    private static void awaitPorts(RingOrder order) throws InterruptedException {
        int polls = 0;
        while (polls < POLLS
                && order.plan().ring().stream().anyMatch(peer -> isTaken(order, peer))) {
            Thread.sleep(POLL_MS);
            polls++;
        }
    }

    private static boolean isTaken(RingOrder order, PeerId peer) {
        long self = ProcessHandle.current().pid();
        int port = order.basePort() + peer.value();
        return BoundPorts.isUdpBound(self, port) || BoundPorts.isTcpHeld(self, port);
    }
}
