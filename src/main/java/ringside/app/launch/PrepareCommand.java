package ringside.app.launch;

import java.io.IOException;
import ringside.node.PeerMain;
import ringside.supervisor.SharedArchive;

/** {@code prepare}: makes the archive with which peers start faster, after a build. */
public final class PrepareCommand {

    private PrepareCommand() {}

    /**
     * Makes it.
     *
     * @return the exit code
     * @throws IOException when it could not be made; the program runs without it
     */
    public static int run() throws IOException {
        SharedArchive.make(
                Installation.java(),
                Installation.placeOf(PeerMain.class),
                Installation.classPath());
        return 0;
    }
}
