package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.node.Handles.handle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.digest.Digests;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;
import ringside.peer.Input;
import ringside.peer.StoredFile;
import ringside.ring.FileNumber;

/** A stored file that was changed outside the program is never served as valid. */
class DamageTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final byte[] CONTENT = "what was stored".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path root;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private DataFolder folder;
    private Disk disk;
    private Path stored;
    private StoredFile version;
    private FileHandle handle = handle(10);

    @BeforeEach
    void store() throws Exception {
        Files.createDirectories(root.resolve("answers"));
        folder = DataFolder.open(root.resolve("data"), root.resolve("answers"));
        disk = new Disk(folder, new DiskLanes(), inputs::add, posted::add);
        Path source = Files.write(root.resolve("report.txt"), CONTENT);
        disk.carryOut(
                new FileEffect.Copy(
                        handle(1),
                        new FileEffect.Source.Path(source.toString(), NUMBER),
                        FileEffect.Destination.HELD,
                        0));
        version = ((FileInput.Finished) next()).file();
        stored = root.resolve("data/files/2012.txt");
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
        folder.close();
    }

    private FileInput next() throws InterruptedException {
        while (inputs.isEmpty()) {
            Objects.requireNonNull(posted.poll(60, TimeUnit.SECONDS), "nothing happened").run();
        }
        return (FileInput) inputs.remove();
    }

    /** Opens the file again; an open file is read ahead, and may fail meanwhile. */
    private FileInput open() throws InterruptedException {
        return open(new FileEffect.Source.Held(NUMBER));
    }

    private FileInput open(FileEffect.Source source) throws InterruptedException {
        handle = handle(handle.number() + 1);
        disk.carryOut(new FileEffect.Open(handle, source));
        FileInput said = next();
        while (!said.handle().equals(handle)) {
            said = next();
        }
        return said;
    }

    private static FileInput damaged(FileHandle handle, StoredFile file, String reason) {
        return new FileInput.Damaged(handle, file, reason);
    }

    /** Changes only the bytes, and restores size and time. */
    private void changeInPlace() throws IOException {
        FileTime before = Files.getLastModifiedTime(stored);
        byte[] changed = CONTENT.clone();
        changed[3] ^= 1;
        Files.write(stored, changed);
        Files.setLastModifiedTime(stored, before);
    }

    @Test
    void anUndamagedFileIsServed() throws Exception {
        assertThat(open()).isEqualTo(new FileInput.Opened(handle, version));
    }

    @Test
    void aByteChangedInPlaceIsFoundBeforeItIsServed() throws Exception {
        assertThat(open()).isInstanceOf(FileInput.Opened.class);
        changeInPlace();
        assertThat(open())
                .isEqualTo(damaged(handle, version, "its bytes are not those that were stored"));
        assertThat(stored).doesNotExist();
        assertThat(root.resolve("data/aside/2012.txt")).exists();
    }

    @Test
    void appendedBytesAreFound() throws Exception {
        Files.writeString(stored, "what was stored, and more");
        assertThat(open())
                .isEqualTo(damaged(handle, version, "its file has 25 bytes, and 15 were stored"));
    }

    @Test
    void aFileThatIsGoneIsFound() throws Exception {
        Files.delete(stored);
        assertThat(open()).isEqualTo(damaged(handle, version, "its file is gone from the folder"));
    }

    @Test
    void aCheckFindsDamageToo() throws Exception {
        disk.carryOut(new FileEffect.Check(handle(3), NUMBER));
        assertThat(next()).isEqualTo(new FileInput.Checked(handle(3)));
        changeInPlace();
        disk.carryOut(new FileEffect.Check(handle(4), NUMBER));
        assertThat(next()).isInstanceOf(FileInput.Damaged.class);
        disk.carryOut(new FileEffect.Check(handle(5), NUMBER));
        assertThat(next()).isInstanceOf(FileInput.Failed.class);
    }

    @Test
    void aCopyForTheUserIsNeverMadeOfDamagedBytes() throws Exception {
        changeInPlace();
        disk.carryOut(
                new FileEffect.Copy(
                        handle(6),
                        new FileEffect.Source.Held(NUMBER),
                        FileEffect.Destination.RECEIVED,
                        0));
        assertThat(next()).isInstanceOf(FileInput.Damaged.class);
        assertThat(root.resolve("data/received/2012.txt")).doesNotExist();
    }

    /** After a restart, the digest is still that of the stored bytes. */
    @Test
    void damageBetweenTwoLivesIsFound() throws Exception {
        close();
        changeInPlace();
        folder = DataFolder.open(root.resolve("data"), root.resolve("answers"));
        disk = new Disk(folder, new DiskLanes(), inputs::add, posted::add);
        assertThat(folder.held().all()).containsExactly(version);
        assertThat(open()).isInstanceOf(FileInput.Damaged.class);
    }

    /** A file to answer with belongs to the user: its current content is sent. */
    @Test
    void aFileToAnswerWithThatWasChangedInPlaceIsSentAsItIsNow() throws Exception {
        Path answer = Files.writeString(root.resolve("answers/0077.txt"), "one");
        FileEffect.Source source = new FileEffect.Source.Anywhere(new FileNumber("0077"));
        String before = ((FileInput.Opened) open(source)).file().sha256();
        FileTime time = Files.getLastModifiedTime(answer);
        Files.writeString(answer, "two");
        Files.setLastModifiedTime(answer, time);
        assertThat(((FileInput.Opened) open(source)).file().sha256())
                .isNotEqualTo(before)
                .isEqualTo(Digests.sha256(answer));
    }
}
