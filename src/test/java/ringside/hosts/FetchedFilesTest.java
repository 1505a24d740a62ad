package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.BesideOthers;
import ringside.hosts.AgentReport.Fetched;
import ringside.hosts.AgentReport.FetchedPiece;

@BesideOthers
class FetchedFilesTest {

    @TempDir private Path folder;

    private final FetchedFiles files = new FetchedFiles();

    private static FetchedPiece piece(long number, String text) {
        return new FetchedPiece(number, Base64.getEncoder().encodeToString(text.getBytes()));
    }

    @Test
    void piecesBecomeAFileThatIsWholeAtItsEnd() {
        FetchedFiles.Wanted file = files.begin(folder, "/home/ada/2012.pdf");
        files.take(piece(file.number(), "one "));
        files.take(piece(file.number(), "two"));
        assertThat(file.whole()).isNotDone();

        files.take(new Fetched(file.number(), null));

        assertThat(file.whole()).isCompletedWithValue(folder.resolve("1-2012.pdf"));
        assertThat(folder.resolve("1-2012.pdf")).hasContent("one two");
    }

    @Test
    void anEmptyFileComesToo() {
        FetchedFiles.Wanted file = files.begin(folder, "2012.pdf");

        files.take(new Fetched(file.number(), null));

        assertThat(file.whole().join()).isEmptyFile();
    }

    /** Whatever its system is, or its agent's aim. */
    @ParameterizedTest
    @CsvSource({
        "/srv/a/2012.pdf, 1-2012.pdf",
        "C:\\Users\\ada\\2012.pdf, 1-2012.pdf",
        "/srv/.., 1-..",
        "/srv/a/, 1-",
        "'a\0b\n.pdf', 1-a_b_.pdf"
    })
    void aCopyHasAPlainName(String path, String name) {
        FetchedFiles.Wanted file = files.begin(folder, path);
        files.take(new Fetched(file.number(), null));

        assertThat(file.whole()).isCompletedWithValue(folder.resolve(name));
    }

    @Test
    void whatNobodyAskedForIsDropped() {
        files.take(piece(7, "strange"));
        files.take(new Fetched(7, null));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whyAFileDoesNotComeIsSaid() {
        FetchedFiles.Wanted file = files.begin(folder, "2012.pdf");

        files.take(new Fetched(file.number(), "There is none."));

        assertThat(file.whole()).isCompletedExceptionally();
        assertThat(file.whole().exceptionNow()).hasMessage("There is none.");
    }

    @Test
    void noFileComesOnceTheHostIsGone() {
        FetchedFiles.Wanted before = files.begin(folder, "2012.pdf");

        files.end("It is gone.");

        assertThat(before.whole().exceptionNow()).hasMessage("It is gone.");
        assertThat(files.begin(folder, "2012.pdf").whole().exceptionNow())
                .hasMessage("It is gone.");
    }

    @Test
    void aPieceThatIsNoneFailsTheFile() {
        FetchedFiles.Wanted file = files.begin(folder, "2012.pdf");

        files.take(new FetchedPiece(file.number(), "?"));

        assertThat(file.whole()).isCompletedExceptionally();
    }
}
