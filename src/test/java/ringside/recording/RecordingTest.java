package ringside.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.channel.StatusLines;
import ringside.channel.VocabularyCases;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;

/** Intact and damaged recordings (SPEC 12.4). */
class RecordingTest {

    @TempDir Path folder;
    private Path file = Path.of("");
    private final List<StatusEntry> entries = new ArrayList<>();

    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("a.ringside");
        for (int i = 0; i < VocabularyCases.EVENTS.size(); i++) {
            entries.add(new StatusEntry(i, new PeerId(43), VocabularyCases.EVENTS.get(i)));
        }
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (StatusEntry entry : entries) {
                writer.write(entry);
            }
            writer.flush();
            assertThat(Files.size(file)).isEqualTo(writer.bytes());
        }
    }

    private void change(String text) throws IOException {
        Files.writeString(file, text);
    }

    private RecordingReader.Result read(List<StatusEntry> into) throws IOException {
        return RecordingReader.read(file, into::add);
    }

    @Test
    void aRecordingReadsBackAsWritten() throws IOException {
        List<StatusEntry> read = new ArrayList<>();
        assertThat(read(read)).isEqualTo(new RecordingReader.Result(entries.size(), 0, false));
        assertThat(read).isEqualTo(entries);
    }

    @Test
    void aRecordingOfAKilledProgramIsReadUpToTheIncompleteLine() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < 60; cut++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            List<StatusEntry> read = new ArrayList<>();
            RecordingReader.Result result = read(read);
            assertThat(result.damagedLines()).isZero();
            assertThat(result.isCutOff() || read.size() == entries.size() - 1).isTrue();
            assertThat(read).isEqualTo(entries.subList(0, read.size()));
            assertThat(read.size()).isGreaterThanOrEqualTo(entries.size() - 2);
        }
    }

    /** A model of one ring could not make sense of the others. */
    @Test
    void linesOfAnotherCircleThanTheFirstAreDamaged() throws IOException {
        String good = "{\"at\":1,\"peer\":\"14336/18\",\"event\":\"running\"}";
        change(
                String.join(
                        "\n",
                        RecordingWriter.HEADER,
                        good,
                        "{\"at\":1,\"peer\":14,\"event\":\"running\"}",
                        "{\"at\":1,\"peer\":\"14336/18\",\"event\":\"lineCut\",\"other\":43}",
                        good,
                        ""));
        List<StatusEntry> read = new ArrayList<>();
        RecordingReader.Result result = RecordingReader.read(file, read::add);

        assertThat(result.damagedLines()).isEqualTo(2);
        assertThat(read).extracting(entry -> entry.peer().toString()).containsExactly("14", "14");
    }

    @Test
    void damagedLinesAreCountedAndSkipped() throws IOException {
        String good = StatusLines.write(entries.getFirst());
        String endless = "x".repeat(StatusLines.MAX_LINE_BYTES + 10);
        change(
                String.join(
                        "\n",
                        RecordingWriter.HEADER,
                        "{\"at\":1,\"peer\":900,\"event\":\"running\"}",
                        good,
                        endless,
                        "\u0000\uffff{[",
                        "",
                        good,
                        ""));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
        List<StatusEntry> read = new ArrayList<>();
        assertThat(read(read)).isEqualTo(new RecordingReader.Result(2, 5, false));
        assertThat(read).containsExactly(entries.getFirst(), entries.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "hello\n",
                "[]\n",
                "null\n",
                "{\"recording\":\"other\",\"version\":1}\n",
                "{\"recording\":\"ringside\"}\n",
                "{\"recording\":\"ringside\",\"version\":\"x\"}\n",
                "{\"recording\":\"ringside\",\"version\":0}\n",
                "{\"recording\":[],\"version\":1}\n",
                "{\"recording\":null,\"version\":null}\n",
                "{\"recording\":\"ringside\",\"version\":1}"
            })
    void aFileThatIsNotARecordingIsRefused(String text) throws IOException {
        change(text);
        assertThatThrownBy(() -> RecordingReader.check(file))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("is no recording of Ringside");
    }

    @Test
    void anEmptyFileIsRefusedWithAReason() throws IOException {
        change("");
        assertThatThrownBy(() -> RecordingReader.check(file))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageEndingWith(
                        " is empty: its run was ended before anything was written, or its disk was"
                                + " full.");
    }

    @Test
    void aNewerRecordingIsRefusedWithAdvice() throws IOException {
        change("{\"recording\":\"ringside\",\"version\":2}\n");
        assertThatThrownBy(() -> read(new ArrayList<>()))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("by a newer Ringside")
                .hasMessageContaining("open it with that");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        byte[] nonsense = new byte[100_000];
        new Random(3).nextBytes(nonsense);
        Files.write(file, nonsense);
        assertThatThrownBy(() -> RecordingReader.check(file))
                .isInstanceOf(UnreadableRecordingException.class);
    }

    @Test
    void progressGrowsToTheSizeOfTheFile() throws IOException {
        String lines = (StatusLines.write(entries.getFirst()) + "\n").repeat(20_000);
        change(RecordingWriter.HEADER + "\n" + lines);
        List<Long> progress = new ArrayList<>();
        RecordingReader.read(
                file,
                entry -> {},
                (bytes, totalBytes) -> {
                    progress.add(bytes);
                    assertThat(totalBytes).isEqualTo(size());
                });
        assertThat(progress).hasSizeGreaterThan(2).isSorted();
        assertThat(progress.getLast()).isEqualTo(size());
    }

    private long size() {
        return file.toFile().length();
    }

    @Test
    void aLineThatIsNotUtf8CountsAsDamaged() throws IOException {
        String header = RecordingWriter.HEADER + "\n";
        String line = "{\"at\":1,\"peer\":1,\"event\":\"terminalLine\",\"text\":\"é\"}\n";
        Files.write(file, (header + line).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(new ArrayList<>())).isEqualTo(new RecordingReader.Result(0, 1, false));
    }
}
