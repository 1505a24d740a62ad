package ringside.app.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import picocli.CommandLine;
import ringside.app.launch.WindowCommand;

/**
 * Creates the pictures of the README and its animation of 20 seconds: a real window on real peers,
 * in which a file is requested and a peer killed. Needs a display; run it by hand with the folder
 * for the pictures.
 */
public final class ReadmePictures {

    private static final int WIDTH = 1_440;
    private static final int HEIGHT = 900;
    private static final double GIF_SHARE = 0.625;
    private static final int FRAMES = 80;
    private static final int MS_PER_FRAME = 250;
    private static final int KILL_AT = 24;
    private static final int PICTURE_AT = KILL_AT + 11;

    private final Path folder;

    private ReadmePictures(Path folder) {
        this.folder = folder;
    }

    /** Takes the folder, followed by options of the window. */
    public static void main(String[] arguments) throws Exception {
        ReadmePictures pictures = new ReadmePictures(Path.of(arguments[0]));
        Thread.ofPlatform().daemon().start(pictures::drive);
        WindowCommand window = new WindowCommand();
        new CommandLine(window).parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
        window.call();
        System.exit(0);
    }

    private void drive() {
        try {
            ShownWindow.waitFor("#health", "consistent");
            ShownWindow.resize(WIDTH, HEIGHT);
            Thread.sleep(8_000);
            ShownWindow.look("dark.css");
            ShownWindow.focus("#peer-104");
            animate();
            ShownWindow.look("light.css");
            save("window-light.png");
        } catch (IOException e) {
            System.err.println("no pictures: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    private void animate() throws IOException, InterruptedException {
        try (GifFile gif = new GifFile(folder.resolve("ring.gif"), MS_PER_FRAME / 10)) {
            ShownWindow.command("request 2012 from 43");
            for (int frame = 0; frame < FRAMES; frame++) {
                long began = System.nanoTime();
                if (frame == KILL_AT) {
                    ShownWindow.command("kill 139");
                }
                if (frame == PICTURE_AT) {
                    save("window-dark.png");
                }
                gif.add(smaller(SwingFXUtils.fromFXImage(ShownWindow.snapshot(), null)));
                long tookMs = (System.nanoTime() - began) / 1_000_000;
                Thread.sleep(Math.max(0, MS_PER_FRAME - tookMs));
            }
        }
    }

    private static BufferedImage smaller(BufferedImage picture) {
        int width = (int) (picture.getWidth() * GIF_SHARE);
        int height = (int) (picture.getHeight() * GIF_SHARE);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private void save(String name) throws IOException {
        ShownWindow.save(folder.resolve(name));
    }
}
