package ringside.model;

import java.util.Optional;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;

/** Who is behind an event: somebody who asked for it, or the ring, which looks after itself. */
public enum EventOrigin {
    /** Somebody requested or stored a file, or killed, paused or resumed a peer. */
    USER,
    /** The ring does it without being asked: pings, repairs, copies, returned files. */
    RING;

    /** Returns who is behind an event; {@code before} is the ring when it happened. Pure. */
    public static EventOrigin of(StatusEntry entry, RingState before) {
        return switch (entry.event()) {
            case ProcessEvent event -> of(event);
            case LookupEvent event ->
                    purposeOf(event, before) == LookupPurpose.STORE
                            ? ofStore(event.number(), before)
                            : of(purposeOf(event, before));
            case FileEvent event -> of(entry, event, before);
            case PeerEvent _ -> RING;
        };
    }

    private static EventOrigin of(ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessKilled _,
                    ProcessEvent.HostCut _,
                    ProcessEvent.HostMended _ ->
                    USER;
            case ProcessEvent.ProcessStarted _,
                    ProcessEvent.ProcessAttached _,
                    ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.HostSilent _,
                    ProcessEvent.HostHeard _,
                    ProcessEvent.HostGone _,
                    ProcessEvent.HostTimed _,
                    ProcessEvent.ProcessEnded _ ->
                    RING;
        };
    }

    private static EventOrigin of(LookupPurpose purpose) {
        return switch (purpose) {
            case REQUEST, STORE -> USER;
            case RETURN -> RING;
        };
    }

    /** Returns why a file is looked for; a lookup of which nothing is known is a request. */
    static LookupPurpose purposeOf(LookupEvent event, RingState before) {
        return switch (event) {
            case LookupEvent.LookupSent e -> e.purpose();
            case LookupEvent.LookupArrived e -> e.purpose();
            case LookupEvent.LookupAnswered e -> e.purpose();
            case LookupEvent.LookupFailed e -> e.purpose();
            case LookupEvent.LookupForwarded e -> purposeOf(e.lookupId(), before);
            case LookupEvent.LookupPassedBy e -> purposeOf(e.lookupId(), before);
        };
    }

    private static LookupPurpose purposeOf(long lookupId, RingState before) {
        return before.lookups().reversed().stream()
                .filter(lookup -> lookup.lookupId() == lookupId)
                .findFirst()
                .map(LookupState::purpose)
                .orElse(LookupPurpose.REQUEST);
    }

    private static EventOrigin of(StatusEntry entry, FileEvent event, RingState before) {
        return switch (event) {
            case FileEvent.FileReceived _ -> USER;
            case FileEvent.FileWritten e -> ofStore(e.file().number(), before);
            case FileEvent.FileStored e -> ofStore(e.file().number(), before);
            case FileEvent.FilesHeld _, FileEvent.FileDamaged _, FileEvent.FileMended _ -> RING;
            case FileEvent.TransferStarted e -> of(e.purpose(), e.file(), before);
            case FileEvent.TransferProgress e -> ofTransfer(entry, e.transferId(), before);
            case FileEvent.SegmentTraced e -> ofTransfer(entry, e.transferId(), before);
            case FileEvent.TransferDone e -> ofTransfer(entry, e.transferId(), before);
            case FileEvent.TransferFailed e -> ofTransfer(entry, e.transferId(), before);
        };
    }

    private static EventOrigin ofTransfer(StatusEntry entry, long transferId, RingState before) {
        return before.transfer(entry.peer(), transferId)
                .map(transfer -> of(transfer.purpose(), transfer.file(), before))
                .orElse(RING);
    }

    private static EventOrigin of(TransferPurpose purpose, FileName file, RingState before) {
        return purpose == TransferPurpose.STORE ? ofStore(file.number(), before) : of(purpose);
    }

    /** Returns who has a file stored: the window does so with its sample files, unasked. */
    private static EventOrigin ofStore(FileNumber number, RingState before) {
        return before.isSample(number) ? RING : USER;
    }

    static EventOrigin of(TransferPurpose purpose) {
        return switch (purpose) {
            case REQUEST, STORE -> USER;
            case COPY, HANDOVER -> RING;
        };
    }

    /**
     * Returns why a file travels; empty if the event tells of no transfer, or of an unknown one.
     */
    static Optional<TransferPurpose> purposeOf(
            StatusEntry entry, FileEvent event, RingState before) {
        return switch (event) {
            case FileEvent.TransferStarted e -> Optional.of(e.purpose());
            case FileEvent.TransferProgress e -> purposeOf(entry, e.transferId(), before);
            case FileEvent.SegmentTraced e -> purposeOf(entry, e.transferId(), before);
            case FileEvent.TransferDone e -> purposeOf(entry, e.transferId(), before);
            case FileEvent.TransferFailed e -> purposeOf(entry, e.transferId(), before);
            case FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FilesHeld _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _ ->
                    Optional.empty();
        };
    }

    private static Optional<TransferPurpose> purposeOf(
            StatusEntry entry, long transferId, RingState before) {
        return before.transfer(entry.peer(), transferId).map(TransferState::purpose);
    }
}
