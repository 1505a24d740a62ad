package ringside.app.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.app.base.ClockTime;
import ringside.app.base.RingLayout;
import ringside.app.page.Interval;
import ringside.app.page.PageContent;
import ringside.app.page.PageSummary;
import ringside.app.page.RingPage;
import ringside.model.Amounts;
import ringside.node.UsageException;
import ringside.recording.RecordingReader;
import ringside.runs.RunNotesFile;
import ringside.text.Messages;

/** {@code page FILE [OUT.html]}: writes a recording as a page for browsers, without a display. */
@Command(name = "page")
final class PageCommand implements Callable<Integer> {

    private static final int PERCENT = 100;

    /** Steps in which a long recording tells its progress, in percent. */
    private static final int STEP = 20;

    /** Size of a recording that takes more than some seconds, in bytes. */
    private static final long LONG_BYTES = 20_000_000;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "replay.file")
    private Path file = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "OUT.html", descriptionKey = "page.out")
    private @Nullable Path out;

    @Mixin private IntervalOptions part = new IntervalOptions();

    @Override
    public Integer call() throws UsageException, IOException {
        return write(System.out);
    }

    private int write(PrintStream told) throws UsageException, IOException {
        RecordingFile.require(file);
        Interval interval = part.interval();
        Path page = out == null ? RecordingFile.beside(file, ".html") : out;
        PageSummary summary =
                RingPage.write(
                        receiver -> RecordingReader.read(file, receiver, new Progress(told)),
                        new PageContent(
                                RingPage.titleOf(page),
                                interval,
                                RingLayout.BY_ID,
                                new RunNotesFile(file).read().bookmarks()),
                        page);
        told.println(
                Messages.LAUNCH.format(
                        "page.written",
                        page,
                        ClockTime.tenths(summary.micros()),
                        Amounts.bytes(Files.size(page))));
        return 0;
    }

    /** Tells how much of a long recording has been read. */
    private static final class Progress implements RecordingReader.Progress {

        private final PrintStream told;
        private long next = STEP;

        Progress(PrintStream told) {
            this.told = told;
        }

        @Override
        public void report(long bytes, long totalBytes) {
            long percent = bytes * PERCENT / Math.max(1, totalBytes);
            if (totalBytes >= LONG_BYTES && percent >= next) {
                told.println(Messages.LAUNCH.format("page.progress", percent));
                next = percent + STEP;
            }
        }
    }
}
