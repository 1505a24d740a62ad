package ringside.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.application.Platform;
import ringside.app.base.Theme;
import ringside.app.ring.RingSnapshot;
import ringside.model.RingState;
import ringside.status.CommandParser;

/** Draws rings of several sizes into a folder, for visual inspection. Run it by hand. */
public final class Pictures {

    private long now = 1_700_000_000_000_000L;

    private Pictures() {}

    /** Takes the folder for the pictures. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        new Pictures().draw(folder);
        Platform.exit();
    }

    private void draw(Path folder) throws IOException {
        int[] eight = {14, 43, 77, 104, 139, 168, 201, 236};
        for (Theme theme : Theme.values()) {
            write("eight", theme, 940, 662, folder, eight, "kill 139", 4_700);
            write("request", theme, 940, 662, folder, eight, "request 2012 from 43", 2_600);
        }
        write("pause", Theme.DARK, 780, 480, folder, eight, "pause 139", 3_700);
        write("add", Theme.DARK, 780, 480, folder, eight, "add 57", 300);
        write("quit", Theme.DARK, 780, 480, folder, eight, "quit 14", 300);
        write("two", Theme.DARK, 780, 480, folder, new int[] {10, 20}, "set loss 0", 700);
        write("three", Theme.DARK, 780, 480, folder, new int[] {10, 90, 200}, "set loss 0", 700);
        int[] crowded = {1, 3, 4, 5, 8, 10, 12, 15};
        write("crowded", Theme.DARK, 940, 662, folder, crowded, "kill 8", 3_700);
        int[] sixty = IntStream.range(0, 60).map(i -> i * 256 / 60).toArray();
        write("sixty", Theme.DARK, 940, 662, folder, sixty, "kill 136", 3_700);
        int[] all = IntStream.range(0, 256).toArray();
        write("all", Theme.DARK, 940, 662, folder, all, "kill 136", 3_700);
    }

    private void write(
            String name,
            Theme theme,
            int width,
            int height,
            Path folder,
            int[] peers,
            String command,
            long afterMillis)
            throws IOException {
        ScriptedRing ring =
                new ScriptedRing(() -> now, peers)
                        .with("2012.pdf", 804_000)
                        .with("4126.png", 120_000)
                        .with("0090.txt", 900)
                        .with("1460.csv", 4_000);
        RingState state = play(ring, RingState.EMPTY, 3_000);
        ring.carryOut(CommandParser.parse(command)).join();
        state = play(ring, state, afterMillis);
        Path png = folder.resolve(name + "-" + theme + ".png");
        RingSnapshot.write(state, theme, width, height, png);
    }

    private RingState play(ScriptedRing ring, RingState from, long millis) {
        RingState[] state = {from};
        for (long i = 0; i < millis; i += 20) {
            now += 20_000;
            ring.drain(entry -> state[0] = state[0].after(entry), Integer.MAX_VALUE);
        }
        return state[0];
    }
}
