package ringside.app.window;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.FrameThrottle;
import ringside.app.base.HostWords;
import ringside.app.base.Texts;
import ringside.app.settings.SharedSettings;
import ringside.app.timeline.TimelineViewModel;
import ringside.app.window.WindowOptions.Recording;
import ringside.app.window.WindowOptions.RunningRing;
import ringside.model.InvariantCheck;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.RingVerdict;
import ringside.status.PeerSettings;

/**
 * The summary of all peers: the settings at a glance, the lights and the status line. It is not
 * updated with every frame, as nobody reads it sixty times a second. JavaFX thread only.
 */
final class RingSummary {

    /** Frames between two updates: six a second. */
    private static final int FRAMES_BETWEEN = 10;

    private final WindowOptions.Subject subject;
    private final Supplier<String> notice;
    private final TimelineViewModel timeline;
    private final IntSupplier alive;
    private final ReadOnlyStringWrapper glance = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<InvariantCheck>> lights =
            new ReadOnlyObjectWrapper<>(RingVerdict.of(RingState.EMPTY).checks());
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private boolean isCapturing;
    private String hosts = "";
    private SharedSettings settings = SharedSettings.of(List.of(PeerSettings.DEFAULTS));
    private final FrameThrottle<RingState> ring =
            new FrameThrottle<>(RingState.EMPTY, FRAMES_BETWEEN);

    /** Sums up an empty ring; {@code alive} counts the peers that have a process now. */
    RingSummary(WindowOptions options, TimelineViewModel timeline, IntSupplier alive) {
        this.subject = options.subject();
        this.notice = options.notice();
        this.timeline = timeline;
        this.alive = alive;
        subject.running().ifPresent(ring -> showSettings(List.of(ring.settings())));
        timeline.slowMotionProperty().subscribe(words -> showStatus());
        timeline.latenessProperty().subscribe(words -> showStatus());
    }

    /**
     * Takes over the current ring, once a frame; the settings and the status are always those of
     * the present, whatever moment or recording is shown.
     *
     * @param verdict on the ring that is drawn
     */
    void update(RingState now, RingVerdict verdict) {
        lights.set(verdict.checks());
        if (ring.tick(now)) {
            summarise(now);
        }
    }

    private void summarise(RingState now) {
        hosts = HostWords.loads(now);
        showStatus();
        List<PeerSettings> theirs =
                now.peers().stream()
                        .filter(peer -> peer.phase().isAlive())
                        .map(PeerState::settings)
                        .toList();
        isCapturing =
                now.peers().stream().anyMatch(peer -> peer.phase().isAlive() && peer.capturing());
        if (!theirs.isEmpty()) {
            showSettings(theirs);
        }
    }

    private void showSettings(List<PeerSettings> now) {
        settings = SharedSettings.of(now);
        String words =
                Texts.text(
                        settings.isStopAndWait() ? "toolbar.atGlance" : "toolbar.atGlance.window",
                        settings.pingInterval(),
                        settings.mss(),
                        settings.loss(),
                        settings.window());
        glance.set(isCapturing ? Texts.text("toolbar.atGlance.capture", words) : words);
    }

    private void showStatus() {
        String problem = notice.get();
        String what =
                switch (subject) {
                    case RunningRing ring -> statusOf(ring);
                    case Recording recording ->
                            Texts.text(
                                    "status.recording",
                                    recording.file(),
                                    timeline.eventCount(),
                                    timeline.length());
                };
        status.set(
                Stream.of(timeline.slowMotionProperty().get(), late(), what, problem, hosts)
                        .filter(words -> !words.isEmpty())
                        .reduce((before, next) -> Texts.text("status.and", before, next))
                        .orElse(""));
    }

    private String late() {
        String behind = timeline.latenessProperty().get();
        return behind.isEmpty() ? "" : Texts.text("timeline.late.status", behind);
    }

    private String statusOf(RunningRing ring) {
        int living = alive.getAsInt();
        String some = living == 1 ? "status.ready.one" : "status.ready";
        return Texts.text(
                living == 0 ? "status.quiet" : some, living, ring.basePort(), ring.runFolder());
    }

    /** Returns the settings that the living peers share, as they last reported them. */
    SharedSettings settings() {
        return settings;
    }

    /** The same settings in short, for the toolbar. */
    ReadOnlyStringProperty glanceProperty() {
        return glance.getReadOnlyProperty();
    }

    /** The invariants of the ring, and whether they hold. */
    ReadOnlyObjectProperty<List<InvariantCheck>> lightsProperty() {
        return lights.getReadOnlyProperty();
    }

    /**
     * Slow motion, if it is on; the number of living peers with their ports and folder, or the
     * recording; any problem; and the peers of each of several hosts, of which there may be many.
     */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
