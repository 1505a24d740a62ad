package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.node.Handles.handle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.digest.Digests;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.Input;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * SPEC 10.4: any disk failure fails the action with a sentence, and no partial file gets the final
 * name. The test's own thread acts as the loop.
 */
class FailingDiskTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final FileName NAME = FileName.parse("2012.txt");
    private static final int SEGMENT = 60_000;

    @TempDir private Path root;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private Path data;
    private Disk disk;
    private @Nullable DataFolder folder;

    @BeforeEach
    void open() throws IOException {
        data = root.resolve("data");
        Files.createDirectories(root.resolve("answers"));
        disk = newDisk();
    }

    private Disk newDisk() throws IOException {
        return new Disk(reopened(), new DiskLanes(), inputs::add, posted::add);
    }

    private DataFolder reopened() throws IOException {
        if (folder != null) {
            folder.close();
        }
        folder = DataFolder.open(data, root.resolve("answers"));
        return folder;
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
        if (folder != null) {
            folder.close();
        }
    }

    @Test
    void aFullDiskFailsTheReceptionOfALargeFileAndOfASmallOne() throws Exception {
        try (TinyDisk tiny = TinyDisk.mount(data, 128)) {
            disk = newDisk();
            disk.carryOut(
                    new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
            for (int i = 0; i < 5; i++) {
                disk.carryOut(
                        new FileEffect.Write(
                                handle(1), (long) i * SEGMENT, Bytes.of(new byte[SEGMENT])));
            }
            assertThat(failure()).contains("it cannot be written", "No space left");
            assertNothingOf("received");

            disk.carryOut(new FileEffect.Create(handle(2), NAME, FileEffect.Destination.HELD, 1));
            disk.carryOut(new FileEffect.Write(handle(2), 0, Bytes.of(new byte[1_000])));
            tiny.fill();
            disk.carryOut(new FileEffect.Finish(handle(2), "0".repeat(64)));
            assertThat(failure()).contains("No space left");
            assertNothingOf("files");
        }
    }

    @Test
    void aFullDiskFailsACopyAndKeepsTheFileThatWasThere() throws Exception {
        Path large = Files.write(root.resolve("large.txt"), new byte[400_000]);
        try (TinyDisk tiny = TinyDisk.mount(data, 128)) {
            disk = newDisk();
            Path old = Files.writeString(data.resolve("files/2012.txt"), "old");
            copy(handle(1), large.toString());
            assertThat(failure()).contains("No space left");
            assertThat(old).hasContent("old");
            tiny.fill();
            copy(handle(2), old.toString());
            assertThat(failure()).isNotEmpty();
            assertThat(old).hasContent("old");
            assertNoHalfFile();
        }
    }

    @Test
    void aFileThatMayNotBeReadIsNamedAndSoIsThePermission() throws Exception {
        Path secret = Files.writeString(root.resolve("secret.txt"), "secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(secret), "this user may read everything");
        copy(handle(1), secret.toString());
        assertThat(failure()).isEqualTo("no permission for " + secret);
    }

    /** A system file that can be opened and measured, but fails when it is read. */
    @Test
    void aFileThatGivesAnErrorWhenItIsReadFailsTheAction() throws Exception {
        Path broken = Path.of("/proc/self/mem");
        Assumptions.assumeTrue(Files.exists(broken), "this system has no such file");
        Path link = Files.createSymbolicLink(root.resolve("answers/2012.txt"), broken);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(failure()).isNotEmpty();
        Files.delete(link);
        copy(handle(2), broken.toString());
        assertThat(failure()).isNotEmpty();
        assertNothingOf("files");
    }

    @Test
    void foldersThatAreGoneFailEveryActionWithASentence() throws Exception {
        Path stored = Files.writeString(root.resolve("some.txt"), "some");
        deleteData();
        Files.delete(root.resolve("answers"));
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(failure()).startsWith("there is no");
        disk.carryOut(new FileEffect.Create(handle(2), NAME, FileEffect.Destination.RECEIVED, 1));
        assertThat(failure()).contains("it cannot be written: there is no");
        copy(handle(3), stored.toString());
        assertThat(failure()).startsWith("there is no");
        disk.carryOut(new FileEffect.Delete(handle(4), new StoredFile(NAME, 1, "0".repeat(64), 1)));
        assertThat(next()).isEqualTo(new FileInput.Deleted(handle(4)));
    }

    @Test
    void filesWhereFoldersWereFailEveryActionWithASentence() throws Exception {
        Path stored = Files.writeString(root.resolve("some.txt"), "some");
        for (String folder : new String[] {"files", "received"}) {
            Files.delete(data.resolve(folder));
            Files.writeString(data.resolve(folder), "in the way");
        }
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Held(NUMBER)));
        assertThat(failure()).startsWith("there is no file");
        copy(handle(2), stored.toString());
        assertThat(failure()).isEqualTo(data.resolve("files") + " is in the way");
        receive(handle(3), FileEffect.Destination.RECEIVED);
        assertThat(failure()).isEqualTo(data.resolve("received") + " is in the way");
        assertNoHalfFile();
    }

    @Test
    void aFolderWithTheFilesOwnNameFailsTheAction() throws Exception {
        Files.createDirectories(data.resolve("received/2012.txt/inner"));
        receive(handle(1), FileEffect.Destination.RECEIVED);
        assertThat(failure()).contains("2012.txt");
        assertThat(data.resolve("received/2012.txt/inner")).isDirectory();
        assertNoHalfFile();
    }

    @Test
    void aFileFromBeforeTheEpochIsAsOldAsAFileCanBe() throws Exception {
        Path ancient = Files.writeString(data.resolve("files/2012.txt"), "ancient");
        Files.setLastModifiedTime(ancient, FileTime.fromMillis(-1_000_000));
        assertThat(reopened().held().all())
                .singleElement()
                .satisfies(file -> assertThat(file.versionMs()).isZero());
        disk = new Disk(reopened(), new DiskLanes(), inputs::add, posted::add);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Held(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Opened.class);
    }

    @Test
    void aPathThatCannotBeOneFailsTheAction() throws Exception {
        copy(handle(1), "no\0path");
        assertThat(failure()).startsWith("no file can have this path: ");
        copy(handle(2), "");
        assertThat(failure()).isNotEmpty();
        copy(handle(3), "/");
        assertThat(failure()).isEqualTo("/ is a folder");
    }

    private void copy(FileHandle handle, String path) {
        disk.carryOut(
                new FileEffect.Copy(
                        handle,
                        new FileEffect.Source.Path(path, NUMBER),
                        FileEffect.Destination.HELD,
                        0));
    }

    private void receive(FileHandle handle, FileEffect.Destination destination) throws IOException {
        Path same = Files.write(root.resolve("same.txt"), new byte[] {1, 2, 3});
        disk.carryOut(new FileEffect.Create(handle, NAME, destination, 1));
        disk.carryOut(new FileEffect.Write(handle, 0, Bytes.of(new byte[] {1, 2, 3})));
        disk.carryOut(new FileEffect.Finish(handle, Digests.sha256(same)));
    }

    /** Runs the actions posted by the disk until there is an input. */
    private FileInput next() throws InterruptedException {
        while (inputs.isEmpty()) {
            Objects.requireNonNull(posted.poll(60, TimeUnit.SECONDS), "nothing happened").run();
        }
        return (FileInput) inputs.remove();
    }

    private String failure() throws InterruptedException {
        FileInput input = next();
        assertThat(input).isInstanceOf(FileInput.Failed.class);
        return ((FileInput.Failed) input).reason();
    }

    private void assertNothingOf(String folder) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(folder))) {
            assertThat(files).isEmpty();
        }
        assertNoHalfFile();
    }

    private void assertNoHalfFile() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    private void deleteData() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
