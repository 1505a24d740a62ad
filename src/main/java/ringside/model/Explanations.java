package ringside.model;

import java.util.Optional;
import ringside.model.RingHealth.Heal;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/**
 * Puts events into plain words: what happened and why, with the real numbers (WINDOW 6.1). Pure;
 * any thread may call. The sentences are in the resource bundle {@code explanations}.
 */
public final class Explanations {

    private Explanations() {}

    /**
     * Explains one event.
     *
     * @param before the ring as it was when the event happened
     */
    public static Explanation of(StatusEntry entry, RingState before) {
        return switch (entry.event()) {
            case ProcessEvent event -> MembershipSentences.of(entry, event, before);
            case PeerEvent event -> ofPeer(entry, event, before);
        };
    }

    /** Explains that a broken ring became consistent between two states, if it did. */
    public static Optional<Explanation> ofHeal(RingState before, RingState after) {
        if (after.health().heals().added() == before.health().heals().added()) {
            return Optional.empty();
        }
        return after.health().lastHeal().map(heal -> ofHeal(heal, after));
    }

    private static Explanation ofHeal(Heal heal, RingState after) {
        String cause =
                ExplanationTexts.format("cause." + heal.healing().cause(), heal.healing().peer());
        String text =
                ExplanationTexts.format(
                        "healed",
                        after.health().living().size(),
                        Amounts.seconds(heal.tookMicros()),
                        cause);
        return new Explanation(
                after.atMicros(),
                heal.healing().peer(),
                EventKind.NEIGHBOURS,
                Severity.GOOD,
                text,
                after.health().living());
    }

    /**
     * Returns whether an event is routine in a sound ring or repeats another one. A list of events
     * hides it unless the user asks for it.
     *
     * @param before the ring as it was when the event happened
     */
    public static boolean isRoutine(StatusEntry entry, RingState before) {
        return switch (entry.event()) {
            case ProcessEvent.ProcessMeasured _,
                    ProcessEvent.HostTimed _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _ ->
                    true;
            case ProcessEvent _ -> false;
            case PeerEvent e -> isRoutine(entry.peer(), e, before);
        };
    }

    private static boolean isRoutine(PeerId peer, PeerEvent event, RingState before) {
        return switch (event) {
            case LifeEvent.Hello _,
                    LifeEvent.TerminalLine _,
                    LifeEvent.Statistics _,
                    NeighbourEvent.PingSent _,
                    NeighbourEvent.PingAnswered _,
                    NeighbourEvent.PeerSuspected _,
                    NeighbourEvent.ShortcutsChanged _,
                    FileEvent.FilesHeld _,
                    FileEvent.TransferProgress _,
                    WireEvent.MessageCaptured _,
                    WireEvent.MessagesUncaptured _,
                    LifeEvent.Left _ ->
                    true;
            case FileEvent.SegmentTraced e -> isRoutine(e.step());
            case NeighbourEvent.NeighboursChanged e ->
                    !NeighbourSentences.isNoticed(peer, e, before);
            case LifeEvent.Joining _,
                    LifeEvent.Running _,
                    LifeEvent.Leaving _,
                    LifeEvent.SettingsChanged _,
                    LifeEvent.ActionFailed _,
                    LifeEvent.Crashed _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _,
                    NeighbourEvent.PingMissed _,
                    NeighbourEvent.PeerTrusted _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.NeighbourLeft _,
                    NeighbourEvent.LinkCut _,
                    NeighbourEvent.LinkMended _,
                    LookupEvent _,
                    FileEvent.FileReceived _,
                    FileEvent.FileWritten _,
                    FileEvent.FileStored _,
                    FileEvent.FileDamaged _,
                    FileEvent.FileMended _,
                    FileEvent.TransferStarted _,
                    FileEvent.TransferDone _,
                    FileEvent.TransferFailed _,
                    WireEvent.CaptureSwitched _ ->
                    false;
        };
    }

    /** The retransmission itself explains why a segment counts as lost. */
    private static boolean isRoutine(SegmentStep step) {
        return !step.isNotable() || step == SegmentStep.TIMED_OUT || step == SegmentStep.OVERTAKEN;
    }

    private static Explanation ofPeer(StatusEntry entry, PeerEvent event, RingState before) {
        return switch (event) {
            case LifeEvent e -> MembershipSentences.of(entry, e, before);
            case NeighbourEvent e -> NeighbourSentences.of(entry, e, before);
            case LookupEvent e -> FileSentences.of(entry, e, before);
            case FileEvent e -> FileSentences.of(entry, e, before);
            case WireEvent e -> WireSentences.of(entry, e, before);
        };
    }
}
