package ringside.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A shell that outlives this program when that is killed, and then lets every peer go on that
 * stands still: only a peer that runs notices that its window has gone, and leaves (SPEC 9.5). Any
 * thread may call; no call fails.
 */
final class OrphanGuard implements AutoCloseable {

    /** Keeps a list of processes; at the end of its input it continues those that are left. */
    private static final String SCRIPT =
            """
            # Names of signals are read in the plain locale.
            export LC_ALL=C
            trap '' INT TERM HUP
            peers=' '
            while read -r what id; do
                case $what in
                    add) peers="$peers$id " ;;
                    remove) peers="${peers%% $id *} ${peers#* $id }" ;;
                esac
            done
            for id in $peers; do kill -CONT "$id" 2>/dev/null; done
            """;

    /** How long it may take to end after its input has, in s. */
    private static final long END_S = 5;

    private static final Logger LOGGER = System.getLogger("ringside.processes");

    private final @Nullable Process shell;

    private OrphanGuard(@Nullable Process shell) {
        this.shell = shell;
    }

    /** Starts one; where there is no shell, the ring runs without it. */
    static OrphanGuard open() {
        try {
            return new OrphanGuard(
                    new ProcessBuilder("sh", "-c", SCRIPT)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, SupervisorMessages.format("guard.none"), e);
            return new OrphanGuard(null);
        }
    }

    /** Takes a process into its care. */
    void add(long processId) {
        tell("add " + processId);
    }

    /** Forgets a process that has ended: its number may be another's soon. */
    void remove(long processId) {
        tell("remove " + processId);
    }

    private synchronized void tell(String line) {
        if (shell != null) {
            try {
                OutputStream in = shell.getOutputStream();
                in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                // It was killed, or closed already: there is nobody to tell.
            }
        }
    }

    /** Ends it, with all peers gone. */
    @Override
    public synchronized void close() {
        if (shell == null) {
            return;
        }
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(END_S, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            shell.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
