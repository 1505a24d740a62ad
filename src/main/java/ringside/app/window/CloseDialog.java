package ringside.app.window;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import ringside.app.base.Texts;

/**
 * The dialog that closes the window while peers run: the peers quit gracefully, and nothing is left
 * behind (WINDOW 10.2). The window is still drawn meanwhile. JavaFX thread only.
 */
final class CloseDialog {

    private final Stage stage;
    private final Supplier<CompletableFuture<Void>> quitAll;
    private final IntSupplier alive;
    private boolean asking;

    /**
     * Takes over the close button of a window.
     *
     * @param quitAll makes every peer quit; completes when no process is left
     * @param alive counts the peers that have a process now
     */
    CloseDialog(Stage stage, Supplier<CompletableFuture<Void>> quitAll, IntSupplier alive) {
        this.stage = stage;
        this.quitAll = quitAll;
        this.alive = alive;
        stage.setOnCloseRequest(this::wanted);
    }

    private void wanted(WindowEvent event) {
        event.consume();
        if (asking) {
            return;
        }
        asking = true;
        if (alive.getAsInt() == 0) {
            quit();
        } else {
            ask();
        }
    }

    private void ask() {
        ButtonType close = new ButtonType(Texts.text("closing.quit"), ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(Texts.text("closing.stay"), ButtonData.CANCEL_CLOSE);
        Alert dialog = new Alert(Alert.AlertType.CONFIRMATION, null, close, stay);
        dialog.initOwner(stage);
        dialog.setTitle(Texts.text("closing.title"));
        dialog.setHeaderText(Texts.text("closing.header", alive.getAsInt()));
        dialog.setContentText(Texts.text("closing.content"));
        dialog.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        dialog.getDialogPane().lookupButton(close).setId("quit-and-close");
        for (ButtonType type : dialog.getButtonTypes()) {
            if (dialog.getDialogPane().lookupButton(type) instanceof Button button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        dialog.getDialogPane().lookupButton(stay).setId("stay");
        dialog.resultProperty()
                .subscribe(result -> {
                    if (result == close) {
                        quit();
                    } else if (result != null) {
                        asking = false;
                    }
                });
        dialog.setOnHidden(event -> asking = dialog.getResult() == close);
        dialog.show();
    }

    private void quit() {
        Alert waiting = new Alert(Alert.AlertType.NONE, null, ButtonType.CANCEL);
        waiting.getDialogPane().lookupButton(ButtonType.CANCEL).setVisible(false);
        waiting.initOwner(stage);
        waiting.setTitle(Texts.text("closing.title"));
        waiting.setHeaderText(Texts.text("closing.waiting"));
        waiting.getDialogPane().setGraphic(new ProgressIndicator());
        waiting.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        waiting.show();
        var _ =
                quitAll.get()
                        .whenComplete((nothing, failure) ->
                                Platform.runLater(() -> {
                                    waiting.close();
                                    stage.close();
                                }));
    }
}
