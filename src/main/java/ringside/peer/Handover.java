package ringside.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * Moves held files to where they belong, one after the other: to a newcomer that now owns them, and
 * to the next successor when this peer leaves (SPEC 5.1, 8.3, 8.4).
 */
final class Handover {

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final Sending sending;
    private final ArrayDeque<StoredFile> leaving = new ArrayDeque<>();
    private final TreeSet<StoredFile> underWay =
            new TreeSet<>(java.util.Comparator.comparing(StoredFile::name));
    private @Nullable Runnable onEmpty;

    Handover(Surroundings at, Neighbourhood neighbourhood, HeldFiles held, Sending sending) {
        this.at = at;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.sending = sending;
    }

    /** The range of this peer may have changed: what it does not own goes to its predecessor. */
    void onPredecessorChanged() {
        held.reportIfChanged();
        PeerId predecessor = neighbourhood.firstPredecessor();
        if (predecessor == null || onEmpty != null) {
            return;
        }
        for (StoredFile file : held.all()) {
            if (!neighbourhood.owns(file.name().number().hash()) && underWay.add(file)) {
                send(file, predecessor, new ToPredecessor(file));
            }
        }
    }

    /** Hands everything to the successors, the nearest that takes it, and then says so. */
    void leave(Runnable afterwards) {
        onEmpty = afterwards;
        leaving.addAll(held.all());
        next();
    }

    int filesToHandOver() {
        return held.all().size();
    }

    private void next() {
        StoredFile file = leaving.poll();
        if (file != null) {
            offer(file, neighbourhood.successors());
        } else if (onEmpty != null) {
            onEmpty.run();
        }
    }

    private void offer(StoredFile file, List<PeerId> candidates) {
        if (candidates.isEmpty()) {
            at.print("File " + file.name().number() + " could not be handed over.");
            next();
        } else {
            send(
                    file,
                    candidates.getFirst(),
                    new ToSuccessor(file, candidates.subList(1, candidates.size())));
        }
    }

    private void send(StoredFile file, PeerId to, Errand errand) {
        sending.send(
                new FileSource.Held(file.name().number()),
                to,
                TransferPurpose.HANDOVER,
                0,
                errand);
    }

    private final class ToPredecessor implements Errand {

        private final StoredFile file;

        ToPredecessor(StoredFile file) {
            this.file = file;
        }

        @Override
        public void delivered(StoredFile sent) {
            underWay.remove(file);
            held.release(sent);
        }

        @Override
        public void unavailable(String reason) {
            underWay.remove(file);
        }

        @Override
        public void failed(String reason) {
            underWay.remove(file);
        }
    }

    private final class ToSuccessor implements Errand {

        private final StoredFile file;
        private final List<PeerId> others;

        ToSuccessor(StoredFile file, List<PeerId> others) {
            this.file = file;
            this.others = others;
        }

        @Override
        public void delivered(StoredFile sent) {
            held.release(sent);
            next();
        }

        @Override
        public void unavailable(String reason) {
            next();
        }

        @Override
        public void failed(String reason) {
            offer(file, others);
        }
    }
}
