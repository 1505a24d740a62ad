package ringside.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;

/**
 * Replaces damaged files by copies from other peers: asks its successors and predecessors one after
 * the other, repeatedly, until a copy arrives (SPEC 8.7).
 */
final class DamageRepair {

    /** Pause before asking all neighbours again: one of them may have received a copy meanwhile. */
    private static final long RETRY_MS = 15_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final HeldFiles held;
    private final ReplicaRange replicaRange;
    private final TreeMap<FileNumber, ArrayDeque<PeerId>> toAsk = new TreeMap<>();

    DamageRepair(
            PeerContext context,
            Neighbourhood neighbourhood,
            HeldFiles held,
            ReplicaRange replicaRange) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.held = held;
        this.replicaRange = replicaRange;
    }

    void onDamaged(StoredFile file, String reason) {
        FileNumber number = file.name().number();
        held.drop(file);
        context.print("File " + number + " is damaged here: " + reason + ". I ask for a copy.");
        context.report(new FileEvent.FileDamaged(file.name(), reason));
        begin(number);
    }

    /** Returns whether a copy of this file is being looked for. */
    boolean isMending(FileNumber number) {
        return toAsk.containsKey(number);
    }

    /** Starts a search, unless this peer should no longer hold the file; others then see to it. */
    private void begin(FileNumber number) {
        if (!neighbourhood.owns(number) && replicaRange.excludes(number)) {
            toAsk.remove(number);
            return;
        }
        List<PeerId> neighbours =
                Stream.concat(
                                neighbourhood.successors().stream(),
                                neighbourhood.predecessors().stream())
                        .distinct()
                        .toList();
        toAsk.put(number, new ArrayDeque<>(neighbours));
        context.callLaterMs(new Timer.DamageRepairDue(number), RETRY_MS);
        askNext(number);
    }

    private void askNext(FileNumber number) {
        ArrayDeque<PeerId> left = toAsk.get(number);
        PeerId next = left == null ? null : left.poll();
        if (next != null) {
            context.ask(
                    next,
                    new Message.ReplicaWanted(context.self, number),
                    new QuestionPurpose.ReplicaAsked(number, next));
        }
    }

    /** Asks the next neighbour: this one does not have the file, or cannot be reached. */
    void onRefused(QuestionPurpose.ReplicaAsked asked) {
        askNext(asked.number());
    }

    void onDue(Timer.DamageRepairDue due) {
        if (isMending(due.number())) {
            begin(due.number());
        }
    }

    /** Ends the search, because a complete file with this number has arrived. */
    void onArrived(StoredFile file, @Nullable PeerId from) {
        if (toAsk.remove(file.name().number()) != null && from != null) {
            context.print(
                    "File "
                            + file.name().number()
                            + " is mended, with the copy of peer "
                            + from
                            + ".");
            context.report(new FileEvent.FileMended(file.name(), from));
        }
    }
}
