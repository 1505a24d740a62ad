package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.node.Handles.handle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.digest.Digests;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.Input;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/** SPEC 4.4, 10.2, 10.4: files on a real disk. The test's own thread acts as the loop. */
class DiskTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final FileName NAME = FileName.parse("2012.txt");
    private static final byte[] CONTENT = "what arrives".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path root;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private DataFolder folder;
    private Disk disk;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("answers"));
        folder = DataFolder.open(root.resolve("data"), root.resolve("answers"));
        disk = new Disk(folder, new DiskLanes(), inputs::add, posted::add);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
        folder.close();
    }

    private void restart() throws IOException {
        close();
        open();
    }

    @Test
    void aFileThatArrivesWholeGetsItsName() throws Exception {
        receive(handle(1), CONTENT, Digests.sha256(write("other.txt", CONTENT)));
        assertThat(next())
                .isInstanceOfSatisfying(
                        FileInput.Finished.class,
                        finished -> assertThat(Path.of(finished.path())).hasBinaryContent(CONTENT));
        assertThat(root.resolve("data/received/2012.txt")).hasBinaryContent(CONTENT);
        assertNoHalfFile();
    }

    @Test
    void aFileWithTheWrongDigestIsThrownAway() throws Exception {
        receive(handle(1), CONTENT, "0".repeat(64));
        assertThat(next())
                .isInstanceOfSatisfying(
                        FileInput.Failed.class,
                        failed -> assertThat(failed.reason()).contains("digest"));
        assertThat(root.resolve("data/received/2012.txt")).doesNotExist();
        assertNoHalfFile();
    }

    @Test
    void aFailureKeepsTheFileThatWasThereBefore() throws Exception {
        Files.write(root.resolve("data/received/2012.txt"), CONTENT);
        receive(handle(1), new byte[] {1}, "0".repeat(64));
        next();
        assertThat(root.resolve("data/received/2012.txt")).hasBinaryContent(CONTENT);
    }

    @Test
    void aFolderThatIsGoneFailsWithASentenceAndNothingElse() throws Exception {
        deleteData();
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        assertThat(next())
                .isInstanceOfSatisfying(
                        FileInput.Failed.class,
                        failed -> assertThat(failed.reason()).contains("cannot be written"));
        disk.carryOut(new FileEffect.Write(handle(1), 0, Bytes.of(CONTENT)));
        disk.carryOut(new FileEffect.Finish(handle(1), "0".repeat(64)));
        assertThat(inputs).isEmpty();
    }

    @Test
    void anAbandonedFileLeavesNothing() throws Exception {
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        disk.carryOut(new FileEffect.Write(handle(1), 0, Bytes.of(CONTENT)));
        disk.carryOut(new FileEffect.Close(handle(1)));
        disk.close();
        assertNoHalfFile();
    }

    @Test
    void halfFilesOfAnEarlierLifeAreThrownAwayAtTheStart() throws Exception {
        Files.write(root.resolve("data/partial/7.part"), CONTENT);
        restart();
        assertNoHalfFile();
    }

    @Test
    void aHeldFileIsFoundBeforeOneToAnswerWith() throws Exception {
        write("answers/2012.pdf", new byte[] {1});
        write("data/files/2012.txt", CONTENT);
        restart();
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next())
                .isInstanceOfSatisfying(
                        FileInput.Opened.class,
                        opened -> assertThat(opened.file().name()).isEqualTo(NAME));
    }

    @Test
    void onlyPlainNamesAnswerForANumber() throws Exception {
        write("answers/20123.txt", CONTENT);
        write("answers/2012.txt.bak", CONTENT);
        write("answers/2012-copy.txt", CONTENT);
        Files.createDirectories(root.resolve("answers/2012.dir"));
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Failed.class);
    }

    @Test
    void everyPartOfALargeFileIsReadAsItIs() throws Exception {
        byte[] large = new byte[200_001];
        new Random(5).nextBytes(large);
        write("answers/2012.bin", large);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Opened.class);
        for (int offset = 0; offset < large.length; offset += 999) {
            int length = Math.min(999, large.length - offset);
            disk.carryOut(new FileEffect.Read(handle(1), offset, length, length, 0));
            FileInput.Read read = (FileInput.Read) next();
            assertThat(read.data().toArray())
                    .isEqualTo(Arrays.copyOfRange(large, offset, offset + length));
        }
    }

    /** A part that is longer than what the disk reads at once comes in pieces of whole units. */
    @Test
    void aLargePartComesInWholeUnits() throws Exception {
        byte[] large = new byte[300_001];
        new Random(6).nextBytes(large);
        write("answers/2012.bin", large);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Opened.class);
        int offset = 77;
        disk.carryOut(new FileEffect.Read(handle(1), offset, large.length - offset, 1_400, 0));
        while (offset < large.length) {
            FileInput.Read read = (FileInput.Read) next();
            int length = read.data().length();
            assertThat(read.offset()).isEqualTo(offset);
            assertThat(read.data().toArray())
                    .isEqualTo(Arrays.copyOfRange(large, offset, offset + length));
            offset += length;
            assertThat(offset == large.length || length % 1_400 == 0).isTrue();
        }
    }

    /** What a sender may still send again stays as it is while places of older parts are used. */
    @Test
    void whatIsStillNeededStaysThoughOlderPlacesAreUsedAgain() throws Exception {
        byte[] large = new byte[2_000_000];
        new Random(7).nextBytes(large);
        write("answers/2012.bin", large);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Opened.class);
        int unit = 1_000;
        int kept = 150 * unit;
        ArrayDeque<FileInput.Read> needed = new ArrayDeque<>();
        for (int offset = 0; offset < large.length; offset += unit) {
            int neededFrom = Math.max(0, offset - kept);
            while (!needed.isEmpty() && needed.element().offset() < neededFrom) {
                needed.remove();
            }
            disk.carryOut(new FileEffect.Read(handle(1), offset, unit, unit, neededFrom));
            needed.add((FileInput.Read) next());
            if (offset % (40 * unit) == 0) {
                for (FileInput.Read read : needed) {
                    int from = (int) read.offset();
                    assertThat(read.data().toArray())
                            .isEqualTo(Arrays.copyOfRange(large, from, from + unit));
                }
            }
        }
    }

    @Test
    void aFileThatShrinksWhileItIsSentFailsTheTransferNotThePeer() throws Exception {
        Path path = write("answers/2012.bin", new byte[200_000]);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        next();
        Files.write(path, new byte[10]);
        disk.carryOut(new FileEffect.Read(handle(1), 150_000, 400, 400, 0));
        assertThat(next()).isInstanceOf(FileInput.Failed.class);
    }

    @Test
    void aPathOfTheUsersIsCopiedUnderItsNumber() throws Exception {
        Path path = write("My Report.TXT", CONTENT);
        disk.carryOut(
                new FileEffect.Copy(
                        handle(1),
                        new FileEffect.Source.Path(path.toString(), NUMBER),
                        FileEffect.Destination.HELD,
                        0));
        assertThat(next()).isInstanceOf(FileInput.Finished.class);
        assertThat(root.resolve("data/files/2012.txt")).hasBinaryContent(CONTENT);
        disk.carryOut(
                new FileEffect.Copy(
                        handle(2),
                        new FileEffect.Source.Path("/nowhere/x", NUMBER),
                        FileEffect.Destination.HELD,
                        0));
        assertThat(next())
                .isEqualTo(new FileInput.Failed(handle(2), "there is no file /nowhere/x"));
    }

    private void receive(FileHandle handle, byte[] content, String digest) {
        disk.carryOut(new FileEffect.Create(handle, NAME, FileEffect.Destination.RECEIVED, 1));
        disk.carryOut(new FileEffect.Write(handle, 0, Bytes.of(content)));
        disk.carryOut(new FileEffect.Finish(handle, digest));
    }

    /** Runs the actions posted by the disk until there is an input. */
    private FileInput next() throws InterruptedException {
        while (inputs.isEmpty()) {
            Objects.requireNonNull(posted.poll(60, TimeUnit.SECONDS), "nothing happened").run();
        }
        return (FileInput) inputs.remove();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(root.resolve(name), content);
    }

    private void assertNoHalfFile() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("data"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    private void deleteData() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("data"))) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
