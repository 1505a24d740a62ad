package ringside.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux tells of a process in /proc/PID/stat.
 *
 * @param state one letter, such as 'S'; 'Z' for one that has ended and that nobody has waited for
 * @param startedTicks since the start of the system; tells processes with the same id apart
 */
record ProcessStatus(
        long id, char state, long parent, long group, long session, long startedTicks) {

    /** Fields behind the name of the program, which may hold anything. */
    private static final int STATE = 0;

    private static final int PARENT = 1;
    private static final int GROUP = 2;
    private static final int SESSION = 3;
    private static final int STARTED = 19;

    /** Returns what is told of a process; empty if there is none, or this system does not tell. */
    static Optional<ProcessStatus> of(long id) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc/" + id + "/stat"));
            String text = new String(line, StandardCharsets.ISO_8859_1);
            return Optional.of(parse(id, text.substring(text.lastIndexOf(')') + 1).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ProcessStatus parse(long id, String behindName) {
        String[] fields = behindName.split(" ", -1);
        return new ProcessStatus(
                id,
                fields[STATE].charAt(0),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[GROUP]),
                Long.parseLong(fields[SESSION]),
                Long.parseLong(fields[STARTED]));
    }

    /** Returns whether this very process still runs. */
    boolean isAlive() {
        return of(id).filter(now -> now.startedTicks == startedTicks && !now.hasEnded())
                .isPresent();
    }

    private boolean hasEnded() {
        return state == 'Z' || state == 'X';
    }
}
