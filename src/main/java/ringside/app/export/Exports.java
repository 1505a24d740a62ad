package ringside.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.base.Theme;
import ringside.app.drawing.HeadlessPictures;
import ringside.app.ladder.LadderView;
import ringside.app.page.Interval;
import ringside.app.page.PageContent;
import ringside.app.page.RingPage;
import ringside.app.ring.RingSnapshot;
import ringside.app.run.RunViewModel;
import ringside.app.timeline.TimelineViewModel;
import ringside.export.AtomicFile;
import ringside.export.CaptureFile;
import ringside.export.EventsCsv;
import ringside.export.ShiVizLog;
import ringside.export.TransfersCsv;
import ringside.status.StatusEntry;
import ringside.timeline.TimeAxis;

/**
 * Draws and writes exports of the moment shown, on white paper. It never waits for the disk. JavaFX
 * thread only.
 */
public final class Exports {

    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Supplier<RunViewModel> run;
    private final Supplier<LadderView> ladder;
    private final Consumer<String> say;
    private @Nullable Animation animation;
    private @Nullable PageExport page;

    /**
     * Creates the exports of a window.
     *
     * @param run supplies the run that the window shows
     * @param ladder supplies the ladder of that run
     * @param say shows the outcome
     */
    public Exports(Supplier<RunViewModel> run, Supplier<LadderView> ladder, Consumer<String> say) {
        this.run = run;
        this.ladder = ladder;
        this.say = say;
    }

    /**
     * Writes one export into a file.
     *
     * @param wish what was chosen
     */
    public void save(ExportWish wish, Path file) {
        switch (wish.item()) {
            case RING_PNG -> picture(() -> Optional.of(RingSnapshot.image(shot())), file);
            case RING_SVG -> text(RingSnapshot.svg(shot()), file);
            case LADDER_PNG -> picture(ladder.get()::image, file);
            case LADDER_SVG ->
                    ladder.get()
                            .svg()
                            .ifPresentOrElse(svg -> text(svg, file), this::reportMissingLadder);
            case ANIMATION -> animate(wish.seconds(), file);
            case PAGE -> page(wish.interval(), file);
            case CAPTURE -> capture(wish.interval(), file);
            case EVENTS_CSV -> table(EventsCsv::of, file);
            case TRANSFERS_CSV -> table(TransfersCsv::of, file);
            case SHIVIZ -> table(ShiVizLog::of, file);
        }
    }

    private RingSnapshot.Shot shot() {
        return new RingSnapshot.Shot(
                run.get().shown(),
                run.get().atMicros(),
                run.get().ring().looks(),
                Theme.LIGHT,
                WIDTH,
                HEIGHT);
    }

    private void picture(Supplier<Optional<WritableImage>> drawing, Path file) {
        drawing.get()
                .ifPresentOrElse(
                        image ->
                                inBackground(() -> {
                                    HeadlessPictures.save(image, file);
                                    return Texts.text("export.saved", file);
                                }),
                        this::reportMissingLadder);
    }

    private void reportMissingLadder() {
        say.accept(Texts.text("export.noLadder"));
    }

    private void text(String text, Path file) {
        inBackground(() -> {
            AtomicFile.write(file, text);
            return Texts.text("export.saved", file);
        });
    }

    private void table(Function<List<StatusEntry>, String> table, Path file) {
        List<StatusEntry> entries = run.get().feed().entries();
        inBackground(() -> {
            AtomicFile.write(file, table.apply(entries));
            return Texts.text("export.saved", file);
        });
    }

    private void page(Interval interval, Path file) {
        PageExport before = page;
        if (before != null && before.isUnderWay()) {
            say.accept(Texts.text("export.busy.page", before.percent()));
            return;
        }
        say.accept(Texts.text("export.writing"));
        page =
                new PageExport(
                        run.get().feed().entries(),
                        new PageContent(
                                RingPage.titleOf(file),
                                interval,
                                run.get().ring().layoutProperty().get(),
                                run.get().timeline().bookmarks()),
                        file,
                        said -> Platform.runLater(() -> say.accept(said)));
    }

    private void capture(Interval interval, Path file) {
        List<StatusEntry> entries = run.get().feed().entries();
        long start = run.get().timeline().startMicros();
        inBackground(() -> {
            int messages =
                    CaptureFile.write(
                            entries,
                            start + interval.fromMicros(),
                            start + interval.toMicros(),
                            file);
            return messages == 0
                    ? Texts.text("export.saved.capture.none", file)
                    : Texts.text("export.saved.capture", file, messages);
        });
    }

    /** Returns the part of the run that the timeline shows. */
    public Interval shownInterval() {
        TimelineViewModel timeline = run.get().timeline();
        TimeAxis axis = timeline.axis(1);
        long from = Math.max(0, axis.fromMicros() - timeline.startMicros());
        long to = Math.min(axis.toMicros(), timeline.knownUntilMicros()) - timeline.startMicros();
        return new Interval(from, Math.max(from, to));
    }

    private void animate(int seconds, Path file) {
        if (animation != null) {
            say.accept(Texts.text("export.busy"));
            return;
        }
        long until = run.get().atMicros();
        say.accept(Texts.text("export.drawing", seconds));
        animation =
                new Animation(
                        run.get().feed().history(),
                        run.get().ring().looks(),
                        until - seconds * MICROS_PER_SECOND,
                        until,
                        file,
                        said -> Platform.runLater(() -> say.accept(said)));
    }

    /** Draws the next picture of an animation in progress; called once a frame. */
    public void onFrame() {
        if (animation != null && !animation.step()) {
            animation = null;
        }
    }

    /** Work that waits for the disk and returns its outcome as a sentence. */
    @FunctionalInterface
    private interface Writing {
        String write() throws IOException;
    }

    private void inBackground(Writing writing) {
        var _ =
                CompletableFuture.supplyAsync(
                                () -> {
                                    try {
                                        return writing.write();
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                })
                        .exceptionally(
                                e -> Texts.text("export.failed", String.valueOf(e.getCause())))
                        .thenAccept(said -> Platform.runLater(() -> say.accept(said)));
    }
}
