package ringside.model;

import java.util.List;
import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;
import ringside.status.WireEvent;

/**
 * What an event repeats: events with equal repetitions tell the same story, and a list may fold
 * them to one row (WINDOW 6.6). Events that matter one by one have none.
 *
 * @param subject id of the lookup or transfer, or of the peer; 0 if the story is about nobody
 * @param about what the sentence names, such as a file's number; may be empty
 */
public record Repetition(Kind kind, long subject, String about) {

    /** The stories. */
    public enum Kind {
        /** Processes start and join. */
        START(4),
        /** Peers get new settings. */
        SETTINGS(4),
        /** A lookup is passed on. */
        PASSED_ON(4),
        /** The ring looks for the owners of files that it holds. */
        OWNERS_SOUGHT(4),
        /** The ring copies files and hands them over. */
        FILES_MOVE(4),
        /** Segments of one transfer. */
        SEGMENTS(4),
        /** Neighbours change; a single heal has fewer such events. */
        NEIGHBOURS(12),
        /** Peers find shortcuts, and drop them. */
        SHORTCUTS(4),
        /** Pings are sent and answered. */
        PINGS(4),
        /** A peer prints lines. */
        OUTPUT(4),
        /** Peers report their messages. */
        MESSAGES(4),
        /** Peers report what they hold, measure and count. */
        REPORTS(4);

        private final int fewest;

        Kind(int fewest) {
            this.fewest = fewest;
        }

        /** Returns how many events at least are worth a fold. */
        public int fewest() {
            return fewest;
        }
    }

    private static Optional<Repetition> of(Kind kind) {
        return Optional.of(new Repetition(kind, 0, ""));
    }

    /** Returns what an event repeats; {@code before} is the ring when it happened. Pure. */
    public static Optional<Repetition> of(StatusEntry entry, RingState before) {
        return switch (entry.event()) {
            case ProcessEvent event -> of(event);
            case LifeEvent event -> of(entry, event);
            case NeighbourEvent event -> of(event);
            case LookupEvent event -> of(event, before);
            case FileEvent event -> of(entry, event, before);
            case WireEvent.MessageCaptured _ -> of(Kind.MESSAGES);
            case WireEvent.CaptureSwitched _, WireEvent.MessagesUncaptured _ -> Optional.empty();
        };
    }

    private static Optional<Repetition> of(ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.ProcessStarted _, ProcessEvent.ProcessAttached _ -> of(Kind.START);
            case ProcessEvent.ProcessMeasured _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.HostTimed _ ->
                    of(Kind.REPORTS);
            case ProcessEvent.SampleGiven _,
                    ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessKilled _,
                    ProcessEvent.ProcessEnded _,
                    ProcessEvent.OfHost _ ->
                    Optional.empty();
        };
    }

    private static Optional<Repetition> of(StatusEntry entry, LifeEvent event) {
        return switch (event) {
            case LifeEvent.Hello _, LifeEvent.Joining _, LifeEvent.Running _ -> of(Kind.START);
            case LifeEvent.SettingsChanged _ -> of(Kind.SETTINGS);
            case LifeEvent.Statistics _ -> of(Kind.REPORTS);
            case LifeEvent.TerminalLine _ ->
                    Optional.of(new Repetition(Kind.OUTPUT, entry.peer().position(), ""));
            case LifeEvent.Leaving _,
                    LifeEvent.Left _,
                    LifeEvent.ActionFailed _,
                    LifeEvent.Crashed _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _ ->
                    Optional.empty();
        };
    }

    private static Optional<Repetition> of(NeighbourEvent event) {
        return switch (event) {
            case NeighbourEvent.NeighboursChanged _ -> of(Kind.NEIGHBOURS);
            case NeighbourEvent.ShortcutsChanged _ -> of(Kind.SHORTCUTS);
            case NeighbourEvent.PingSent _, NeighbourEvent.PingAnswered _ -> of(Kind.PINGS);
            case NeighbourEvent.PingMissed _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.LinkCut _,
                    NeighbourEvent.LinkMended _,
                    NeighbourEvent.NeighbourLeft _ ->
                    Optional.empty();
        };
    }

    private static Optional<Repetition> of(LookupEvent event, RingState before) {
        if (EventOrigin.purposeOf(event, before) == LookupPurpose.RETURN) {
            return of(Kind.OWNERS_SOUGHT);
        }
        return switch (event) {
            case LookupEvent.LookupForwarded e ->
                    Optional.of(
                            new Repetition(Kind.PASSED_ON, e.lookupId(), e.number().toString()));
            case LookupEvent.LookupSent _,
                    LookupEvent.LookupPassedBy _,
                    LookupEvent.LookupArrived _,
                    LookupEvent.LookupAnswered _,
                    LookupEvent.LookupFailed _ ->
                    Optional.empty();
        };
    }

    private static Optional<Repetition> of(StatusEntry entry, FileEvent event, RingState before) {
        return switch (event) {
            case FileEvent.SegmentTraced e ->
                    Optional.of(new Repetition(Kind.SEGMENTS, e.transferId(), ""));
            case FileEvent.TransferProgress e ->
                    Optional.of(new Repetition(Kind.SEGMENTS, e.transferId(), ""));
            case FileEvent.TransferStarted _, FileEvent.TransferDone _ ->
                    EventOrigin.purposeOf(entry, event, before)
                            .filter(Repetition::isOfTheRing)
                            .flatMap(purpose -> of(Kind.FILES_MOVE));
            case FileEvent.FilesHeld _ -> of(Kind.REPORTS);
            case FileEvent.TransferFailed _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _ ->
                    Optional.empty();
        };
    }

    private static boolean isOfTheRing(TransferPurpose purpose) {
        return EventOrigin.of(purpose) == EventOrigin.RING;
    }

    /**
     * Returns the sentence for several events; each kind has one for events of one peer, too.
     *
     * @param peers the peer of each event, oldest event first; at least one
     */
    public String told(List<PeerId> peers) {
        long different = peers.stream().distinct().count();
        return ExplanationTexts.format(
                "repeated." + kind + (different == 1 ? ".one" : ""),
                peers.size(),
                peers.getFirst(),
                peers.getLast(),
                about,
                different);
    }
}
