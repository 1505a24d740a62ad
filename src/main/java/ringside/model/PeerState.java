package ringside.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;

/**
 * All that is known of one peer.
 *
 * @param settings as it last told them; the defaults until it has
 * @param successors nearest first, without the peer itself
 * @param predecessors nearest first, at most two
 * @param pings one table for each target it pings now, first successor first
 * @param suspectedBy who has had no answer from it, by id
 * @param files held for the ring, sorted by name
 * @param damaged files of which it has found its copy damaged, and not yet another one
 * @param cutLines to whom it sends nothing, on somebody's word
 * @param statistics its last counters, or null before the first
 * @param output the end of its terminal, over restarts too
 * @param eventsLeftOut events that its channel had no room for (SPEC 9.2)
 */
public record PeerState(
        PeerId id,
        PeerProcess process,
        PeerSettings settings,
        List<PeerId> successors,
        List<PeerId> predecessors,
        List<PingTable> pings,
        List<Suspicion> suspectedBy,
        List<HeldFile> files,
        List<FileName> damaged,
        List<PeerId> cutLines,
        LifeEvent.@Nullable Statistics statistics,
        RecentList<OutputLine> output,
        long eventsLeftOut) {

    /** Lines of output kept of each peer: ten minutes of pings, or any story worth reading. */
    public static final int OUTPUT_KEPT = 2_000;

    /** Checks that nothing is missing. */
    public PeerState {
        requireNonNull(id, "id");
        requireNonNull(process, "process");
        requireNonNull(settings, "settings");
        successors = List.copyOf(successors);
        predecessors = List.copyOf(predecessors);
        pings = List.copyOf(pings);
        suspectedBy = List.copyOf(suspectedBy);
        files = List.copyOf(files);
        damaged = List.copyOf(damaged);
        cutLines = List.copyOf(cutLines);
        requireNonNull(output, "output");
    }

    static PeerState of(PeerId id) {
        return new PeerState(
                id,
                PeerProcess.starting(0, 0, 0),
                PeerSettings.DEFAULTS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                RecentList.keeping(OUTPUT_KEPT),
                0);
    }

    /** How far its life is. */
    public PeerPhase phase() {
        return process.phase();
    }

    /** Whether its process runs and is not paused: whether it can answer. */
    public boolean isResponsive() {
        return phase().isAlive() && !process.paused();
    }

    /** Whether the ring is judged by it: it can answer and is not about to leave. */
    public boolean isLivingMember() {
        return phase().isMember() && !process.paused();
    }

    /** Its pings to one target, if it pings it. */
    public Optional<PingTable> pingsTo(PeerId target) {
        return pings.stream().filter(table -> table.target().equals(target)).findFirst();
    }

    /** The gravest suspicion against it, if any. */
    public Optional<Suspicion> gravestSuspicion() {
        return suspectedBy.stream().max(Comparator.comparingInt(Suspicion::missed));
    }

    /** A new process under the same id: nothing of the old one holds but its output. */
    PeerState restarted(PeerProcess fresh) {
        PeerState empty = of(id);
        return new PeerState(
                id,
                fresh,
                settings,
                empty.successors,
                empty.predecessors,
                empty.pings,
                empty.suspectedBy,
                empty.files,
                empty.damaged,
                empty.cutLines,
                null,
                output,
                0);
    }

    PeerState with(PeerProcess changed) {
        return copy(changed, settings, pings, suspectedBy, files);
    }

    PeerState with(PeerSettings changed) {
        return copy(process, changed, pings, suspectedBy, files);
    }

    PeerState withFiles(List<HeldFile> changed) {
        return copy(process, settings, pings, suspectedBy, changed);
    }

    /** Puts one ping table in place of the earlier one for the same target. */
    PeerState with(PingTable table) {
        List<PingTable> changed = new ArrayList<>(pings);
        changed.removeIf(old -> old.target().equals(table.target()));
        changed.add(table);
        changed.sort(Comparator.comparing(PingTable::role));
        return copy(process, settings, changed, suspectedBy, files);
    }

    /** Keeps the ping tables of those targets only: the others are pinged no longer. */
    PeerState pingingOnly(List<PeerId> targets) {
        List<PingTable> kept =
                pings.stream().filter(table -> targets.contains(table.target())).toList();
        return copy(process, settings, kept, suspectedBy, files);
    }

    PeerState with(Suspicion suspicion) {
        List<Suspicion> changed = new ArrayList<>(suspectedBy);
        changed.removeIf(old -> old.by().equals(suspicion.by()));
        changed.add(suspicion);
        changed.sort(Comparator.comparing(Suspicion::by));
        return copy(process, settings, pings, changed, files);
    }

    PeerState trustedBy(PeerId other) {
        List<Suspicion> kept =
                suspectedBy.stream().filter(suspicion -> !suspicion.by().equals(other)).toList();
        return kept.size() == suspectedBy.size()
                ? this
                : copy(process, settings, pings, kept, files);
    }

    PeerState withNeighbours(List<PeerId> itsSuccessors, List<PeerId> itsPredecessors) {
        return new PeerState(
                id,
                process,
                settings,
                itsSuccessors,
                itsPredecessors,
                pings,
                suspectedBy,
                files,
                damaged,
                cutLines,
                statistics,
                output,
                eventsLeftOut);
    }

    PeerState withDamage(FileName file) {
        List<FileName> changed = new ArrayList<>(withoutDamage(file).damaged);
        changed.add(file);
        return withDamaged(changed);
    }

    PeerState withoutDamage(FileName file) {
        return withDamaged(
                damaged.stream().filter(other -> !other.number().equals(file.number())).toList());
    }

    private PeerState withDamaged(List<FileName> changed) {
        return new PeerState(
                id,
                process,
                settings,
                successors,
                predecessors,
                pings,
                suspectedBy,
                files,
                changed,
                cutLines,
                statistics,
                output,
                eventsLeftOut);
    }

    PeerState withLineCut(PeerId other) {
        List<PeerId> changed = new ArrayList<>(cutLines);
        changed.remove(other);
        changed.add(other);
        return withCutLines(changed);
    }

    PeerState withLineMended(PeerId other) {
        List<PeerId> changed = new ArrayList<>(cutLines);
        changed.remove(other);
        return withCutLines(changed);
    }

    private PeerState withCutLines(List<PeerId> lines) {
        return new PeerState(
                id,
                process,
                settings,
                successors,
                predecessors,
                pings,
                suspectedBy,
                files,
                damaged,
                lines,
                statistics,
                output,
                eventsLeftOut);
    }

    PeerState with(LifeEvent.Statistics latest) {
        return new PeerState(
                id,
                process,
                settings,
                successors,
                predecessors,
                pings,
                suspectedBy,
                files,
                damaged,
                cutLines,
                latest,
                output,
                eventsLeftOut);
    }

    PeerState plus(OutputLine line) {
        return with(output.plus(line), eventsLeftOut);
    }

    PeerState plusLeftOut(long count) {
        return with(output, eventsLeftOut + count);
    }

    private PeerState with(RecentList<OutputLine> lines, long leftOut) {
        return new PeerState(
                id,
                process,
                settings,
                successors,
                predecessors,
                pings,
                suspectedBy,
                files,
                damaged,
                cutLines,
                statistics,
                lines,
                leftOut);
    }

    private PeerState copy(
            PeerProcess itsProcess,
            PeerSettings itsSettings,
            List<PingTable> itsPings,
            List<Suspicion> suspicions,
            List<HeldFile> itsFiles) {
        return new PeerState(
                id,
                itsProcess,
                itsSettings,
                successors,
                predecessors,
                itsPings,
                suspicions,
                itsFiles,
                damaged,
                cutLines,
                statistics,
                output,
                eventsLeftOut);
    }
}
