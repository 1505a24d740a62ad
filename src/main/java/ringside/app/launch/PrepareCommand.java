package ringside.app.launch;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import ringside.node.PeerMain;
import ringside.supervisor.SharedArchive;

/** {@code prepare}: makes the archive with which peers start faster, after a build. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

    /**
     * Makes the archive.
     *
     * @return the exit code
     * @throws IOException when it could not be made; the program runs without it
     */
    @Override
    public Integer call() throws IOException {
        SharedArchive.make(
                Installation.java(),
                Installation.locationOf(PeerMain.class),
                Installation.classPath());
        return 0;
    }
}
