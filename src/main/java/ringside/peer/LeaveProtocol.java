package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.TransferPurpose;

/** Leaves the ring: hands the files over, says goodbye on both sides, and ends (SPEC 5.1). */
final class LeaveProtocol {

    /** How long the files may take; the leaver does not stay for a neighbour that hangs. */
    private static final long HANDOVER_MS = 30_000;

    private static final long PAUSE_MS = 1_000;

    /** How long to wait for the neighbours' confirmation (SPEC 5.1). */
    private static final long FAREWELL_MS = 5_000;

    /** How far a leaver is. */
    enum Phase {
        STAYING,
        HANDING_OVER,
        SAYING_GOODBYE,
        GONE
    }

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Pings pings;
    private final HeldFiles held;
    private final AntiEntropy antiEntropy;
    private final Downloads downloads;
    private final Uploads uploads;
    private final BooleanSupplier filesAreComing;
    private final TreeSet<PeerId> unconfirmed = new TreeSet<>();
    private Phase phase = Phase.STAYING;

    /** Whether nobody will ever take anything: all neighbours leave, too. */
    private boolean allRefused;

    LeaveProtocol(
            PeerContext context,
            Neighbourhood neighbourhood,
            Pings pings,
            HeldFiles held,
            AntiEntropy antiEntropy,
            Downloads downloads,
            Uploads uploads,
            BooleanSupplier filesAreComing) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.pings = pings;
        this.held = held;
        this.antiEntropy = antiEntropy;
        this.downloads = downloads;
        this.uploads = uploads;
        this.filesAreComing = filesAreComing;
    }

    boolean hasBegun() {
        return phase != Phase.STAYING;
    }

    /** Whether the ring is to go on without this peer: it answers nothing any more. */
    boolean isSilent() {
        return phase == Phase.SAYING_GOODBYE || phase == Phase.GONE;
    }

    void start() {
        if (phase != Phase.STAYING) {
            return;
        }
        phase = Phase.HANDING_OVER;
        context.report(new LifeEvent.Leaving(held.all().size()));
        context.callLaterMs(new Timer.HandoverOverdue(), HANDOVER_MS);
        handOver();
    }

    /** Also again, as long as nobody has taken everything and there is time. */
    void handOver() {
        if (phase == Phase.HANDING_OVER) {
            List<PeerId> candidates = new ArrayList<>(neighbourhood.successors());
            candidates.addAll(neighbourhood.predecessors());
            if (filesAreComing.getAsBoolean()) {
                context.callLaterMs(new Timer.HandOverAgain(), PAUSE_MS);
            } else if (held.all().isEmpty() || candidates.isEmpty()) {
                sayGoodbye();
            } else {
                allRefused = true;
                handOver(candidates);
            }
        }
    }

    /** The first neighbour that then holds everything will do: the ring makes the copies. */
    private void handOver(List<PeerId> candidates) {
        if (candidates.isEmpty() && allRefused) {
            onHandoverOverdue();
        } else if (candidates.isEmpty()) {
            context.callLaterMs(new Timer.HandOverAgain(), PAUSE_MS);
        } else {
            List<StoredFile> shown = held.all();
            antiEntropy.compare(
                    candidates.getFirst(),
                    shown,
                    TransferPurpose.HANDOVER,
                    result -> handedOver(result, shown, candidates));
        }
    }

    /** What was on its way here when the leave began may have arrived meanwhile. */
    private void handedOver(
            AntiEntropy.Result result, List<StoredFile> shown, List<PeerId> candidates) {
        allRefused &= result == AntiEntropy.Result.REFUSED;
        if (!result.isComplete()) {
            handOver(candidates.subList(1, candidates.size()));
        } else if (held.all().equals(shown) && !filesAreComing.getAsBoolean()) {
            sayGoodbye();
        } else {
            context.callLaterMs(new Timer.HandOverAgain(), PAUSE_MS);
        }
    }

    /** Leaves at once: when nobody supervises the ring any longer, all of it ends. */
    void startWithoutFiles() {
        if (phase == Phase.STAYING) {
            phase = Phase.HANDING_OVER;
            context.report(new LifeEvent.Leaving(0));
        }
        sayGoodbye();
    }

    void onHandoverOverdue() {
        if (phase == Phase.HANDING_OVER) {
            context.print("The files held here could not be handed over.");
            sayGoodbye();
        }
    }

    /** The files have been taken, or nobody waits for them any longer. */
    void sayGoodbye() {
        if (phase != Phase.HANDING_OVER) {
            return;
        }
        phase = Phase.SAYING_GOODBYE;
        pings.stop();
        downloads.giveUp("peer " + context.self + " has left");
        uploads.giveUp("peer " + context.self + " has left");
        List<PeerId> predecessors = neighbourhood.predecessors();
        List<PeerId> successors = neighbourhood.successors();
        unconfirmed.addAll(predecessors);
        unconfirmed.addAll(successors.stream().limit(Predecessors.SHOWN).toList());
        for (PeerId neighbour : List.copyOf(unconfirmed)) {
            context.ask(
                    neighbour,
                    new Message.Departure(context.self, predecessors, successors),
                    new Purpose.Farewell(neighbour));
        }
        context.callLaterMs(new Timer.FarewellOverdue(), FAREWELL_MS);
        endWhenAllKnow();
    }

    /** A neighbour has confirmed, or cannot be reached and needs no goodbye. */
    void onFarewellEnded(PeerId neighbour) {
        unconfirmed.remove(neighbour);
        endWhenAllKnow();
    }

    /** Goes, whoever has not confirmed. */
    void end() {
        if (phase == Phase.SAYING_GOODBYE) {
            phase = Phase.GONE;
            context.report(new LifeEvent.Left());
            context.exit(ExitCode.QUIT, "");
        }
    }

    private void endWhenAllKnow() {
        if (unconfirmed.isEmpty()) {
            end();
        }
    }
}
