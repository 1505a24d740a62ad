package ringside.model;

import java.util.Optional;
import ringside.model.RingHealth.Heal;
import ringside.ring.PeerId;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;

/**
 * Puts events into plain words: what happened and why, with the real numbers (WINDOW part 6). Pure;
 * any thread may call. The words are in the resource bundle {@code explanations}.
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
            case ProcessEvent event -> MembershipWords.of(entry, event, before);
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
        String cause = Words.say("cause." + heal.healing().cause(), heal.healing().peer());
        String text =
                Words.say(
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
     * Whether an event belongs to the daily round of a sound ring, or only says again what another
     * one says, so that a list of events leaves it out unless it is asked for.
     *
     * @param before the ring as it was when the event happened
     */
    public static boolean isRoutine(StatusEntry entry, RingState before) {
        return switch (entry.event()) {
            case ProcessEvent _ -> false;
            case PeerEvent e -> isRoutine(entry.peer(), e, before);
        };
    }

    private static boolean isRoutine(PeerId peer, PeerEvent event, RingState before) {
        return switch (event) {
            case PeerEvent.Hello _,
                    PeerEvent.TerminalLine _,
                    PeerEvent.Statistics _,
                    PeerEvent.PingSent _,
                    PeerEvent.PingAnswered _,
                    PeerEvent.PeerSuspected _,
                    PeerEvent.FilesHeld _,
                    PeerEvent.TransferProgress _,
                    PeerEvent.Left _ ->
                    true;
            case PeerEvent.SegmentTraced e -> isRoutine(e.step());
            case PeerEvent.NeighboursChanged e -> !NeighbourWords.isFelt(peer, e, before);
            case PeerEvent.Joining _,
                    PeerEvent.Running _,
                    PeerEvent.Leaving _,
                    PeerEvent.SettingsChanged _,
                    PeerEvent.ActionFailed _,
                    PeerEvent.Crashed _,
                    PeerEvent.EventsLeftOut _,
                    PeerEvent.PingMissed _,
                    PeerEvent.PeerTrusted _,
                    PeerEvent.PeerDead _,
                    PeerEvent.NeighbourLeft _,
                    PeerEvent.LookupSent _,
                    PeerEvent.LookupForwarded _,
                    PeerEvent.LookupPassedBy _,
                    PeerEvent.LookupArrived _,
                    PeerEvent.LookupAnswered _,
                    PeerEvent.LookupFailed _,
                    PeerEvent.FileReceived _,
                    PeerEvent.FileStored _,
                    PeerEvent.TransferStarted _,
                    PeerEvent.TransferDone _,
                    PeerEvent.TransferFailed _ ->
                    false;
        };
    }

    /** A time-out is told by the segment that is sent again after it. */
    private static boolean isRoutine(SegmentStep step) {
        return !step.isNotable() || step == SegmentStep.TIMED_OUT;
    }

    private static Explanation ofPeer(StatusEntry entry, PeerEvent event, RingState before) {
        return switch (event) {
            case PeerEvent.Hello e -> MembershipWords.of(entry, e);
            case PeerEvent.Joining e -> MembershipWords.of(entry, e);
            case PeerEvent.Running e -> MembershipWords.of(entry, e, before);
            case PeerEvent.Leaving e -> MembershipWords.of(entry, e, before);
            case PeerEvent.Left e -> MembershipWords.of(entry, e);
            case PeerEvent.Crashed e -> MembershipWords.of(entry, e);
            case PeerEvent.SettingsChanged e -> MembershipWords.of(entry, e);
            case PeerEvent.TerminalLine e -> MembershipWords.of(entry, e);
            case PeerEvent.ActionFailed e -> MembershipWords.of(entry, e);
            case PeerEvent.EventsLeftOut e -> MembershipWords.of(entry, e);
            case PeerEvent.Statistics e -> MembershipWords.of(entry, e);
            case PeerEvent.NeighboursChanged e -> NeighbourWords.of(entry, e, before);
            case PeerEvent.PingSent e -> NeighbourWords.of(entry, e);
            case PeerEvent.PingAnswered e -> NeighbourWords.of(entry, e);
            case PeerEvent.PingMissed e -> NeighbourWords.of(entry, e);
            case PeerEvent.PeerSuspected e -> NeighbourWords.of(entry, e);
            case PeerEvent.PeerTrusted e -> NeighbourWords.of(entry, e);
            case PeerEvent.PeerDead e -> NeighbourWords.of(entry, e, before);
            case PeerEvent.NeighbourLeft e -> NeighbourWords.of(entry, e);
            case PeerEvent.LookupSent e -> FileWords.of(entry, e);
            case PeerEvent.LookupForwarded e -> FileWords.of(entry, e, before);
            case PeerEvent.LookupPassedBy e -> FileWords.of(entry, e);
            case PeerEvent.LookupArrived e -> FileWords.of(entry, e, before);
            case PeerEvent.LookupAnswered e -> FileWords.of(entry, e);
            case PeerEvent.LookupFailed e -> FileWords.of(entry, e);
            case PeerEvent.FilesHeld e -> FileWords.of(entry, e);
            case PeerEvent.FileReceived e -> FileWords.of(entry, e);
            case PeerEvent.FileStored e -> FileWords.of(entry, e);
            case PeerEvent.TransferStarted e -> TransferWords.of(entry, e);
            case PeerEvent.TransferProgress e -> TransferWords.of(entry, e);
            case PeerEvent.SegmentTraced e -> TransferWords.of(entry, e, before);
            case PeerEvent.TransferDone e -> TransferWords.of(entry, e, before);
            case PeerEvent.TransferFailed e -> TransferWords.of(entry, e, before);
        };
    }
}
