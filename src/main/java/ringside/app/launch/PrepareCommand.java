package ringside.app.launch;

import java.io.IOException;
import ringside.node.PeerMain;
import ringside.supervisor.SharedArchive;

/** {@code prepare}: creates the archive with which peers start faster; run after a build. */
public final class PrepareCommand {

    private PrepareCommand() {}

    /**
     * Creates the archive.
     *
     * @return the exit code
     * @throws IOException when it cannot be created; the program runs without it
     */
    public static int run() throws IOException {
        SharedArchive.make(
                Installation.java(),
                Installation.placeOf(PeerMain.class),
                Installation.classPath());
        return 0;
    }
}
