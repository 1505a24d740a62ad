package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.status.PeerCommand;
import ringside.wire.Keys;

/** SPEC 10.6: where a peer has the ring's key from. */
class KeySourceTest {

    @TempDir private Path folder;

    private static Terminal typed(String input) {
        return new Terminal(
                true,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(OutputStream.nullOutputStream(), false));
    }

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("ring.key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void read(Path file) throws IOException {
        try (Terminal terminal = typed("")) {
            assertThat(KeySource.parse(file.toString()).read(terminal)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\nand a second line\n"})
    void theFirstLineOfAFileIsTheKey(String end) throws IOException {
        read(file(Keys.TEXT + end, "rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-"})
    void aFileThatIsNotOnesOwnIsRefused(String permissions) throws IOException {
        Path file = file(Keys.TEXT, permissions);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "\n0123456789abcdef"})
    void anythingElseIsRefusedAndNotRepeated(String content) throws IOException {
        Path file = file(content, "r--------");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the first line of "
                                + file
                                + " is no ring key, which has 64 hexadecimal digits");
        Path longer = Files.writeString(file(Keys.TEXT, "rw-------"), Keys.TEXT + "00");
        assertThatThrownBy(() -> read(longer)).hasMessageContaining("is no ring key");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> read(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theFirstLineOfTheInputIsTheKeyAndTheRestAreCommands() throws IOException {
        List<PeerCommand> commands = new CopyOnWriteArrayList<>();
        try (Terminal terminal = typed(Keys.TEXT + "\nset window 8\n")) {
            assertThat(KeySource.parse("-").read(terminal)).isNotNull();
            terminal.readCommands(commands::add);
            await("the end of the input")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> commands.contains(new PeerCommand.Quit()));
        }
        assertThat(commands).containsExactly(new PeerCommand.SetWindow(8), new PeerCommand.Quit());
    }

    @Test
    void anInputWithoutAKeyIsRefused() {
        try (Terminal terminal = typed("quit\n")) {
            assertThatThrownBy(() -> KeySource.parse("-").read(terminal))
                    .hasMessageStartingWith("the first line of the input is no ring key");
        }
    }
}
