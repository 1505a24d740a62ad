package ringside.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.transcript.LogClock.Frame;
import ringside.transcript.LogClock.Unit;
import ringside.transcript.LogClock.Zero;

/** Transfer logs in the forms of real answers, and the clocks that they count by (PROGRAMS 3.5). */
class LogCasesTest {

    private static final Path CASES =
            Path.of("src", "test", "resources", "ringside", "transcript", "cases");

    @Test
    void secondsSinceTheStartInMixedColumns() throws IOException {
        Frame frame = new Frame(0, 7.5, 17.5, false);
        assertIsReadAs("seconds-mixed", frame, 0, new LogClock(Zero.PROGRAM, Unit.SECONDS, 0));
    }

    @Test
    void millisecondsSinceTheStart() throws IOException {
        Frame frame = new Frame(0, 22.0, 23.1, true);
        assertIsReadAs(
                "milliseconds-padded", frame, 0, new LogClock(Zero.PROGRAM, Unit.MILLISECONDS, 0));
    }

    @Test
    void secondsSince1970() throws IOException {
        Frame frame = new Frame(1_554_087_000, 1_554_087_011.4, 1_554_087_021.4, false);
        assertIsReadAs(
                "epoch-tabs", frame, frame.request(), new LogClock(Zero.EPOCH, Unit.SECONDS, 0));
    }

    private static void assertIsReadAs(String name, Frame frame, double zero, LogClock expected)
            throws IOException {
        List<LogRow> rows = rows(CASES.resolve(name + ".log"));
        LogClock clock = LogClock.of(rows, frame).orElseThrow();
        assertThat(clock).isEqualTo(expected);
        List<String> lines =
                Files.readAllLines(CASES.resolve(name + ".expect")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replaceAll(" !.*", ""))
                        .toList();
        assertThat(rows).hasSameSizeAs(lines);
        for (int i = 0; i < rows.size(); i++) {
            String[] words = lines.get(i).split(" ", 3);
            assertThat(words[0] + " " + words[2]).isEqualTo(textOf(rows.get(i)));
            assertThat(clock.timeOf(rows.get(i), frame) - zero)
                    .isCloseTo(Double.parseDouble(words[1]), within(1e-6));
        }
    }

    private static String textOf(LogRow row) {
        String rest =
                row.acknowledgement() > 0
                        ? "ack " + row.acknowledgement()
                        : "seq " + row.sequence() + " len " + row.length();
        return switch (row.action()) {
                    case SENT -> "snd ";
                    case RECEIVED -> "rcv ";
                    case DROPPED -> "drop ";
                    case RESENT -> "RTX ";
                    case RESENT_DROPPED -> "RTX/drop ";
                }
                + rest;
    }

    private static List<LogRow> rows(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> LogRow.parse(line).orElseThrow())
                .toList();
    }

    /** The program started 100 s after 1970, the request came 22 s later and took 3 s. */
    @ParameterizedTest
    @CsvSource({
        "22.03 22.05 23.06 24.9, PROGRAM, SECONDS",
        "22 22 23 25, PROGRAM, SECONDS",
        "122.03 122.05 123.06 124.9, EPOCH, SECONDS",
        "0.03 0.05 1.06 2.9, TRANSFER, SECONDS",
        "0 0 1 3, TRANSFER, SECONDS",
        "22030 22050 23060 24900, PROGRAM, MILLISECONDS",
        "30 50 1060 2900, TRANSFER, MILLISECONDS",
        "122030000 122050000 123060000 124900000, EPOCH, MICROSECONDS",
        "22030000000 22050000000 23060000000 24900000000, PROGRAM, NANOSECONDS"
    })
    void theClockIsFound(String times, Zero zero, Unit unit) {
        assertThat(clock(times)).contains(new LogClock(zero, unit, 0));
    }

    /** An interpreter needs half a second until the first line of the program runs. */
    @Test
    void aProgramBeginsToCountAfterItsProcess() {
        LogClock clock = clock("21.5 21.52 22.53 24.4").orElseThrow();
        assertThat(clock.zero()).isEqualTo(Zero.PROGRAM);
        assertThat(clock.unit()).isEqualTo(Unit.SECONDS);
        assertThat(clock.late()).isCloseTo(0.5, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3600.1 3600.2 3601.2 3602",
                "-5 -4 -3 -2",
                "18.5 18.52 19.5 21",
                "22.03 22.05 21.06 20"
            })
    void noClockIsFound(String times) {
        assertThat(clock(times)).isEmpty();
    }

    @Test
    void aLogWithoutRowsHasNoClock() {
        assertThat(LogClock.of(List.of(), new Frame(0, 1, 2, false))).isEmpty();
    }

    private static java.util.Optional<LogClock> clock(String times) {
        String[] each = times.split(" ", -1);
        List<LogRow> rows =
                List.of(
                        row("snd", each[0], 1),
                        row("Drop", each[1], 401),
                        row("RTX", each[2], 401),
                        row("snd", each[3], 801));
        return LogClock.of(rows, new Frame(100, 122, 125, true));
    }

    private static LogRow row(String action, String time, int sequence) {
        return LogRow.parse(String.format(Locale.ROOT, "%s %s %d 400 0", action, time, sequence))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "event time seq len ack",
                "snd 1 2 3",
                "snd a 1 400 0",
                "send 1 1 400 0"
            })
    void isNoRow(String line) {
        assertThat(LogRow.parse(line)).isEmpty();
    }
}
