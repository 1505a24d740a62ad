package ringside.app.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import ringside.app.base.FailureLog;
import ringside.text.Messages;

/**
 * Writes the program's log records to {@code ringside.log} in a run's folder, until it is closed.
 * Any thread may log meanwhile.
 */
final class RunLog implements AutoCloseable {

    /** The name of the log in its run's folder. */
    static final String FILE = "ringside.log";

    /** Size at which the log starts over: thousands of stack traces say nothing new. */
    private static final int MOST_BYTES = 4 << 20;

    /** Ringside's own records go to the file alone, those of its libraries also to the terminal. */
    private static final Logger OWN = Logger.getLogger("ringside");

    private static final Logger ALL = Logger.getLogger("");

    private final FileHandler handler;

    private RunLog(FileHandler handler) {
        this.handler = handler;
    }

    /**
     * Starts the log.
     *
     * @param folder must exist
     * @throws IOException when no file can be written there
     */
    static RunLog open(Path folder) throws IOException {
        String pattern = folder.resolve(FILE).toString().replace("%", "%%");
        FileHandler handler = new FileHandler(pattern, MOST_BYTES, 1);
        handler.setFormatter(new Lines());
        handler.setEncoding("UTF-8");
        handler.setLevel(Level.INFO);
        ALL.addHandler(handler);
        OWN.setUseParentHandlers(false);
        OWN.addHandler(handler);
        OWN.info(() -> Messages.LAUNCH.format("log.begins", FailureLog.machine()));
        return new RunLog(handler);
    }

    @Override
    public void close() {
        OWN.removeHandler(handler);
        OWN.setUseParentHandlers(true);
        ALL.removeHandler(handler);
        handler.close();
    }

    /** Formats a record as one line, with the stack trace below it. */
    private static final class Lines extends Formatter {

        @Override
        public String format(LogRecord line) {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            out.printf(
                    Locale.ROOT,
                    "%s %s %s: %s%n",
                    line.getInstant(),
                    line.getLevel().getName(),
                    line.getLoggerName(),
                    formatMessage(line).stripTrailing());
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(out);
            }
            return text.toString();
        }
    }
}
