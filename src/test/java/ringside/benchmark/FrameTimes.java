package ringside.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/** When frames were drawn. Any thread may print; the others on the JavaFX thread. */
final class FrameTimes {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final List<Long> frames = Collections.synchronizedList(new ArrayList<>());

    /** Notes each frame from now on. */
    void begin() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.add(System.nanoTime());
            }
        }.start();
    }

    /** Prints frames a second and the times between two frames, and forgets them. */
    void printAndForget(String what) {
        List<Long> times = List.copyOf(frames);
        frames.clear();
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add((times.get(i) - times.get(i - 1)) / NANOS_PER_MILLI);
        }
        Collections.sort(gaps);
        double all = gaps.stream().mapToDouble(gap -> gap).sum();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f frames a second; between two frames: median %.1f ms, 99 %% %.1f ms,"
                        + " longest %.1f ms%n",
                what,
                gaps.size() * MILLIS_PER_SECOND / all,
                gaps.get(gaps.size() / 2),
                gaps.get(gaps.size() * 99 / 100),
                gaps.getLast());
    }
}
