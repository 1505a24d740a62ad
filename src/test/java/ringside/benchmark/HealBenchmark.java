package ringside.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * Real peers at default settings: from SIGKILL of one, two and three neighbours until every living
 * peer is right, and from the end of a minute in which half of a ring was stopped.
 */
public final class HealBenchmark {

    private static final int BASE_PORT = 21_600;
    private static final int[] IDS = {14, 43, 77, 104, 120, 139, 168, 180, 201, 215, 236, 250};
    private static final int SINGLE_KILLS = 20;
    private static final int ADJACENT_KILLS = 10;
    private static final int PAUSE_SECONDS = 60;

    private HealBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (MeasuredRing ring = new MeasuredRing(PeerSettings.DEFAULTS, BASE_PORT)) {
            ring.start(IDS);
            ring.awaitState(HealBenchmark::isWhole, 30);
            tell("kills of one peer", heals(ring, 1, SINGLE_KILLS));
            tell("kills of two neighbours", heals(ring, 2, ADJACENT_KILLS));
            tell("kills of three neighbours", heals(ring, 3, ADJACENT_KILLS));
            System.out.printf(
                    "half of the ring stopped for %d s: right %.2f s after it went on%n",
                    PAUSE_SECONDS, afterPause(ring));
        }
    }

    private static double[] heals(MeasuredRing ring, int neighbours, int times)
            throws InterruptedException {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            int first = i * 5 % IDS.length;
            List<Integer> victims =
                    IntStream.range(first, first + neighbours)
                            .mapToObj(place -> IDS[place % IDS.length])
                            .toList();
            // Lists are filled, and what was copied after the last one has arrived.
            TimeUnit.SECONDS.sleep(6);
            ring.forget();
            ring.carryOut("kill " + words(victims));
            StatusEntry killed =
                    ring.await(entry -> entry.event() instanceof ProcessEvent.ProcessKilled, 30);
            for (int victim : victims) {
                ring.await(
                        entry ->
                                entry.event() instanceof ProcessEvent.ProcessEnded
                                        && entry.peer().equals(new PeerId(victim)),
                        30);
            }
            ring.awaitState(MeasuredRing::isWholeAndRight, 30);
            seconds[i] = (ring.entries().getLast().atMicros() - killed.atMicros()) / 1e6;
            ring.carryOut("add " + words(victims));
            ring.awaitState(HealBenchmark::isWhole, 30);
        }
        return seconds;
    }

    private static double afterPause(MeasuredRing ring) throws InterruptedException {
        List<Integer> half = new ArrayList<>();
        for (int i = 0; i < IDS.length; i += 4) {
            half.add(IDS[i]);
            half.add(IDS[i + 1]);
        }
        ring.carryOut("pause " + words(half));
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        ring.awaitState(MeasuredRing::isWholeAndRight, 30);
        ring.carryOut("resume " + words(half));
        long began = System.nanoTime();
        ring.awaitState(HealBenchmark::isWhole, 60);
        return (System.nanoTime() - began) / 1e9;
    }

    private static boolean isWhole(RingState state) {
        return state.health().isConsistent() && state.health().living().size() == IDS.length;
    }

    private static String words(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void tell(String what, double[] seconds) {
        Arrays.sort(seconds);
        System.out.printf(
                "%d %s, whole ring right again after: median %.2f s, fastest %.2f s, slowest"
                        + " %.2f s%n",
                seconds.length,
                what,
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1]);
    }
}
