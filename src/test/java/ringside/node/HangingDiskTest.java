package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.node.Handles.handle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

/**
 * SPEC 4.5, 10.4: a disk that hangs blocks the files on it, and nothing else. The test's own thread
 * acts as the loop: if it waited for the disk, the test would never end.
 */
class HangingDiskTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final FileName NAME = FileName.parse("2012.bin");
    private static final int SEGMENT = 1_000;

    @TempDir private Path root;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final DiskLanes lanes = new DiskLanes();
    private DataFolder folder;
    private Disk disk;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("answers"));
        folder = DataFolder.open(root.resolve("data"), root.resolve("answers"));
        disk = new Disk(folder, lanes, inputs::add, posted::add);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
        folder.close();
    }

    @Test
    void aReadThatHangsIsAnsweredInOrderWhenTheDiskGoesOn() throws Exception {
        byte[] content = answer(300_000);
        HangingDisk hanging = HangingDisk.whenRead(lanes);
        disk.carryOut(new FileEffect.Open(handle(1), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Opened.class);
        for (int offset = 0; offset < content.length; offset += SEGMENT) {
            disk.carryOut(new FileEffect.Read(handle(1), offset, SEGMENT, SEGMENT, 0));
        }
        assertThat(inputs).isEmpty();
        hanging.resume();
        for (int offset = 0; offset < content.length; offset += SEGMENT) {
            FileInput.Read read = (FileInput.Read) next();
            assertThat(read.offset()).isEqualTo(offset);
            assertThat(read.data().toArray())
                    .isEqualTo(Arrays.copyOfRange(content, offset, offset + SEGMENT));
        }
    }

    @Test
    void aHangingDiskLeavesABoundedBacklogThatArrivesWhole() throws Exception {
        HangingDisk hanging = HangingDisk.whenWritten(lanes);
        byte[] content = randomBytes((int) WriteBacklog.MOST_BYTES + 100_000);
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        int given = write(handle(1), content, 0, () -> inputs.isEmpty());
        assertThat(inputs).containsExactly(new Input.DiskBehind());
        assertThat(given).isBetween((int) WriteBacklog.MOST_BYTES, content.length - 1);
        inputs.clear();
        hanging.resume();
        assertThat(nextInput()).isEqualTo(new Input.DiskCaughtUp());
        write(handle(1), content, given, () -> true);
        disk.carryOut(new FileEffect.Finish(handle(1), sha256(content)));
        assertThat(next()).isInstanceOf(FileInput.Finished.class);
        assertThat(root.resolve("data/received/2012.bin")).hasBinaryContent(content);
    }

    /** The bound covers all files together, even those abandoned while they wait. */
    @Test
    void manyFilesHaveOneBoundAndGiveItBack() throws Exception {
        HangingDisk hanging = HangingDisk.whenWritten(lanes);
        byte[] piece = randomBytes(200_000);
        for (long i = 1; inputs.isEmpty(); i++) {
            FileHandle handle = handle(i);
            disk.carryOut(new FileEffect.Create(handle, NAME, FileEffect.Destination.RECEIVED, 1));
            write(handle, piece, 0, () -> inputs.isEmpty());
            disk.carryOut(new FileEffect.Close(handle));
            assertThat(i).isLessThan(40);
        }
        assertThat(inputs).containsExactly(new Input.DiskBehind());
        inputs.clear();
        hanging.resume();
        assertThat(nextInput()).isEqualTo(new Input.DiskCaughtUp());
    }

    @Test
    void storedFilesCanBeSentWhileNothingCanBeWritten() throws Exception {
        answer(10_000);
        HangingDisk hanging = HangingDisk.whenWritten(lanes);
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        disk.carryOut(new FileEffect.Write(handle(1), 0, Bytes.of(new byte[SEGMENT])));
        disk.carryOut(new FileEffect.Open(handle(2), new FileEffect.Source.Anywhere(NUMBER)));
        assertThat(next()).isInstanceOf(FileInput.Opened.class);
        disk.carryOut(new FileEffect.Read(handle(2), 0, SEGMENT, SEGMENT, 0));
        assertThat(next()).isInstanceOf(FileInput.Read.class);
        hanging.resume();
    }

    @Test
    void aFileCanArriveWhileNothingCanBeRead() throws Exception {
        HangingDisk hanging = HangingDisk.whenRead(lanes);
        byte[] content = randomBytes(150_000);
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        write(handle(1), content, 0, () -> true);
        disk.carryOut(new FileEffect.Finish(handle(1), sha256(content)));
        assertThat(next()).isInstanceOf(FileInput.Finished.class);
        hanging.resume();
    }

    /** The sender has given up meanwhile: the disk is notified, and nothing is left. */
    @Test
    void aFileThatIsGivenUpWhileTheDiskHangsLeavesNothing() throws Exception {
        HangingDisk hanging = HangingDisk.whenWritten(lanes);
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        write(handle(1), randomBytes(150_000), 0, () -> true);
        disk.carryOut(new FileEffect.Close(handle(1)));
        hanging.resume();
        disk.close();
        assertThat(root.resolve("data/partial")).isEmptyDirectory();
        assertThat(inputs).isEmpty();
    }

    @Test
    void aFailureAfterTheHangIsReportedOnceThoughTheFileIsFinishing() throws Exception {
        HangingDisk hanging = HangingDisk.whenWritten(lanes);
        byte[] content = randomBytes(300_000);
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        write(handle(1), content, 0, () -> true);
        disk.carryOut(new FileEffect.Finish(handle(1), sha256(content)));
        Files.delete(root.resolve("data/partial"));
        hanging.resume();
        assertThat(next())
                .isInstanceOfSatisfying(
                        FileInput.Failed.class,
                        failed -> assertThat(failed.reason()).contains("cannot be written"));
        disk.carryOut(new FileEffect.Check(handle(2), NUMBER));
        assertThat(next())
                .isEqualTo(
                        new FileInput.Failed(
                                handle(2),
                                "there is no file " + root.resolve("data/files/2012.*")));
    }

    /** A disk that never answers again must not keep the process alive. */
    @Test
    void theEndDoesNotWaitForADiskThatHangs() {
        HangingDisk.whenRead(lanes);
        HangingDisk.whenWritten(lanes);
        disk.carryOut(new FileEffect.Create(handle(1), NAME, FileEffect.Destination.RECEIVED, 1));
        disk.close();
        assertThat(inputs).isEmpty();
    }

    /** Writes segments while they are wanted; returns the number of bytes written. */
    private int write(FileHandle handle, byte[] content, int from, BooleanSupplier wanted) {
        int offset = from;
        while (offset < content.length && wanted.getAsBoolean()) {
            int length = Math.min(SEGMENT, content.length - offset);
            disk.carryOut(new FileEffect.Write(handle, offset, Bytes.of(content, offset, length)));
            offset += length;
        }
        return offset;
    }

    private byte[] answer(int bytes) throws IOException {
        byte[] content = randomBytes(bytes);
        Files.write(root.resolve("answers/2012.bin"), content);
        return content;
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private String sha256(byte[] content) throws IOException {
        return Digests.sha256(Files.write(root.resolve("same"), content));
    }

    private FileInput next() throws InterruptedException {
        return (FileInput) nextInput();
    }

    /** Runs the actions posted by the disk until there is an input. */
    private Input nextInput() throws InterruptedException {
        while (inputs.isEmpty()) {
            Objects.requireNonNull(posted.poll(60, TimeUnit.SECONDS), "nothing happened").run();
        }
        return inputs.remove();
    }
}
