package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ring.FileNumber;

class NumberedFilesTest {

    @TempDir private Path folder;

    @Test
    void onlyFilesNamedByANumberCount() throws IOException {
        for (String name :
                new String[] {
                    ".DS_Store",
                    "._2012.pdf",
                    "Thumbs.db",
                    "201.pdf",
                    "20123.pdf",
                    "2012.pdf",
                    "2012.txt",
                    "1114.PDF",
                    "1111.tar.gz",
                    "2012 copy.pdf",
                    "0007"
                }) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createDirectory(folder.resolve("3000"));

        NumberedFiles found = NumberedFiles.in(folder);

        assertThat(found.byNumber())
                .isEqualTo(
                        Map.of(
                                new FileNumber("2012"), folder.resolve("2012.pdf"),
                                new FileNumber("1114"), folder.resolve("1114.PDF"),
                                new FileNumber("1111"), folder.resolve("1111.tar.gz"),
                                new FileNumber("0007"), folder.resolve("0007")));
        assertThat(found.others())
                .containsExactly("201.pdf", "2012 copy.pdf", "20123.pdf", "3000", "Thumbs.db");
    }
}
