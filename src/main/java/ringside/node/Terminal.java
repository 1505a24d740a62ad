package ringside.node;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;
import ringside.peer.Effect;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEvent;
import ringside.text.Messages;

/**
 * The peer's own terminal: prints lines and reads commands; the end of input is a quit. Never
 * blocks the caller.
 */
final class Terminal implements AutoCloseable {

    /** Longest input line in bytes: a path is at most a quarter of it. */
    static final int MAX_LINE_BYTES = 1 << 14;

    private final boolean quiet;
    private final BoundedLines typed;
    private final PrintStream out;
    private final LineWriter lines =
            new LineWriter(
                    LineWriter.CAPACITY, lost -> Messages.NODE.format("terminal.lost", lost));

    /**
     * Uses the process's own streams.
     *
     * @param quiet whether the two ping lines are left out
     */
    Terminal(boolean quiet) {
        this(
                quiet,
                System.in,
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    Terminal(boolean quiet, InputStream in, PrintStream out) {
        this.quiet = quiet;
        // The end of input also ends the last line.
        this.typed =
                new BoundedLines(
                        new SequenceInputStream(in, new ByteArrayInputStream(new byte[] {'\n'})));
        this.out = out;
    }

    boolean shows(Effect.Print print) {
        return switch (print) {
            case Effect.PrintPing _ -> !quiet;
            case Effect.PrintNews _ -> true;
        };
    }

    /**
     * Prints a line, without control characters, so that input from the network cannot control the
     * terminal. May be called from any thread.
     */
    void print(String line) {
        lines.print(out, plain(line));
    }

    /**
     * Prints a final text to the error output, after the preceding lines. May be called from any
     * thread.
     */
    void printError(String text) {
        lines.print(System.err, text);
    }

    /**
     * Announces that the peer is on the ring, even with {@code --quiet}: users wait for that line
     * on an otherwise silent terminal.
     */
    void tell(PeerId self, StatusEvent event) {
        if (event instanceof LifeEvent.Running) {
            print("Peer " + self + " is on the ring.");
        }
    }

    /** Returns the line without control characters. */
    static String plain(String line) {
        return line.codePoints().anyMatch(Character::isISOControl)
                ? line.replaceAll("\\p{Cntrl}", " ")
                : line;
    }

    /**
     * Waits for the first line and returns it. To be called before {@link #readCommands}, which
     * goes on with the next.
     *
     * @throws IOException when the input ends before, or is no text
     */
    String readFirstLine() throws IOException {
        try {
            @Nullable String line = typed.next(MAX_LINE_BYTES);
            if (line != null) {
                return line;
            }
        } catch (MalformedLineException e) {
            throw new IOException(Messages.NODE.format("terminal.noText"), e);
        }
        throw new EOFException(Messages.NODE.format("terminal.noText"));
    }

    /** Reads commands on its own thread until the input ends. */
    void readCommands(Consumer<PeerCommand> commands) {
        Thread.ofPlatform()
                .daemon()
                .name("terminal")
                .start(() -> {
                    read(commands);
                    commands.accept(new PeerCommand.Quit());
                });
    }

    private void read(Consumer<PeerCommand> commands) {
        try {
            while (readLine(commands)) {}
        } catch (IOException e) {
            print(Messages.NODE.format("terminal.unreadable", Failures.sentence(e)));
        }
    }

    /** Reads one line; returns whether there may be more. */
    private boolean readLine(Consumer<PeerCommand> commands) throws IOException {
        try {
            @Nullable String line = typed.next(MAX_LINE_BYTES);
            if (line == null) {
                return false;
            }
            parse(line, commands);
        } catch (MalformedLineException e) {
            print(Messages.NODE.format("terminal.noLine", MAX_LINE_BYTES));
            typed.skipRest();
        }
        return true;
    }

    private void parse(String line, Consumer<PeerCommand> commands) {
        if (line.isBlank()) {
            return;
        }
        try {
            commands.accept(CommandParser.parseAtPeer(line));
        } catch (IllegalArgumentException e) {
            print(String.valueOf(e.getMessage()));
        }
    }

    /** Prints the waiting lines, for at most a second. */
    @Override
    public void close() {
        lines.close();
    }
}
