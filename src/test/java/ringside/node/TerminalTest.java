package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.status.PeerCommand;

/** A peer's terminal, which may block and may receive any input. */
@BesideOthers
class TerminalTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LONG_LINE_BYTES = 40_000_000;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    /** Accepts nothing until it is opened, like a terminal after Ctrl-S. */
    private final class Stalled extends OutputStream {
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public void write(int b) {
            awaitOpening();
            shown.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            awaitOpening();
            shown.write(bytes, from, length);
        }

        private void awaitOpening() {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Terminal on(InputStream in, OutputStream out) {
        return new Terminal(false, in, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aTerminalThatStandsStillHoldsNobodyUpAndSaysHowManyLinesItLacks() {
        Stalled stalled = new Stalled();
        int printed = 3 * LineWriter.CAPACITY;
        Terminal terminal = on(InputStream.nullInputStream(), stalled);
        assertTimeoutPreemptively(
                LONG,
                () -> {
                    for (int i = 0; i < printed; i++) {
                        terminal.print("line " + i);
                    }
                });
        stalled.open.countDown();
        await("the lines that waited")
                .atMost(LONG)
                .until(() -> lines().size() >= LineWriter.CAPACITY);
        terminal.print("after it");
        terminal.close();

        List<String> lines = lines();
        int kept = lines.size() - 2;
        assertThat(kept).isBetween(LineWriter.CAPACITY, LineWriter.CAPACITY + 1);
        for (int i = 0; i < kept; i++) {
            assertThat(lines.get(i)).isEqualTo("line " + i);
        }
        assertThat(lines.subList(kept, kept + 2))
                .containsExactly(
                        "[%d lines are missing here: this terminal stood still.]"
                                .formatted(printed - kept),
                        "after it");
    }

    @Test
    void lastLinesArePrintedBeforeItIsClosed() {
        Terminal terminal = on(InputStream.nullInputStream(), shown);
        for (int i = 0; i < LineWriter.CAPACITY; i++) {
            terminal.print("line " + i);
        }
        terminal.close();
        assertThat(lines()).hasSize(LineWriter.CAPACITY);
    }

    @Test
    void closingGivesUpOnATerminalThatStandsStill() {
        Terminal terminal = on(InputStream.nullInputStream(), new Stalled());
        for (int i = 0; i < 2 * LineWriter.CAPACITY; i++) {
            terminal.print("line " + i);
        }
        assertTimeoutPreemptively(LONG, terminal::close);
        assertThat(lines()).isEmpty();
    }

    @Test
    void aLineThatIsFarTooLongIsPassedOver() {
        byte[] bytes = new byte[LONG_LINE_BYTES];
        Arrays.fill(bytes, (byte) 'x');
        InputStream line = new ByteArrayInputStream(bytes);
        List<PeerCommand> commands =
                commandsFrom(new SequenceInputStream(line, bytes("\nset loss 0.5\n")));

        assertThat(commands).containsExactly(new PeerCommand.SetLoss(0.5), new PeerCommand.Quit());
        assertThat(lines())
                .containsExactly(
                        "That line is no command: it is not UTF-8 text of at most 16384 bytes.");
    }

    @Test
    void bytesThatAreNoTextArePassedOver() {
        List<PeerCommand> commands =
                commandsFrom(
                        new SequenceInputStream(
                                new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xfe}),
                                bytes("\nset loss 0.5\n")));
        assertThat(commands).containsExactly(new PeerCommand.SetLoss(0.5), new PeerCommand.Quit());
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(commandsFrom(bytes("set loss 0.5\r\nset loss 0.25")))
                .containsExactly(
                        new PeerCommand.SetLoss(0.5),
                        new PeerCommand.SetLoss(0.25),
                        new PeerCommand.Quit());
    }

    private List<PeerCommand> commandsFrom(InputStream in) {
        List<PeerCommand> commands = new CopyOnWriteArrayList<>();
        Terminal terminal = on(in, shown);
        terminal.readCommands(commands::add);
        await("the quit at the end of input")
                .atMost(LONG)
                .until(() -> commands.contains(new PeerCommand.Quit()));
        terminal.close();
        return commands;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
