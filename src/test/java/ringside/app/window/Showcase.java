package ringside.app.window;

import java.nio.file.Path;
import java.util.stream.IntStream;
import ringside.app.base.WindowClock;
import ringside.status.PeerSettings;

/** Opens the window on a scripted ring, for visual inspection. Run it by hand. */
public final class Showcase {

    private Showcase() {}

    /** Takes the number of peers; 8 by default. */
    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int[] ids =
                count == 8
                        ? new int[] {14, 43, 77, 104, 139, 168, 201, 236}
                        : IntStream.range(0, count).map(i -> i * 256 / count).toArray();
        WindowClock clock = new WindowClock();
        ScriptedRing ring = new ScriptedRing(clock::micros, ids);
        if (count > 0) {
            ring.with("2012.pdf", 804_000)
                    .with("4126.png", 120_000)
                    .with("0090.txt", 900)
                    .with("1460.csv", 4_000);
        }
        RingsideApplication.launch(
                new WindowOptions(
                        ring,
                        new WindowOptions.RunningRing(
                                PeerSettings.DEFAULTS,
                                50_000,
                                Path.of(System.getProperty("java.io.tmpdir")),
                                ring,
                                ProjectScenarios.HERE)));
    }
}
