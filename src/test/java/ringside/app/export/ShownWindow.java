package ringside.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import ringside.app.drawing.HeadlessPictures;

/** The window of which pictures are taken, driven from another thread. */
final class ShownWindow {

    private ShownWindow() {}

    static void resize(double width, double height) {
        onJavaFx(() -> {
            Window window = scene().getWindow();
            window.setWidth(width);
            window.setHeight(height);
            return window;
        });
    }

    static void save(Path file) throws IOException {
        HeadlessPictures.save(snapshot(), file);
    }

    /** Shows a tab beside the ring. */
    static void showTab(String title) {
        onJavaFx(() -> {
            TabPane tabs = (TabPane) scene().lookup("#details");
            tabs.getTabs().stream()
                    .filter(tab -> title.equals(tab.getText()))
                    .forEach(tabs.getSelectionModel()::select);
            return tabs;
        });
    }

    static void look(String styleSheet) throws InterruptedException {
        boolean other = onJavaFx(() -> !scene().getStylesheets().getFirst().endsWith(styleSheet));
        if (other) {
            type(KeyCode.T);
        }
        Thread.sleep(1_000);
    }

    static WritableImage snapshot() {
        return onJavaFx(() -> scene().snapshot(null));
    }

    static void waitFor(String query, String text) throws InterruptedException {
        while (!isShown(query, text)) {
            Thread.sleep(200);
        }
    }

    private static boolean isShown(String query, String text) {
        return onJavaFx(() ->
                !Window.getWindows().isEmpty()
                        && scene().lookup(query) instanceof Labeled label
                        && label.getText().equals(text));
    }

    private static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    static void focus(String query) {
        onJavaFx(() -> {
            Node node = scene().lookup(query);
            node.requestFocus();
            return node;
        });
    }

    static void command(String text) {
        onJavaFx(() -> {
            TextField box = (TextField) scene().lookup("#command");
            box.setText(text);
            box.fireEvent(new ActionEvent());
            return box;
        });
    }

    private static void type(KeyCode code) {
        onJavaFx(() -> {
            Node ring = scene().lookup("#ring");
            ring.requestFocus();
            ring.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return code;
        });
    }

    /** Works even before the toolkit has started. */
    private static <T> T onJavaFx(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        while (true) {
            try {
                Platform.runLater(() -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
                return done.join();
            } catch (IllegalStateException e) {
                Thread.onSpinWait();
            }
        }
    }
}
