package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.TransferPurpose;

/**
 * Leaves the ring: hands the files over, notifies the neighbours on both sides, and ends (SPEC
 * 5.1).
 */
final class LeaveProtocol {

    /** Time limit of the handover, so that a hanging neighbour does not block the exit. */
    private static final long HANDOVER_MS = 30_000;

    private static final long PAUSE_MS = 1_000;

    /** Time limit for the neighbours' confirmations (SPEC 5.1). */
    private static final long DEPARTURE_MS = 5_000;

    /** The progress of leaving. */
    enum Phase {
        STAYING,
        HANDING_OVER,
        ANNOUNCING,
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

    /** Whether all neighbours asked so far refused, because they are leaving too. */
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

    /** Returns whether this peer no longer answers, because the ring should continue without it. */
    boolean isSilent() {
        return phase == Phase.ANNOUNCING || phase == Phase.GONE;
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

    /**
     * Starts a handover, or retries it until one neighbour has taken everything or time runs out.
     */
    void handOver() {
        if (phase == Phase.HANDING_OVER) {
            List<PeerId> candidates = new ArrayList<>(neighbourhood.successors());
            candidates.addAll(neighbourhood.predecessors());
            if (filesAreComing.getAsBoolean()) {
                context.callLaterMs(new Timer.HandoverAgain(), PAUSE_MS);
            } else if (held.all().isEmpty() || candidates.isEmpty()) {
                announceDeparture();
            } else {
                allRefused = true;
                handOver(candidates);
            }
        }
    }

    /**
     * Hands over to the first candidate that then holds everything; the ring makes the copies
     * itself.
     */
    private void handOver(List<PeerId> candidates) {
        if (candidates.isEmpty() && allRefused) {
            onHandoverOverdue();
        } else if (candidates.isEmpty()) {
            context.callLaterMs(new Timer.HandoverAgain(), PAUSE_MS);
        } else {
            List<StoredFile> shown = held.all();
            antiEntropy.compare(
                    candidates.getFirst(),
                    shown,
                    TransferPurpose.HANDOVER,
                    result -> handedOver(result, shown, candidates));
        }
    }

    /** Ends a handover, or repeats it if files arrived that were under way when it began. */
    private void handedOver(
            AntiEntropy.Result result, List<StoredFile> shown, List<PeerId> candidates) {
        allRefused &= result == AntiEntropy.Result.REFUSED;
        if (!result.isComplete()) {
            handOver(candidates.subList(1, candidates.size()));
        } else if (held.all().equals(shown) && !filesAreComing.getAsBoolean()) {
            announceDeparture();
        } else {
            context.callLaterMs(new Timer.HandoverAgain(), PAUSE_MS);
        }
    }

    /** Leaves at once, without a handover: the supervisor is gone and the whole ring ends. */
    void startWithoutFiles() {
        if (phase == Phase.STAYING) {
            phase = Phase.HANDING_OVER;
            context.report(new LifeEvent.Leaving(0));
        }
        announceDeparture();
    }

    void onHandoverOverdue() {
        if (phase == Phase.HANDING_OVER) {
            context.print("The files held here could not be handed over.");
            announceDeparture();
        }
    }

    /** Notifies the neighbours, after the handover is complete or abandoned. */
    void announceDeparture() {
        if (phase != Phase.HANDING_OVER) {
            return;
        }
        phase = Phase.ANNOUNCING;
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
                    new QuestionPurpose.DepartureNotice(neighbour));
        }
        context.callLaterMs(new Timer.DepartureOverdue(), DEPARTURE_MS);
        endWhenAllKnow();
    }

    /** Removes a neighbour that has confirmed, or cannot be reached and need not know. */
    void onDepartureNoticeEnded(PeerId neighbour) {
        unconfirmed.remove(neighbour);
        endWhenAllKnow();
    }

    /** Ends the process, even if confirmations are missing. */
    void end() {
        if (phase == Phase.ANNOUNCING) {
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
