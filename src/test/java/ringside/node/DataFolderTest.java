package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.peer.FileEffect;
import ringside.ring.FileNumber;

/** A peer touches only its own files, in a folder that it owns alone. */
class DataFolderTest {

    @TempDir private Path root;

    private DataFolder open() throws IOException {
        return DataFolder.open(root.resolve("data"), root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.part", "7.part", "responding_log.txt", "thesis.pdf", "files"})
    void aFolderOfSomebodyElseIsLeftAsItIs(String name) throws IOException {
        Path theirs = Files.createDirectories(root.resolve("data")).resolve(name);
        Files.writeString(theirs, "mine");
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("data holds other files and is no peer's folder");
        assertThat(theirs).hasContent("mine");
        assertThat(root.resolve("data")).isDirectoryNotContaining("glob:**/received");
    }

    @Test
    void aPeerDeletesOnlyItsOwnHalfFilesInItsFolder() throws IOException {
        open().close();
        Path theirs = Files.writeString(root.resolve("data/film.part"), "mine");
        Path alsoTheirs = Files.writeString(root.resolve("data/7.part"), "mine");
        Path ours = Files.writeString(root.resolve("data/partial/7.part"), "half");
        open().close();
        assertThat(List.of(theirs, alsoTheirs)).allMatch(Files::exists);
        assertThat(ours).doesNotExist();
    }

    /** A supervisor collects its peer's stderr there, from the first moment on. */
    @Test
    void aFolderThatASupervisorHasMadeIsTaken() throws IOException {
        Files.createDirectories(root.resolve("data"));
        Path theirs = Files.writeString(root.resolve("data/stderr.txt"), "a warning");
        open().close();
        assertThat(theirs).hasContent("a warning");
    }

    @Test
    void aFolderOfAnEarlierVersionIsTakenOver() throws IOException {
        Files.createDirectories(root.resolve("data/files"));
        Files.createDirectories(root.resolve("data/received"));
        Files.writeString(root.resolve("data/files/2012.txt"), "stored");
        Files.writeString(root.resolve("data/responding_log.txt"), "");
        try (DataFolder folder = open()) {
            assertThat(folder.held().all()).hasSize(1);
        }
    }

    @Test
    void twoPeersNeverShareAFolder() throws IOException {
        try (DataFolder first = open()) {
            assertThat(first.path()).isDirectory();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("data is in use by another peer");
        }
        open().close();
    }

    /** SPEC 1.2: the number, a dot, and one or two extensions in lower-case or capital letters. */
    @ParameterizedTest
    @CsvSource({
        "1114.PDF,1114.pdf",
        "1111.tar.gz,1111.gz",
        "1113,1113",
        "1115.Jpeg,1115.jpeg",
        "1116.7z,1116.7z"
    })
    void aFileToAnswerWithIsFoundWhateverItsExtensionLooksLike(String name, String onTheRing)
            throws IOException {
        Path file = Files.writeString(root.resolve(name), "content");
        FileEffect.Source source =
                new FileEffect.Source.Anywhere(new FileNumber(name.substring(0, 4)));
        try (DataFolder folder = open()) {
            assertThat(folder.find(source)).isEqualTo(file);
            assertThat(DataFolder.nameFor(source, file)).hasToString(onTheRing);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1114.pdf.part",
                "1114.txt.bak",
                "1114.pdf~",
                "1114-copy.pdf",
                "11140.pdf",
                "1114.a.b.c",
                "1114.",
                "1114..pdf",
                "1114.crdownload"
            })
    void unfinishedFilesAndOtherNamesAreNoAnswer(String name) throws IOException {
        Files.writeString(root.resolve(name), "content");
        try (DataFolder folder = open()) {
            assertThatThrownBy(() ->
                            folder.find(new FileEffect.Source.Anywhere(new FileNumber("1114"))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPlainNameComesBeforeAnyOther() throws IOException {
        Files.writeString(root.resolve("1114.PDF"), "other");
        Files.writeString(root.resolve("1114.a.gz"), "other");
        Path plain = Files.writeString(root.resolve("1114.txt"), "plain");
        try (DataFolder folder = open()) {
            assertThat(folder.find(new FileEffect.Source.Anywhere(new FileNumber("1114"))))
                    .isEqualTo(plain);
        }
    }
}
