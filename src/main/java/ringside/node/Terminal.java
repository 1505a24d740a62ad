package ringside.node;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Effect.LineKind;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEvent;

/** The peer's own terminal: prints its lines, reads commands; the end of input is a quit. */
final class Terminal {

    private final boolean quiet;
    private final PrintStream out =
            new PrintStream(
                    new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    Terminal(boolean quiet) {
        this.quiet = quiet;
    }

    /** Whether a line of this kind is shown at all. */
    boolean shows(LineKind kind) {
        return switch (kind) {
            case PING -> !quiet;
            case NEWS -> true;
        };
    }

    /** Prints a line; what came from the network cannot steer the terminal. Any thread. */
    void print(String line) {
        out.println(plain(line));
    }

    /**
     * Says that the peer is on the ring: with {@code --quiet}, too, somebody waits for that before a
     * terminal that is silent otherwise.
     */
    void tell(PeerId self, StatusEvent event) {
        if (event instanceof LifeEvent.Running) {
            print("Peer " + self + " is on the ring.");
        }
    }

    /** The line without control characters. */
    static String plain(String line) {
        return line.codePoints().anyMatch(Character::isISOControl)
                ? line.replaceAll("\\p{Cntrl}", " ")
                : line;
    }

    /** Reads commands on a thread of its own until the input ends. */
    void readCommands(Consumer<PeerCommand> commands) {
        Thread.ofPlatform()
                .daemon()
                .name("terminal")
                .start(
                        () -> {
                            read(commands);
                            commands.accept(new PeerCommand.Quit());
                        });
    }

    private void read(Consumer<PeerCommand> commands) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            @Nullable String line = in.readLine();
            while (line != null) {
                understand(line, commands);
                line = in.readLine();
            }
        } catch (IOException e) {
            print(Words.say("terminal.unreadable", Failures.sentence(e)));
        }
    }

    private void understand(String line, Consumer<PeerCommand> commands) {
        if (line.isBlank()) {
            return;
        }
        try {
            commands.accept(CommandParser.parseAtPeer(line));
        } catch (IllegalArgumentException e) {
            print(String.valueOf(e.getMessage()));
        }
    }
}
