package ringside.app.window;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import ringside.app.base.Desktop;
import ringside.app.base.Texts;
import ringside.app.transfers.ReceivedFiles;
import ringside.model.TransferState;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerFiles;

/**
 * Opens files that have arrived at peers, also at those of other hosts, from which they are brought
 * first (WINDOW 4.1). For the JavaFX thread, which never waits for a disk or for a host.
 */
final class OpenableFiles implements ReceivedFiles {

    private final Desktop desktop;
    private final PeerFiles files;

    OpenableFiles(Desktop desktop, PeerFiles files) {
        this.desktop = desktop;
        this.files = files;
    }

    @Override
    public void look(TransferState transfer, Runnable found, Consumer<String> missing) {
        String path = pathOf(transfer);
        besides(() -> {
            boolean mayOpen = files.mayHave(transfer.receiver(), path);
            Platform.runLater(() -> {
                if (mayOpen) {
                    found.run();
                } else {
                    missing.accept(Texts.text("transfers.missing", path));
                }
            });
        });
    }

    @Override
    public void open(TransferState transfer, Consumer<String> failed) {
        open(transfer, path -> path, failed);
    }

    @Override
    public void openFolder(TransferState transfer, Consumer<String> failed) {
        open(transfer, path -> Objects.requireNonNullElse(path.getParent(), path), failed);
    }

    private void open(TransferState transfer, UnaryOperator<Path> what, Consumer<String> failed) {
        besides(() -> {
            CompletableFuture<Path> file = files.fileOf(transfer.receiver(), pathOf(transfer));
            var _ =
                    file.whenComplete((path, failure) ->
                            Platform.runLater(() -> {
                                if (failure == null) {
                                    desktop.open(what.apply(path));
                                } else {
                                    Throwable cause = ActionFailedException.causeOf(failure);
                                    failed.accept(String.valueOf(cause.getMessage()));
                                }
                            }));
        });
    }

    private static String pathOf(TransferState transfer) {
        return Objects.requireNonNull(transfer.receivedPath());
    }

    private static void besides(Runnable work) {
        Thread.ofPlatform().daemon().name("received file").start(work);
    }
}
