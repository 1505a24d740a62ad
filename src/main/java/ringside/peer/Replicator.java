package ringside.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.TransferPurpose;

/**
 * Keeps every file with its owner and the next successors while peers come and go (SPEC 8). The
 * owner compares its files with those of the copy holders, and each holder with its predecessor. A
 * file outside a peer's range goes back to its owner, and is deleted once the owner has it and has
 * made its copies.
 */
final class Replicator {

    /** Neighbours change in bursts: files are moved only after this long without a change. */
    private static final long CALM_MS = 500;

    /** SPEC 8.2: once a minute. */
    private static final long PERIOD_MS = 60_000;

    /**
     * Time without a change of neighbours before a surplus copy is deleted: by then, the new copy
     * holders know about it, even those that learn of changes from ping replies.
     */
    private static final long PATIENCE_MS = 10_000;

    /** Pause before a failed round is retried. */
    private static final long RETRY_MS = 3_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final ReplicaRange replicaRange;
    private final AntiEntropy antiEntropy;
    private final Lookups lookups;
    private long token;
    private int comparisons;
    private final List<AntiEntropy.Session> round = new ArrayList<>();
    private boolean allWentWell;
    private boolean allReplicated;
    private boolean hasChanged;
    private long changedAt;

    /** Whether the last round made all copies and nothing has changed since it began. */
    private boolean isReplicated;

    Replicator(
            PeerContext context,
            Neighbourhood neighbourhood,
            HeldFiles held,
            ReplicaRange replicaRange,
            AntiEntropy antiEntropy,
            Lookups lookups) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.replicaRange = replicaRange;
        this.antiEntropy = antiEntropy;
        this.lookups = lookups;
    }

    // -- schedule

    /** Schedules a round after a change of the neighbours or of the held files. */
    void onChanged() {
        hasChanged = true;
        changedAt = context.now();
        round.forEach(AntiEntropy.Session::stopSending);
        isReplicated = false;
        held.reportIfChanged();
        schedule(CALM_MS);
    }

    private void schedule(long delayMs) {
        context.callLaterMs(new Timer.ReplicationDue(++token), delayMs);
    }

    void onDue(Timer.ReplicationDue due) {
        if (due.token() == token && comparisons == 0) {
            comparisons = 1;
            allWentWell = true;
            allReplicated = true;
            hasChanged = false;
            round.clear();
            replicaRange.find(this::compareAll);
        } else if (due.token() == token) {
            schedule(RETRY_MS);
        }
    }

    // -- the comparisons of one round

    private void compareAll() {
        compareWithPredecessor();
        compareOwnedWithSuccessors();
        if (isStable()) {
            surplus().forEach(this::returnSurplus);
        }
        comparisonEnded(AntiEntropy.Result.COMPLETE);
    }

    /**
     * Compares with the predecessor even if no file qualifies: a newcomer waits to hear that there
     * is nothing.
     */
    private void compareWithPredecessor() {
        PeerId predecessor = neighbourhood.firstPredecessor();
        if (predecessor != null) {
            List<StoredFile> files =
                    held.all().stream()
                            .filter(file -> !owns(file))
                            .filter(file ->
                                    replicaRange.includes(file) || isOwnedBy(predecessor, file))
                            .toList();
            start();
            round.add(
                    antiEntropy.compare(
                            predecessor, files, TransferPurpose.HANDOVER, this::comparisonEnded));
        }
    }

    private void compareOwnedWithSuccessors() {
        List<StoredFile> owned = held.all().stream().filter(this::owns).toList();
        if (!owned.isEmpty()) {
            for (PeerId holder : replicaHolders()) {
                start();
                round.add(
                        antiEntropy.compare(holder, owned, TransferPurpose.COPY, this::replicated));
            }
        }
    }

    private List<PeerId> replicaHolders() {
        return neighbourhood.successors().stream()
                .limit(context.settings().replicas() - 1L)
                .toList();
    }

    private List<StoredFile> surplus() {
        return held.all().stream()
                .filter(file -> !owns(file) && replicaRange.excludes(file.name().number()))
                .toList();
    }

    /** Shows a surplus file to its owner, and sends it if needed; then the copy may be deleted. */
    private void returnSurplus(StoredFile file) {
        start();
        lookups.start(LookupPurpose.RETURN, file.name().number(), new ReturnLookup(file));
    }

    private void start() {
        comparisons++;
    }

    private void replicated(AntiEntropy.Result result) {
        allReplicated &= result.isComplete();
        comparisonEnded(result);
    }

    private void comparisonEnded(AntiEntropy.Result result) {
        comparisons--;
        allWentWell &= result.isComplete();
        if (comparisons == 0) {
            isReplicated = allReplicated && !hasChanged;
            schedule(nextRoundMs());
        }
    }

    private long nextRoundMs() {
        if (!allWentWell) {
            return RETRY_MS;
        }
        return isStable() || surplus().isEmpty() ? PERIOD_MS : PATIENCE_MS;
    }

    private boolean isStable() {
        return context.now() - changedAt >= PATIENCE_MS * PeerContext.MICROS_PER_MS;
    }

    private boolean owns(StoredFile file) {
        return neighbourhood.owns(file.name().number());
    }

    private boolean isOwnedBy(PeerId predecessor, StoredFile file) {
        List<PeerId> known = neighbourhood.predecessors();
        return known.size() > 1
                && context.hashOf(file.name().number()).isInArc(known.get(1), predecessor);
    }

    /** Returns whether all files that this peer owns have their copies, as far as it knows. */
    boolean isReplicated() {
        return isReplicated;
    }

    // -- new files

    /**
     * Copies a newly stored file to the successors that keep copies (SPEC 8.1).
     *
     * @param holders receives the number of peers that have it, including this one
     */
    void spread(StoredFile file, IntConsumer holders) {
        ArrayDeque<PeerId> replicaHolders = new ArrayDeque<>(replicaHolders());
        if (replicaHolders.isEmpty()) {
            holders.accept(1);
            return;
        }
        ReplicaCount replicaCount = new ReplicaCount(replicaHolders.size(), holders);
        for (PeerId holder : replicaHolders) {
            antiEntropy.compare(holder, List.of(file), TransferPurpose.COPY, replicaCount);
        }
    }

    private final class ReplicaCount implements AntiEntropy.Listener {

        private final IntConsumer holders;
        private int open;
        private int count = 1;

        ReplicaCount(int open, IntConsumer holders) {
            this.open = open;
            this.holders = holders;
        }

        @Override
        public void ended(AntiEntropy.Result result) {
            open--;
            if (result.isComplete()) {
                count++;
            } else {
                schedule(RETRY_MS);
            }
            if (open == 0) {
                holders.accept(count);
            }
        }
    }

    private final class ReturnLookup implements Lookups.Listener {

        private final StoredFile file;

        ReturnLookup(StoredFile file) {
            this.file = file;
        }

        @Override
        public void owner(PeerId owner, long lookupId, boolean isHeld) {
            if (owner.equals(context.self)) {
                comparisonEnded(AntiEntropy.Result.COMPLETE);
                return;
            }
            antiEntropy.compare(owner, List.of(file), TransferPurpose.HANDOVER, this::confirmed);
        }

        private void confirmed(AntiEntropy.Result result) {
            if (result == AntiEntropy.Result.SAFE && !neighbourhood.owns(file.name().number())) {
                held.release(file);
            }
            comparisonEnded(
                    result == AntiEntropy.Result.SAFE ? result : AntiEntropy.Result.INCOMPLETE);
        }

        @Override
        public void failed(String reason) {
            comparisonEnded(AntiEntropy.Result.INCOMPLETE);
        }
    }
}
