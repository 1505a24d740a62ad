package ringside.hosts;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import ringside.supervisor.PeerCache;
import ringside.supervisor.RunFolders;

/**
 * The main class of an agent, whose standard input and output are its pipe. It says what is wrong
 * on the standard error, and exits with 1 then.
 */
public final class AgentMain {

    private AgentMain() {}

    /** Serves the pipe until it ends. */
    public static void main(String[] none) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // Nothing else may be said there.
        System.setOut(System.err);
        int code = 0;
        try {
            Agent.serve(System.in, out, here(), Agent.Owner.NOBODY);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static AgentPlace here() {
        String travelled = System.getProperty(TravelledFolder.PROPERTY, "");
        return new AgentPlace(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                travelled.isEmpty() ? null : Path.of(travelled),
                RunFolders.ofAgents(),
                PeerCache.flags());
    }
}
