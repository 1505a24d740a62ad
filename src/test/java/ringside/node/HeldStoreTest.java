package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.digest.Digests;
import ringside.node.StoreRecords.Entry;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * SPEC 8.6: a number has one version after any crash, whatever the times of the file system say.
 */
class HeldStoreTest {

    private static final FileNumber NUMBER = new FileNumber("0190");
    private static final long NOW_MS = 1_790_000_000_000L;

    @TempDir private Path data;
    private Path files;
    private StoreRecords records;

    @BeforeEach
    void makeFolders() throws IOException {
        files = Files.createDirectories(data.resolve("files"));
        records = new StoreRecords(Files.createDirectories(data.resolve("versions")));
    }

    private HeldStore open() throws IOException {
        return HeldStore.open(data, NOW_MS);
    }

    /** Writes the bytes of a version, and returns its metadata. */
    private StoredFile lay(String name, String content, long versionMs) throws IOException {
        Path path = Files.writeString(files.resolve(name), content);
        return new StoredFile(
                FileName.parse(name), content.length(), Digests.sha256(path), versionMs);
    }

    private StoredFile version(String name, String content, long versionMs) throws IOException {
        StoredFile file = lay(name, content, versionMs);
        Files.delete(files.resolve(name));
        return file;
    }

    private Path part(String content) throws IOException {
        return Files.writeString(data.resolve("1.part"), content);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(files)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    // -- a crash between two steps of a store

    /** The record lists both, and the new file has its name; both orders of the two names. */
    @ParameterizedTest
    @CsvSource({"0190.pdf,0190.txt", "0190.txt,0190.pdf"})
    void afterACrashBetweenTwoNamesTheNewBytesCountAndTheOldAreGone(String old, String fresh)
            throws IOException {
        StoredFile before = lay(old, "old bytes", 100);
        StoredFile after = lay(fresh, "new", 200);
        records.write(NUMBER, List.of(Entry.coming(after), Entry.held(before)));
        Files.setLastModifiedTime(files.resolve(old), FileTime.fromMillis(NOW_MS));
        assertThat(open().get(NUMBER)).isEqualTo(after);
        assertThat(names()).containsExactly(fresh);
        assertThat(open().all()).containsExactly(after);
    }

    @Test
    void afterACrashBeforeTheNameTheOldBytesCount() throws IOException {
        StoredFile before = lay("0190.pdf", "old bytes", 100);
        StoredFile after = version("0190.txt", "new", 200);
        records.write(NUMBER, List.of(Entry.coming(after), Entry.held(before)));
        assertThat(open().get(NUMBER)).isEqualTo(before);
        assertThat(records.read(NUMBER)).containsExactly(Entry.held(before));
    }

    /** A first version that never got its name was never stored, so it is not damaged either. */
    @Test
    void afterACrashBeforeTheFirstNameThereIsNothing() throws IOException {
        StoredFile first = version("0190.txt", "new", 200);
        records.write(NUMBER, List.of(Entry.coming(first)));
        assertThat(open().all()).isEmpty();
        assertThat(records.numbers()).isEmpty();
    }

    /** A missing file must be reported and repaired, so it counts until then. */
    @Test
    void aStoredFileThatIsGoneAfterARestartIsStillOnRecord() throws IOException {
        StoredFile file = version("0190.txt", "new", 200);
        records.write(NUMBER, List.of(Entry.held(file)));
        assertThat(open().all()).containsExactly(file);
    }

    /** The same name and size for both: only the bytes show which version is there. */
    @ParameterizedTest
    @CsvSource({"old bytes,100", "new bytes,200"})
    void afterACrashUnderOneNameTheBytesTellWhichVersionLiesThere(String bytes, long versionMs)
            throws IOException {
        StoredFile before = version("0190.txt", "old bytes", 100);
        StoredFile after = version("0190.txt", "new bytes", 200);
        Files.writeString(files.resolve("0190.txt"), bytes);
        records.write(NUMBER, List.of(Entry.coming(after), Entry.held(before)));
        assertThat(open().all())
                .singleElement()
                .satisfies(file -> assertThat(file.versionMs()).isEqualTo(versionMs));
    }

    @Test
    void aDamagedRecordCountsAsNone() throws IOException {
        lay("0190.txt", "bytes", 100);
        Files.write(data.resolve("versions/0190"), new byte[] {1, 2, 3});
        assertThat(open().all()).hasSize(1);
        Files.write(data.resolve("versions/0190"), new byte[100_000]);
        assertThat(open().all()).hasSize(1);
        assertThat(records.read(NUMBER)).hasSize(1);
    }

    // -- replacing and deleting

    @Test
    void aNewerVersionReplacesTheOlderAndTheOldNameGoesOnlyAfterIt() throws IOException {
        HeldStore store = open();
        StoredFile before = version("0190.pdf", "old bytes", 100);
        StoredFile after = version("0190.txt", "new", 200);
        store.put(part("old bytes"), before);
        store.put(part("new"), after);
        assertThat(store.get(NUMBER)).isEqualTo(after);
        store.delete(before);
        assertThat(names()).containsExactly("0190.txt");
        assertThat(open().all()).containsExactly(after);
    }

    /** The core learns late that a version was replaced: its deletion is meant for the old one. */
    @Test
    void deletingAVersionThatWasReplacedLeavesTheOneThatReplacedIt() throws IOException {
        HeldStore store = open();
        StoredFile before = version("0190.txt", "old bytes", 100);
        StoredFile after = version("0190.txt", "new", 200);
        store.put(part("old bytes"), before);
        store.put(part("new"), after);
        store.delete(before);
        assertThat(store.get(NUMBER)).isEqualTo(after);
        assertThat(files.resolve("0190.txt")).hasContent("new");
    }

    /** A folder in the file's place cannot be deleted as a file even by the user root. */
    @Test
    void aFileThatCannotBeDeletedIsNotBackAfterARestart() throws IOException {
        HeldStore store = open();
        StoredFile file = version("0190.txt", "bytes", 100);
        store.put(part("bytes"), file);
        Files.delete(files.resolve("0190.txt"));
        Files.createDirectories(files.resolve("0190.txt/in the way"));
        assertThatThrownBy(() -> store.delete(file)).isInstanceOf(IOException.class);
        assertThat(store.get(NUMBER)).isNull();
        Files.delete(files.resolve("0190.txt/in the way"));
        Files.delete(files.resolve("0190.txt"));
        Files.writeString(files.resolve("0190.txt"), "bytes");
        assertThat(open().all()).isEmpty();
        assertThat(names()).isEmpty();
    }

    // -- files without a record

    @Test
    void aFileWithoutARecordIsAsOldAsItsLastChange() throws IOException {
        lay("0190.txt", "bytes", 0);
        Files.setLastModifiedTime(files.resolve("0190.txt"), FileTime.fromMillis(1_000));
        assertThat(open().all())
                .singleElement()
                .satisfies(file -> assertThat(file.versionMs()).isEqualTo(1_000));
    }

    /** SPEC 8.6: a clock that was once ahead must not block later stores. */
    @Test
    void aFileWithoutARecordFromTheFutureIsAsOldAsNow() throws IOException {
        lay("0190.txt", "bytes", 0);
        Files.setLastModifiedTime(files.resolve("0190.txt"), FileTime.fromMillis(NOW_MS * 2));
        assertThat(open().all())
                .singleElement()
                .satisfies(file -> assertThat(file.versionMs()).isEqualTo(NOW_MS));
    }

    @Test
    void theNewerOfTwoFilesWithoutARecordCountsAndTheOtherIsKeptAside() throws IOException {
        lay("0190.pdf", "newer", 0);
        lay("0190.txt", "older", 0);
        Files.setLastModifiedTime(files.resolve("0190.txt"), FileTime.fromMillis(1_000));
        assertThat(open().all())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).hasToString("0190.pdf"));
        assertThat(names()).containsExactly("0190.pdf");
        assertThat(data.resolve("aside/0190.txt")).hasContent("older");
    }

    /** vfat times have a resolution of two seconds, so the version is kept beside the file. */
    @ParameterizedTest
    @ValueSource(longs = {0, 2_000, NOW_MS * 2})
    void theTimeOfAStoredFileDoesNotCount(long changedMs) throws IOException {
        StoredFile file = version("0190.txt", "bytes", 1_234_567);
        open().put(part("bytes"), file);
        Files.setLastModifiedTime(files.resolve("0190.txt"), FileTime.fromMillis(changedMs));
        assertThat(open().all()).containsExactly(file);
    }

    @Test
    void namesThatAreNotOursStayAsTheyAre() throws IOException {
        Files.writeString(files.resolve("notes.txt"), "mine");
        Files.writeString(files.resolve("0190.tar.gz"), "mine");
        assertThat(open().all()).isEmpty();
        assertThat(names()).containsExactly("0190.tar.gz", "notes.txt");
    }

    @Test
    void theVersionsAreReadableText() throws IOException {
        StoredFile file = version("0190.txt", "bytes", 1_234_567);
        open().put(part("bytes"), file);
        assertThat(Files.readString(data.resolve("versions/0190"), StandardCharsets.UTF_8))
                .isEqualTo("held\t1234567\t5\t" + file.sha256() + "\t0190.txt\n");
    }
}
