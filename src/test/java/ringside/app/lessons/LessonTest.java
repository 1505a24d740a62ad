package ringside.app.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of scenarios, read from folders. */
class LessonTest {

    @TempDir private Path folder;

    @Test
    void anUnreadableFileDoesNotHideOthers() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "\ufeff# First\npeers 14\n");
        Files.write(
                folder.resolve("b.txt"),
                "say Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        Files.createSymbolicLink(folder.resolve(".#c.txt"), Path.of("me@host.4711"));
        Files.createSymbolicLink(folder.resolve("d.txt"), Path.of("nowhere"));
        Files.createDirectory(folder.resolve("e.txt"));
        Files.write(folder.resolve("f.txt"), new byte[2_000_000]);
        Files.writeString(folder.resolve("z.txt"), "# Last\npeers 14\n");

        List<Lesson> found = Lesson.in(List.of(folder.resolve("missing"), folder));

        assertThat(found)
                .extracting(Lesson::title)
                .containsExactly(
                        "First",
                        "b.txt cannot be read",
                        "d.txt cannot be read",
                        "e.txt cannot be read",
                        "f.txt cannot be read",
                        "Last");
        assertThat(found.get(1).text())
                .isEqualTo(
                        "# %s:1: a byte here is no UTF-8 text: save the file as UTF-8",
                        folder.resolve("b.txt"));
        assertThat(found.get(2).text()).startsWith("# ").contains("d.txt");
    }
}
