package ringside.timeline;

import java.util.Optional;
import ringside.model.RingState;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;
import ringside.status.WireEvent;

/** The kinds of marks on the timeline (WINDOW 5.3). */
public enum MarkKind {
    JOINED,
    QUIT,
    KILLED,
    CRASHED,
    PAUSED,
    SUSPECTED,
    HEALED,
    TRANSFER,
    FAILED;

    /** Returns the mark for an event between two states, if it deserves one. */
    static Optional<MarkKind> of(StatusEntry entry, RingState before, RingState after) {
        boolean healed = after.health().heals().added() > before.health().heals().added();
        return of(entry.event()).or(() -> healed ? Optional.of(HEALED) : Optional.empty());
    }

    private static Optional<MarkKind> of(StatusEvent event) {
        return switch (event) {
            case LifeEvent.Running _ -> Optional.of(JOINED);
            case LifeEvent.Leaving _ -> Optional.of(QUIT);
            case LifeEvent.Crashed _ -> Optional.of(CRASHED);
            case ProcessEvent.ProcessKilled _ -> Optional.of(KILLED);
            case ProcessEvent.ProcessPaused _ -> Optional.of(PAUSED);
            case ProcessEvent.ProcessEnded e -> ofEnd(e.kind());
            case NeighbourEvent.LinkCut _, ProcessEvent.HostCut _ -> Optional.of(PAUSED);
            case ProcessEvent.HostGone _ -> Optional.of(CRASHED);
            case ProcessEvent.HostSilent _ -> Optional.of(SUSPECTED);
            case NeighbourEvent.PeerSuspected _ -> Optional.of(SUSPECTED);
            case LookupEvent.LookupFailed _, LifeEvent.ActionFailed _ -> Optional.of(FAILED);
            case FileEvent.TransferStarted e -> ofStart(e);
            case FileEvent.TransferFailed e -> e.sending() ? Optional.of(FAILED) : Optional.empty();
            case ProcessEvent.ProcessStarted _,
                    ProcessEvent.ProcessAttached _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.HostHeard _,
                    ProcessEvent.HostMended _,
                    ProcessEvent.HostTimed _,
                    LifeEvent.Hello _,
                    LifeEvent.Joining _,
                    LifeEvent.Left _,
                    LifeEvent.SettingsChanged _,
                    LifeEvent.TerminalLine _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _,
                    LifeEvent.Statistics _,
                    NeighbourEvent.NeighboursChanged _,
                    NeighbourEvent.ShortcutsChanged _,
                    NeighbourEvent.PingSent _,
                    NeighbourEvent.PingAnswered _,
                    NeighbourEvent.PingMissed _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.NeighbourLeft _,
                    NeighbourEvent.LinkMended _,
                    LookupEvent.LookupSent _,
                    LookupEvent.LookupForwarded _,
                    LookupEvent.LookupPassedBy _,
                    LookupEvent.LookupArrived _,
                    LookupEvent.LookupAnswered _,
                    FileEvent.FilesHeld _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferProgress _,
                    FileEvent.SegmentTraced _,
                    FileEvent.TransferDone _,
                    WireEvent _ ->
                    Optional.empty();
        };
    }

    private static Optional<MarkKind> ofEnd(ProcessEvent.ExitKind kind) {
        return switch (kind) {
            case QUIT, KILLED -> Optional.empty();
            case REFUSED, VANISHED, CRASHED -> Optional.of(CRASHED);
        };
    }

    /**
     * Skips copies and handovers, the ring's own housekeeping: they would hide the users' requests.
     */
    private static Optional<MarkKind> ofStart(FileEvent.TransferStarted event) {
        boolean asked =
                event.purpose() == TransferPurpose.REQUEST
                        || event.purpose() == TransferPurpose.STORE;
        return event.sending() && asked ? Optional.of(TRANSFER) : Optional.empty();
    }
}
