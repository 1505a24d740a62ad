package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.app.page.Interval;
import ringside.export.CaptureFile;
import ringside.node.UsageException;
import ringside.recording.RecordingReader;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;
import ringside.text.Messages;

/**
 * {@code capture FILE [OUT.pcapng]}: writes the messages that a recording has for Wireshark,
 * without a display.
 */
@Command(name = "capture")
final class CaptureCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "replay.file")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OUT.pcapng",
            descriptionKey = "capture.out")
    private @Nullable Path out;

    @Mixin private IntervalOptions part = new IntervalOptions();

    private final List<StatusEntry> messages = new ArrayList<>();
    private long startMicros;

    @Override
    public Integer call() throws UsageException, IOException {
        RecordingFile.require(file);
        Interval interval = part.interval();
        Path capture = out == null ? RecordingFile.beside(file, ".pcapng") : out;
        RecordingReader.read(file, this::keep, (bytes, totalBytes) -> {});
        long end = Math.min(interval.toMicros(), Long.MAX_VALUE - startMicros);
        int written =
                CaptureFile.write(
                        messages, startMicros + interval.fromMicros(), startMicros + end, capture);
        System.out.println(
                Messages.LAUNCH.format(
                        written == 0 ? "capture.none" : "capture.written", capture, written));
        return 0;
    }

    /** Keeps messages only: a recording may have more than fits into memory. */
    private void keep(StatusEntry entry) {
        if (startMicros == 0) {
            startMicros = entry.atMicros();
        }
        if (entry.event() instanceof WireEvent) {
            messages.add(entry);
        }
    }
}
