package ringside.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.text.Messages;

/**
 * A shell that survives when this program is killed. Then it resumes every paused peer of this
 * program, because only a running peer notices that its window has gone, and leaves (SPEC 9.5), and
 * kills those that run another program (PROGRAMS 1.5). May be used from any thread; no call fails.
 */
final class OrphanGuard implements AutoCloseable {

    /** Keeps lists of processes; at the end of its input, resumes or kills those that are left. */
    private static final String SCRIPT =
            """
            # Names of signals are read in the plain locale.
            export LC_ALL=C
            trap '' INT TERM HUP
            peers=' '
            groups=' '
            while read -r what id; do
                case $what in
                    add) peers="$peers$id " ;;
                    lead) groups="$groups$id " ;;
                    remove)
                        case $peers in
                            *" $id "*) peers="${peers%% $id *} ${peers#* $id }" ;;
                        esac
                        case $groups in
                            *" $id "*) groups="${groups%% $id *} ${groups#* $id }" ;;
                        esac
                        ;;
                esac
            done
            for id in $peers; do kill -CONT "$id" 2>/dev/null; done
            for id in $groups; do kill -s KILL -- "-$id" 2>/dev/null; done
            """;

    /** Time for the shell to end after its input has ended, in s. */
    private static final long END_S = 5;

    private static final Logger LOGGER = System.getLogger("ringside.processes");

    private final @Nullable Process shell;

    private OrphanGuard(@Nullable Process shell) {
        this.shell = shell;
    }

    /** Starts the shell; without one, the ring runs unguarded. */
    static OrphanGuard open() {
        try {
            return new OrphanGuard(
                    new ProcessBuilder("sh", "-c", SCRIPT)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, Messages.SUPERVISOR.format("guard.none"), e);
            return new OrphanGuard(null);
        }
    }

    /** Adds a process that has started; those of other hosts have a guard there. */
    void add(ChildProcess process) {
        if (process.host().isEmpty()) {
            tell((process.leavesWithItsWindow() ? "add " : "lead ") + process.id());
        }
    }

    /** Removes an ended process, whose number may soon be reused. */
    void remove(ChildProcess process) {
        if (process.host().isEmpty()) {
            tell("remove " + process.id());
        }
    }

    private synchronized void tell(String line) {
        if (shell != null) {
            try {
                OutputStream in = shell.getOutputStream();
                in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                // The shell was killed or is already closed.
            }
        }
    }

    /** Ends the shell when all peers are gone. */
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
