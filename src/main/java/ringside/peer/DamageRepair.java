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
 * Fetches a copy of each damaged file from another peer that holds it: asks its successors and
 * predecessors, one after the other, and again after a while, until one has come (SPEC 8.7).
 */
final class DamageRepair {

    /** All neighbours are asked again so soon: a copy may have come to one of them meanwhile. */
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

    /** Whether a copy of this number is being looked for. */
    boolean isMending(FileNumber number) {
        return toAsk.containsKey(number);
    }

    /** A file that this peer is not to hold any more is left to those that are. */
    private void begin(FileNumber number) {
        if (!neighbourhood.owns(number.hash()) && replicaRange.excludes(number)) {
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
        context.callLaterMs(new Timer.MendingDue(number), RETRY_MS);
        askNext(number);
    }

    private void askNext(FileNumber number) {
        ArrayDeque<PeerId> left = toAsk.get(number);
        PeerId next = left == null ? null : left.poll();
        if (next != null) {
            context.ask(
                    next,
                    new Message.CopyWanted(context.self, number),
                    new Purpose.CopyAsked(number, next));
        }
    }

    /** That one has it not, or is not there: the next is asked. */
    void onRefused(Purpose.CopyAsked asked) {
        askNext(asked.number());
    }

    void onDue(Timer.MendingDue due) {
        if (isMending(due.number())) {
            begin(due.number());
        }
    }

    /** A whole file of this number has come. */
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
