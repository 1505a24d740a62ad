package ringside.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.Shortcut;

/**
 * The known state of one peer.
 *
 * @param settings as it reported them last; the defaults before its first report
 * @param successors nearest first, without the peer itself
 * @param predecessors nearest first, at most two
 * @param shortcuts as it reported them last, the nearest first
 * @param pings one table for each target that it pings now, first successor first
 * @param suspectedBy the peers whose pings it has not answered, by id
 * @param files held for the ring, sorted by name
 * @param origins how it came to those files that it was seen to get
 * @param damaged files whose copy it has found damaged and not replaced yet
 * @param cutLinks the peers that it sends nothing to, because a user cut the link
 * @param samples numbers of the files that it is storing because the window told it to, unasked
 * @param statistics its last counters, or null before the first
 * @param traffic how much it sends and receives, by its last two counters
 * @param output the last lines of its terminal, kept over restarts
 * @param capturing whether it reports its messages (SPEC 9.7)
 * @param eventsLeftOut number of events that its status channel dropped (SPEC 9.2)
 */
@RecordBuilder
public record PeerState(
        PeerId id,
        PeerProcess process,
        PeerSettings settings,
        List<PeerId> successors,
        List<PeerId> predecessors,
        List<KnownShortcut> shortcuts,
        List<TargetPings> pings,
        List<Suspicion> suspectedBy,
        List<HeldFile> files,
        List<FileOrigin> origins,
        List<FileName> damaged,
        List<PeerId> cutLinks,
        List<FileNumber> samples,
        LifeEvent.@Nullable Statistics statistics,
        MessageRate traffic,
        RecentList<OutputLine> output,
        boolean capturing,
        long eventsLeftOut)
        implements PeerStateBuilder.With {

    /** Lines of output kept of each peer: ten minutes of pings, or any story worth reading. */
    public static final int OUTPUT_KEPT = 2_000;

    public PeerState {
        successors = List.copyOf(successors);
        predecessors = List.copyOf(predecessors);
        shortcuts = List.copyOf(shortcuts);
        pings = List.copyOf(pings);
        suspectedBy = List.copyOf(suspectedBy);
        files = List.copyOf(files);
        origins = List.copyOf(origins);
        damaged = List.copyOf(damaged);
        cutLinks = List.copyOf(cutLinks);
        samples = List.copyOf(samples);
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
                List.of(),
                List.of(),
                List.of(),
                null,
                MessageRate.UNKNOWN,
                RecentList.keeping(OUTPUT_KEPT),
                false,
                0);
    }

    public PeerPhase phase() {
        return process.phase();
    }

    /** Whether its process runs and is not paused: whether it can answer. */
    public boolean isResponsive() {
        return phase().isAlive() && !process.paused();
    }

    /** Returns whether a hop from it to another peer takes a shortcut. */
    public boolean takesShortcutTo(PeerId to) {
        return settings().shortcuts()
                && !successors().isEmpty()
                && !successors().getFirst().equals(to);
    }

    /** Whether the ring must include it: it can answer and is not about to leave. */
    public boolean isLivingMember() {
        return phase().isMember() && !process.paused();
    }

    /**
     * The peer whose port this is, by the port of this one; empty if it is no peer's, or this one's
     * port is not known.
     */
    public Optional<PeerId> peerAtPort(int port) {
        if (process.port() <= 0 || id.circle() != Circle.OF_PROCESSES) {
            return Optional.empty();
        }
        int other = port - process.port() + id.value();
        return other >= 0 && other < Circle.IDS_OF_PROCESSES
                ? Optional.of(new PeerId(other))
                : Optional.empty();
    }

    /** The pings to one target; empty when it does not ping that target. */
    public Optional<TargetPings> pingsTo(PeerId target) {
        return pings.stream().filter(table -> table.target().equals(target)).findFirst();
    }

    public Optional<Suspicion> worstSuspicion() {
        return suspectedBy.stream().max(Comparator.comparingInt(Suspicion::missed));
    }

    /** Whether both are moments of one process, and not of two under the same id. */
    public boolean isSameLifeAs(PeerState other) {
        return process.startedAtMicros() == other.process.startedAtMicros();
    }

    /** A new process under the same id; only the settings and the output outlive the old one. */
    PeerState restarted(PeerProcess process) {
        return of(id).with().process(process).settings(settings).output(output).build();
    }

    /** Puts one ping table in place of the earlier one for the same target. */
    PeerState with(TargetPings table) {
        List<TargetPings> changed = new ArrayList<>(pings);
        changed.removeIf(old -> old.target().equals(table.target()));
        changed.add(table);
        changed.sort(Comparator.comparing(TargetPings::role));
        return withPings(changed);
    }

    /** Replaces the shortcuts; one that leads where it did has its time. */
    PeerState withTable(List<Shortcut> table, long atMicros) {
        return withShortcuts(
                table.stream()
                        .map(shortcut ->
                                shortcuts.stream()
                                        .filter(known -> known.shortcut().equals(shortcut))
                                        .findFirst()
                                        .orElse(new KnownShortcut(shortcut, atMicros)))
                        .toList());
    }

    /** Drops the ping tables of all other targets: they are pinged no longer. */
    PeerState pingingOnly(List<PeerId> targets) {
        return withPings(pings.stream().filter(table -> targets.contains(table.target())).toList());
    }

    PeerState with(Suspicion suspicion) {
        List<Suspicion> changed = new ArrayList<>(suspectedBy);
        changed.removeIf(old -> old.by().equals(suspicion.by()));
        changed.add(suspicion);
        changed.sort(Comparator.comparing(Suspicion::by));
        return withSuspectedBy(changed);
    }

    PeerState trustedBy(PeerId other) {
        List<Suspicion> kept =
                suspectedBy.stream().filter(suspicion -> !suspicion.by().equals(other)).toList();
        return kept.size() == suspectedBy.size() ? this : withSuspectedBy(kept);
    }

    /** Replaces the list of files held; how it came to others is forgotten. */
    PeerState holding(List<HeldFile> held) {
        List<FileNumber> numbers = held.stream().map(file -> file.name().number()).toList();
        return with().files(held)
                .origins(
                        origins.stream()
                                .filter(origin -> numbers.contains(origin.file().number()))
                                .toList())
                .build();
    }

    /** How it came to a file; empty if that was not seen. */
    public Optional<FileOrigin> originOf(FileNumber number) {
        return origins.stream().filter(origin -> origin.file().number().equals(number)).findFirst();
    }

    PeerState with(FileOrigin origin) {
        List<FileOrigin> changed = new ArrayList<>(origins);
        changed.removeIf(old -> old.file().number().equals(origin.file().number()));
        changed.add(origin);
        return withOrigins(changed);
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

    PeerState withLinkCut(PeerId other) {
        List<PeerId> changed = new ArrayList<>(withLinkMended(other).cutLinks);
        changed.add(other);
        return withCutLinks(changed);
    }

    PeerState withLinkMended(PeerId other) {
        return withCutLinks(cutLinks.stream().filter(cut -> !cut.equals(other)).toList());
    }

    PeerState withSample(FileNumber number) {
        List<FileNumber> changed = new ArrayList<>(withoutSample(number).samples);
        changed.add(number);
        return withSamples(changed);
    }

    PeerState withoutSample(FileNumber number) {
        return withoutSamples(number::equals);
    }

    /** Forgets the sample of a failed action, which is told as one would type it. */
    PeerState withoutSampleOf(String action) {
        return action.startsWith("store ")
                ? withoutSamples(number -> action.contains(" as " + number))
                : this;
    }

    private PeerState withoutSamples(Predicate<FileNumber> over) {
        return samples.stream().anyMatch(over)
                ? withSamples(samples.stream().filter(over.negate()).toList())
                : this;
    }

    PeerState plus(LifeEvent.Statistics count, long atMicros) {
        return with().statistics(count).traffic(traffic.after(count, atMicros)).build();
    }

    PeerState plus(OutputLine line) {
        return withOutput(output.plus(line));
    }

    PeerState plusLeftOut(long count) {
        return withEventsLeftOut(eventsLeftOut + count);
    }
}
