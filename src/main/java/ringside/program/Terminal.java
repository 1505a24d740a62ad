package ringside.program;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program in a terminal of its own: behind a pipe, most languages hold back what is printed
 * (PROGRAMS 1.4). What is typed does not appear in the output. May be used from any thread.
 */
public final class Terminal {

    /** So wide that no sentence is broken. */
    private static final int COLUMNS = 500;

    private static final int ROWS = 50;

    /** Switches the echo off, and becomes the program. */
    private static final List<String> WITHOUT_ECHO =
            List.of("sh", "-c", "stty -echo; exec \"$@\"", "sh");

    private final PtyProcess process;

    private Terminal(PtyProcess process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param environment all its variables but TERM
     * @throws IOException when there is no terminal to be had, or the folder does not exist
     */
    public static Terminal start(List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        List<String> words = new ArrayList<>(WITHOUT_ECHO);
        words.addAll(command);
        Map<String, String> variables = new java.util.HashMap<>(environment);
        variables.put("TERM", "dumb");
        return new Terminal(
                new PtyProcessBuilder(words.toArray(String[]::new))
                        .setDirectory(folder.toString())
                        .setEnvironment(variables)
                        .setInitialColumns(COLUMNS)
                        .setInitialRows(ROWS)
                        .setRedirectErrorStream(true)
                        .start());
    }

    /** Returns the process, which leads a session and a group of its own. */
    public Process process() {
        return process;
    }

    /** Returns what the program prints; it ends when nobody holds the terminal any more. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Types Ctrl-C, once. */
    public void interrupt() throws IOException {
        typeByte(3);
    }

    /** Types the end of the input, once. */
    public void endInput() throws IOException {
        typeByte(4);
    }

    private void typeByte(int each) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(each);
        in.flush();
    }

    /** Types a line. Blocks while the program takes nothing and the terminal is full. */
    public void type(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }
}
