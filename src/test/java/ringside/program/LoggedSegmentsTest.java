package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.FileEvent.TransferDone;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.transcript.LogRow;

/** A log that grows while it is read (PROGRAMS 3.5). The program started 100 s after 1970. */
class LoggedSegmentsTest {

    @TempDir private Path folder;

    private Path log() {
        return folder.resolve("responding_log.txt");
    }

    private LoggedSegments segments(List<LogRow> earlier) {
        return new LoggedSegments(
                log(),
                earlier,
                new LoggedSegments.Side(
                        7, new PeerId(1), true, new PeerId(8), seconds(100), seconds(111)));
    }

    private void write(String... rows) throws IOException {
        Files.write(log(), List.of(rows));
    }

    private static long seconds(double seconds) {
        return Math.round(seconds * TimeUnit.SECONDS.toMicros(1));
    }

    private static List<String> textOf(List<StatusEntry> steps) {
        return steps.stream()
                .map(step -> {
                    SegmentTraced traced = (SegmentTraced) step.event();
                    return step.atMicros() / 1_000 + " " + traced.step() + " " + traced.sequence();
                })
                .toList();
    }

    @Test
    void aLogThatIsNotThereHasNoSteps() {
        assertThat(segments(List.of()).grown(seconds(112))).isEmpty();
        assertThat(segments(List.of()).rest(seconds(112))).isEmpty();
    }

    /** A row of 11.2 s is not 11.2 s after the request: that is still to come. */
    @Test
    void stepsAreNeverInTheFuture() throws IOException {
        LoggedSegments segments = segments(List.of());
        write("snd 11.2 1 400 0");
        assertThat(textOf(segments.grown(seconds(111.3)))).containsExactly("111200 SENT 1");
    }

    @Test
    void eachRowIsReportedOnce() throws IOException {
        LoggedSegments segments = segments(List.of());
        write("snd 11.1 1 400 0", "rcv 11.1 0 400 401", "Drop 11.2 401 400 0");
        assertThat(textOf(segments.grown(seconds(111.4))))
                .containsExactly(
                        "111100 SENT 1", "111100 ACKNOWLEDGEMENT_RECEIVED 1", "111200 DROPPED 401");
        write(
                "snd 11.1 1 400 0",
                "rcv 11.1 0 400 401",
                "Drop 11.2 401 400 0",
                "RTX 12.2 401 400 0");
        assertThat(textOf(segments.rest(seconds(112.3)))).containsExactly("112200 RESENT 401");
        assertThat(segments.withNumbers(new TransferDone(7, true, 800, 0, 0)))
                .isEqualTo(new TransferDone(7, true, 800, 3, 1));
    }

    @Test
    void rowsOfAnEarlierTransferAreNotReportedAgain() throws IOException {
        LoggedSegments before = segments(List.of());
        write("snd 11.1 1 400 0");
        before.rest(seconds(111.2));
        LoggedSegments next = segments(before.allRows());
        write("snd 11.1 1 400 0", "snd 11.3 1 200 0");
        assertThat(textOf(next.rest(seconds(111.4)))).containsExactly("111300 SENT 1");
    }

    @Test
    void aLogThatIsBegunAnewIsReadFromItsBeginning() throws IOException {
        LoggedSegments before = segments(List.of());
        write("snd 11.1 1 400 0", "snd 11.1 401 400 0");
        before.rest(seconds(111.2));
        LoggedSegments next = segments(before.allRows());
        write("snd 11.3 1 200 0", "snd 11.3 201 200 0", "snd 11.4 401 200 0");
        assertThat(textOf(next.rest(seconds(111.5))))
                .containsExactly("111300 SENT 1", "111300 SENT 201", "111400 SENT 401");
    }

    @Test
    void rowsWhoseClockIsUnknownKeepTheirOrderWithinTheTransfer() throws IOException {
        LoggedSegments segments = segments(List.of());
        write("snd 99999.5 1 400 0", "snd 99999.6 401 400 0");
        assertThat(segments.grown(seconds(112))).isEmpty();
        assertThat(textOf(segments.rest(seconds(113))))
                .containsExactly("111000 SENT 1", "112000 SENT 401");
    }

    @Test
    void theReceiverTellsDuplicatesApart() throws IOException {
        LoggedSegments segments =
                new LoggedSegments(
                        log(),
                        List.of(),
                        new LoggedSegments.Side(
                                7,
                                new PeerId(8),
                                false,
                                new PeerId(1),
                                seconds(100),
                                seconds(111)));
        write("rcv 11.1 1 400 0", "snd 11.1 0 400 401", "rcv 11.2 1 400 0", "snd 11.2 0 400 401");
        assertThat(segments.rest(seconds(111.3)))
                .extracting(step -> ((SegmentTraced) step.event()).step())
                .containsExactly(
                        SegmentStep.RECEIVED,
                        SegmentStep.ACKNOWLEDGEMENT_SENT,
                        SegmentStep.DUPLICATE_RECEIVED,
                        SegmentStep.ACKNOWLEDGEMENT_SENT);
    }
}
