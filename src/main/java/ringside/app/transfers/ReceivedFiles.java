package ringside.app.transfers;

import java.util.function.Consumer;
import ringside.model.TransferState;

/**
 * The files that have arrived at peers, as the desktop opens them (WINDOW 4.1). For the JavaFX
 * thread, on which also what is given is called; no method waits.
 */
public interface ReceivedFiles {

    /**
     * Looks whether the file of a transfer can be opened.
     *
     * @param transfer whose file has arrived
     * @param found run if it can
     * @param missing gets a sentence if it cannot
     */
    void look(TransferState transfer, Runnable found, Consumer<String> missing);

    /** Opens the file of a transfer; {@code failed} gets a sentence when it cannot come. */
    void open(TransferState transfer, Consumer<String> failed);

    /** Opens the folder in which it is; {@code failed} gets a sentence when it cannot come. */
    void openFolder(TransferState transfer, Consumer<String> failed);
}
