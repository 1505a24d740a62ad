package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.status.FileEvent.FileWritten;
import ringside.status.FileEvent.TransferDone;
import ringside.status.FileEvent.TransferProgress;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;

/** PROGRAMS 3.6: what is new or changed since the request, and is no log. */
class ReceivedFilesTest {

    private static final FileNumber NUMBER = new FileNumber("2012");

    private static final TransferStarted TRANSFER =
            new TransferStarted(
                    7,
                    false,
                    new PeerId(1),
                    FileName.parse("2012.pdf"),
                    30,
                    0,
                    10,
                    1,
                    0,
                    TransferPurpose.REQUEST);

    @TempDir private Path run;

    private Path folder;
    private ReceivedFiles files;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void giveTheProgramItsFiles() throws IOException {
        folder = Files.createDirectories(run.resolve("peer-8"));
        write("2012.pdf", "given");
        write("cdht.py", "source");
        files =
                new ReceivedFiles(
                        folder,
                        new Rules.Files(
                                "received_{file}.pdf", "responding_log.txt", "requesting_log.txt"),
                        () -> now);
    }

    private void write(String name, String bytes) throws IOException {
        Files.writeString(folder.resolve(name), bytes);
    }

    private String foundName() {
        return files.find(NUMBER).map(found -> files.nameOf(found.file())).orElse("none");
    }

    @Test
    void whatWasThereAndLogsAreNotReceived() throws IOException {
        assertThat(foundName()).isEqualTo("none");
        write("requesting_log.txt", "rcv 1 1 400 0");
        write("responding_log.txt", "snd 1 1 400 0");
        assertThat(foundName()).isEqualTo("none");
    }

    @Test
    void anyOtherNewFileIsWhateverItsName() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        write("out/file", "new");
        assertThat(foundName()).isEqualTo("out/file");
    }

    @Test
    void aChangedFileIsToo() throws IOException {
        write("2012.pdf", "given and changed");
        assertThat(foundName()).isEqualTo("2012.pdf");
    }

    @Test
    void thePrescribedNameOutweighsTheSize() throws IOException {
        write("trace.txt", "a very long trace");
        write("small", "x");
        assertThat(foundName()).isEqualTo("trace.txt");
        write("received_2012.pdf", "new");
        assertThat(foundName()).isEqualTo("received_2012.pdf");
    }

    @Test
    void itsSizeIsTheProgressAndTheFileIsCompleteAtRest() throws IOException {
        ReceivedFile file = new ReceivedFile(files, TRANSFER);
        assertThat(file.look()).isEmpty();
        write("received.bin", "0123456789");
        assertThat(file.look()).contains(new TransferProgress(7, false, 10, 0, 0));
        assertThat(file.isAtRest()).isFalse();
        assertThat(file.look()).isEmpty();
        assertThat(file.isAtRest()).isTrue();
        write("received.bin", "0123456789".repeat(3));
        assertThat(file.look()).contains(new TransferProgress(7, false, 30, 0, 0));
        assertThat(file.isAtRest()).isFalse();

        assertThat(file.withSize(new TransferDone(7, false, 0, 3, 1)))
                .isEqualTo(new TransferDone(7, false, 30, 3, 1));
        FileWritten written = file.complete().orElseThrow();
        assertThat(written)
                .isEqualTo(
                        new FileWritten(
                                FileName.parse("2012.pdf"),
                                "received.bin",
                                "received_2012.pdf",
                                30,
                                folder.resolve("received.bin").toString()));
        assertThat(sentenceOf(written))
                .isEqualTo(
                        "8 has written what it asked for, 2012.pdf, as 'received.bin': 30 B. The"
                                + " rules name it 'received_2012.pdf'.");
        assertThat(foundName()).isEqualTo("none");
    }

    @Test
    void theRightNameIsNoNote() throws IOException {
        write("received_2012.pdf", "0123456789");
        ReceivedFile file = new ReceivedFile(files, TRANSFER);
        file.look();
        assertThat(sentenceOf(file.complete().orElseThrow()))
                .isEqualTo("8 has written what it asked for, 2012.pdf: 10 B.");
    }

    private static String sentenceOf(FileWritten written) {
        return Explanations.of(new StatusEntry(1_000_000, new PeerId(8), written), RingState.EMPTY)
                .text();
    }

    @Test
    void aProgramThatAppendsBeginsAnewWithTheNextRequest() throws IOException {
        append("received_2012.pdf", "first");
        complete();
        files.beginRequest(NUMBER);
        assertThat(folder.resolve("received_2012.pdf")).doesNotExist();
        assertThat(run.resolve("peer-8-received").resolve("1-received_2012.pdf"))
                .hasContent("first");

        append("received_2012.pdf", "second");
        assertThat(files.find(NUMBER).orElseThrow().bytes()).isEqualTo(6);
        complete();
        files.beginRequest(NUMBER);
        try (Stream<Path> aside = Files.list(run.resolve("peer-8-received"))) {
            assertThat(aside.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("1-received_2012.pdf", "2-received_2012.pdf");
        }
    }

    private void append(String name, String bytes) throws IOException {
        Files.writeString(
                folder.resolve(name), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void complete() {
        ReceivedFile file = new ReceivedFile(files, TRANSFER);
        file.look();
        assertThat(file.complete()).isPresent();
    }

    /** A second request must not take away what the first one still writes. */
    @Test
    void aFileThatStillGrowsIsNotSetAside() throws IOException {
        write("received_2012.pdf", "half");
        files.beginRequest(NUMBER);
        assertThat(folder.resolve("received_2012.pdf")).hasContent("half");
    }

    /** A program that says neither that it receives nor that it has received. */
    @Test
    void aFileOfWhichNothingIsSaidIsSetAsideOnceItRests() throws IOException {
        files.beginRequest(NUMBER);
        write("received_2012.pdf", "first");
        now = Instant.now().plusMillis(ReceivedFiles.REST_MS);
        files.beginRequest(new FileNumber("0043"));
        assertThat(folder.resolve("received_2012.pdf")).doesNotExist();
    }

    @Test
    void aSecondRequestDoesNotHideWhatTheFirstIsBringing() throws IOException {
        files.beginRequest(NUMBER);
        write("received_2012.pdf", "half");
        ReceivedFile first = new ReceivedFile(files, TRANSFER);
        assertThat(first.look()).contains(new TransferProgress(7, false, 4, 0, 0));
        FileNumber other = new FileNumber("0043");
        files.beginRequest(other);
        append("received_2012.pdf", "whole");
        assertThat(files.find(other)).isEmpty();
        assertThat(first.look()).contains(new TransferProgress(7, false, 9, 0, 0));
        write("received_0043.pdf", "x");
        assertThat(files.find(other).map(found -> files.nameOf(found.file())))
                .contains("received_0043.pdf");
        assertThat(first.complete().map(FileWritten::bytes)).contains(9L);
    }

    /** The program may have to serve it later. */
    @Test
    void aGivenFileIsNotSetAside() throws IOException {
        write("2012.pdf", "given and changed");
        complete();
        files.beginRequest(NUMBER);
        assertThat(folder.resolve("2012.pdf")).hasContent("given and changed");
    }
}
