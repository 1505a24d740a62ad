package ringside.node;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;

/** SPEC 4.6, 10.4: a log that cannot be written ends, and nothing else does. */
class FullLogTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir private Path folder;

    @Test
    void aLogOnAFullDiskEndsAndItsPeerEndsAsAlways() throws Exception {
        Assumptions.assumeTrue(Files.exists(FULL), "this system has no full device");
        Path book = Files.createSymbolicLink(folder.resolve("responding_log.txt"), FULL);
        TransferLogs logs = TransferLogs.open(folder);
        Files.delete(book);
        assertThatCode(
                        () -> {
                            for (int i = 0; i < 2_000; i++) {
                                logs.write(i, new Effect.Log(LogBook.RESPONDING, "snd", 1, 400, 0));
                            }
                            logs.flush();
                            logs.write(1, new Effect.Log(LogBook.REQUESTING, "rcv", 1, 400, 0));
                            logs.close();
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void linesThatOnlyTheEndWouldWriteMayBeLostWithoutHarm() throws Exception {
        Assumptions.assumeTrue(Files.exists(FULL), "this system has no full device");
        Path book = Files.createSymbolicLink(folder.resolve("requesting_log.txt"), FULL);
        TransferLogs logs = TransferLogs.open(folder);
        Files.delete(book);
        logs.write(1, new Effect.Log(LogBook.REQUESTING, "rcv", 1, 400, 0));
        assertThatCode(logs::close).doesNotThrowAnyException();
    }
}
