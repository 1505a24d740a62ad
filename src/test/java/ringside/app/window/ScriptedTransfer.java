package ringside.app.window;

import java.util.List;
import java.util.function.BooleanSupplier;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.PeerSettings;
import ringside.status.TransferPurpose;

/** A transfer that makes steady progress for about five seconds. */
final class ScriptedTransfer {

    private static final int STEPS = 80;
    private static final long STEP_MICROS = 60_000;

    private final ScriptedEvents events;
    private final long id;
    private final PeerId from;
    private final PeerId to;
    private final HeldFile file;
    private final PeerSettings settings;
    private final BooleanSupplier alive;

    ScriptedTransfer(
            ScriptedEvents events,
            long id,
            PeerId from,
            PeerId to,
            HeldFile file,
            PeerSettings settings,
            BooleanSupplier alive) {
        this.events = events;
        this.id = id;
        this.from = from;
        this.to = to;
        this.file = file;
        this.settings = settings;
        this.alive = alive;
    }

    void start() {
        for (boolean sending : List.of(true, false)) {
            events.tell(
                    sending ? from : to,
                    new FileEvent.TransferStarted(
                            id,
                            sending,
                            sending ? to : from,
                            file.name(),
                            file.bytes(),
                            0,
                            settings.mss(),
                            1,
                            sending ? settings.loss() : 0,
                            TransferPurpose.REQUEST));
        }
        progress(0);
    }

    private void progress(long bytes) {
        if (!alive.getAsBoolean()) {
            return;
        }
        long segments = bytes / settings.mss();
        long again = Math.round(segments * settings.loss());
        if (bytes >= file.bytes()) {
            done(segments, again);
            return;
        }
        events.tell(from, new FileEvent.TransferProgress(id, true, bytes, segments, again));
        long step = Math.max(1, file.bytes() / STEPS);
        events.plan(STEP_MICROS, () -> progress(Math.min(file.bytes(), bytes + step)));
    }

    private void done(long segments, long again) {
        events.tell(to, new FileEvent.TransferDone(id, false, file.bytes(), segments, 0));
        events.tell(
                to,
                new FileEvent.FileReceived(
                        file.name(), file.bytes(), from, "/tmp/received/" + file.name()));
        events.tell(from, new FileEvent.TransferDone(id, true, file.bytes(), segments, again));
    }
}
