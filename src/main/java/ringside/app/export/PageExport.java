package ringside.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.app.page.PageContent;
import ringside.app.page.PageSummary;
import ringside.app.page.RingPage;
import ringside.model.Amounts;
import ringside.status.StatusEntry;

/** Writes a page on a thread of its own, and knows how far it is. */
final class PageExport {

    private static final int PERCENT = 100;

    private final List<StatusEntry> entries;
    private final AtomicInteger taken = new AtomicInteger();
    private final Thread writer;

    /**
     * Begins to write.
     *
     * @param entries of the run, in order of arrival
     * @param said called with the outcome, on the writing thread
     */
    PageExport(List<StatusEntry> entries, PageContent content, Path file, Consumer<String> said) {
        this.entries = entries;
        this.writer =
                Thread.ofPlatform()
                        .daemon()
                        .name("page")
                        .start(() -> said.accept(write(content, file)));
    }

    private String write(PageContent content, Path file) {
        RingPage.Run run =
                receiver ->
                        entries.forEach(entry -> {
                            receiver.accept(entry);
                            taken.incrementAndGet();
                        });
        try {
            PageSummary summary = RingPage.write(run, content, file);
            return Texts.text(
                    "export.saved.page",
                    file,
                    ClockTime.tenths(summary.micros()),
                    Amounts.bytes(Files.size(file)));
        } catch (IOException e) {
            return Texts.text("export.failed", e);
        }
    }

    boolean isUnderWay() {
        return writer.isAlive();
    }

    /** Returns the share of the events that it has taken, in percent. */
    int percent() {
        return taken.get() * PERCENT / Math.max(1, entries.size());
    }
}
