package ringside.benchmark;

import java.util.Arrays;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** Twenty kills in a row at default settings: from SIGKILL until every living peer is right. */
public final class HealBenchmark {

    private static final int BASE_PORT = 21_600;
    private static final int KILLS = 20;

    private HealBenchmark() {}

    /** Runs; no arguments. */
    public static void main(String[] arguments) throws Exception {
        int[] ids = {14, 43, 77, 104, 139, 168, 201, 236};
        double[] seconds = new double[KILLS];
        try (MeasuredRing ring = new MeasuredRing(PeerSettings.DEFAULTS, BASE_PORT)) {
            ring.start(ids);
            ring.awaitState(MeasuredRing::isWholeAndRight, 30);
            for (int i = 0; i < KILLS; i++) {
                int victim = ids[i * 3 % ids.length];
                ring.forget();
                ring.carryOut("kill " + victim);
                StatusEntry killed =
                        ring.await(
                                entry -> entry.event() instanceof ProcessEvent.ProcessKilled, 30);
                ring.await(
                        entry ->
                                entry.event() instanceof ProcessEvent.ProcessEnded
                                        && entry.peer().equals(new PeerId(victim)),
                        30);
                ring.awaitState(MeasuredRing::isWholeAndRight, 30);
                StatusEntry last = ring.entries().getLast();
                seconds[i] = (last.atMicros() - killed.atMicros()) / 1e6;
                ring.carryOut("add " + victim);
                ring.awaitState(
                        state ->
                                state.health().isConsistent()
                                        && state.health().living().size()
                                        == ids.length,
                        30);
            }
        }
        Arrays.sort(seconds);
        System.out.printf(
                "%d kills, whole ring right again after: median %.2f s, fastest %.2f s, slowest"
                        + " %.2f s%n",
                KILLS, seconds[KILLS / 2], seconds[0], seconds[KILLS - 1]);
    }
}
