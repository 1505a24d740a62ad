package ringside.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.WireEvent;

/**
 * Where two runs part (WINDOW 15.3). The events of one kind at one peer come in one order; those of
 * different peers come as the machine lets them. So each kind at each peer is compared by itself,
 * and the earliest difference counts; one that timing alone can make counts only if there is no
 * other. Times, ids that are drawn, and what a peer does again and again (pings, progress, counts)
 * are no difference.
 *
 * @param peer at which they part
 * @param one position after the event of the first run; empty if it has none like it
 * @param other position after the event of the second run; empty if it has none like it
 */
public record FirstDifference(PeerId peer, OptionalInt one, OptionalInt other) {

    private record Kind(PeerId peer, Class<?> kind) {

        /**
         * Returns whether such events differ also between runs in which the same was done: a list
         * of successors grows by the replies that come first, and a slow machine is suspected.
         */
        boolean isByTiming() {
            return kind == NeighbourEvent.NeighboursChanged.class
                    || kind == NeighbourEvent.PeerSuspected.class
                    || kind == NeighbourEvent.PeerTrusted.class;
        }
    }

    /** An event as it is compared, with the position after it and the time since the start. */
    private record Step(String what, int position, long sinceMicros) {}

    private record Found(Kind kind, FirstDifference difference, long sinceMicros) {}

    /** Returns where two runs part; empty if they do not, as far as both of them go. */
    public static Optional<FirstDifference> between(Run one, Run other) {
        Map<Kind, List<Step>> first = one.steps();
        Map<Kind, List<Step>> second = other.steps();
        return Stream.concat(first.keySet().stream(), second.keySet().stream())
                .distinct()
                .flatMap(kind ->
                        found(
                                kind,
                                new Side(first.getOrDefault(kind, List.of()), one),
                                new Side(second.getOrDefault(kind, List.of()), other))
                                .stream())
                .min(
                        Comparator.comparing((Found found) -> found.kind().isByTiming())
                                .thenComparingLong(Found::sinceMicros)
                                .thenComparing(found -> found.difference().peer()))
                .map(Found::difference);
    }

    private static Optional<Found> found(Kind kind, Side one, Side other) {
        int same = 0;
        while (one.has(same) && other.has(same) && one.at(same).equals(other.at(same))) {
            same++;
        }
        OptionalInt first = one.positionAt(same);
        OptionalInt second = other.positionAt(same);
        long since = Math.min(one.sinceAt(same), other.sinceAt(same));
        boolean isKnown = since <= one.run().lengthMicros() && since <= other.run().lengthMicros();
        return isKnown && (first.isPresent() || second.isPresent())
                ? Optional.of(
                        new Found(kind, new FirstDifference(kind.peer(), first, second), since))
                : Optional.empty();
    }

    private record Side(List<Step> steps, Run run) {

        boolean has(int index) {
            return index < steps.size();
        }

        String at(int index) {
            return steps.get(index).what();
        }

        OptionalInt positionAt(int index) {
            return has(index) ? OptionalInt.of(steps.get(index).position()) : OptionalInt.empty();
        }

        long sinceAt(int index) {
            return has(index) ? steps.get(index).sinceMicros() : Long.MAX_VALUE;
        }
    }

    /**
     * The events of a run, for a comparison on any thread.
     *
     * @param first position before the first of them
     * @param entries in the order of the history
     */
    public record Run(int first, List<StatusEntry> entries) {

        /** Copies the list. */
        public Run {
            entries = List.copyOf(entries);
        }

        /** Copies what a history has now. */
        public static Run of(History history) {
            return new Run(history.first(), history.entries());
        }

        private long startMicros() {
            return entries.isEmpty() ? 0 : entries.getFirst().atMicros();
        }

        private long lengthMicros() {
            return entries.isEmpty() ? 0 : entries.getLast().atMicros() - startMicros();
        }

        private Map<Kind, List<Step>> steps() {
            Set<Long> asked = askedFor();
            Map<Kind, List<Step>> kinds = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                StatusEntry entry = entries.get(i);
                Optional<String> what = what(entry.event(), asked);
                if (what.isPresent()) {
                    Kind kind = new Kind(entry.peer(), entry.event().getClass());
                    List<Step> steps = kinds.computeIfAbsent(kind, _ -> new ArrayList<>());
                    if (!saysAgain(entry.event(), what.get(), steps)) {
                        long since = entry.atMicros() - startMicros();
                        steps.add(new Step(what.get(), first + i + 1, since));
                    }
                }
            }
            return kinds;
        }

        /** A list of neighbours also changes in its predecessors, which are not compared. */
        private static boolean saysAgain(StatusEvent event, String what, List<Step> steps) {
            return event instanceof NeighbourEvent.NeighboursChanged
                    && !steps.isEmpty()
                    && steps.getLast().what().equals(what);
        }

        private Set<Long> askedFor() {
            Set<Long> lookups = new HashSet<>();
            for (StatusEntry entry : entries) {
                if (entry.event() instanceof LookupEvent.LookupSent sent
                        && sent.purpose() == LookupPurpose.REQUEST) {
                    lookups.add(sent.lookupId());
                }
            }
            return lookups;
        }
    }

    /**
     * Returns what of an event is compared; empty for one that is not.
     *
     * @param asked the lookups with which users asked for files
     */
    private static Optional<String> what(StatusEvent event, Set<Long> asked) {
        return switch (event) {
            case ProcessEvent e -> what(e);
            case LifeEvent e -> what(e);
            case NeighbourEvent e -> what(e);
            case LookupEvent e -> what(e, asked);
            case FileEvent e -> what(e);
            case WireEvent _ -> Optional.empty();
        };
    }

    private static Optional<String> what(ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.ProcessEnded e -> what(e.kind());
            case ProcessEvent.ProcessStarted _,
                    ProcessEvent.ProcessAttached _,
                    ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessKilled _ ->
                    what();
            case ProcessEvent.HostTimed _ -> Optional.empty();
            case ProcessEvent.OfHost e -> what(e.host());
            case ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> what(LifeEvent event) {
        return switch (event) {
            case LifeEvent.Joining e -> what(e.known());
            case LifeEvent.SettingsChanged e -> what(e.settings());
            case LifeEvent.ActionFailed e -> what(e.action());
            case LifeEvent.Running _, LifeEvent.Leaving _, LifeEvent.Left _, LifeEvent.Crashed _ ->
                    what();
            case LifeEvent.Hello _,
                    LifeEvent.TerminalLine _,
                    LifeEvent.EventsLeftOut _,
                    LifeEvent.UnreadableDatagrams _,
                    LifeEvent.Statistics _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> what(NeighbourEvent event) {
        return switch (event) {
            case NeighbourEvent.NeighboursChanged e -> what(e.successors());
            case NeighbourEvent.PeerSuspected e -> what(e.target());
            case NeighbourEvent.PeerTrusted e -> what(e.target());
            case NeighbourEvent.PeerDead e -> what(e.target());
            case NeighbourEvent.LinkCut e -> what(e.other());
            case NeighbourEvent.LinkMended e -> what(e.other());
            case NeighbourEvent.NeighbourLeft e -> what(e.neighbour());
            case NeighbourEvent.ShortcutsChanged _,
                    NeighbourEvent.PingSent _,
                    NeighbourEvent.PingAnswered _,
                    NeighbourEvent.PingMissed _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> what(LookupEvent event, Set<Long> asked) {
        return switch (event) {
            case LookupEvent.LookupSent e when asked.contains(e.lookupId()) ->
                    what(e.number(), e.to());
            case LookupEvent.LookupForwarded e when asked.contains(e.lookupId()) ->
                    what(e.number(), e.requester(), e.to());
            case LookupEvent.LookupPassedBy e when asked.contains(e.lookupId()) ->
                    what(e.number(), e.unreachable());
            case LookupEvent.LookupArrived e when asked.contains(e.lookupId()) ->
                    what(e.number(), e.requester(), e.held());
            case LookupEvent.LookupAnswered e when asked.contains(e.lookupId()) ->
                    what(e.number(), e.owner(), e.held());
            case LookupEvent.LookupFailed e when asked.contains(e.lookupId()) -> what(e.number());
            case LookupEvent.LookupSent _,
                    LookupEvent.LookupForwarded _,
                    LookupEvent.LookupPassedBy _,
                    LookupEvent.LookupArrived _,
                    LookupEvent.LookupAnswered _,
                    LookupEvent.LookupFailed _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> what(FileEvent event) {
        return switch (event) {
            case FileEvent.FileReceived e -> what(e.file(), e.bytes(), e.from());
            case FileEvent.FileWritten e -> what(e.file(), e.bytes());
            case FileEvent.FileDamaged e -> what(e.file());
            case FileEvent.FileMended e -> what(e.file(), e.from());
            case FileEvent.FileStored e -> what(e.file(), e.owner(), e.holders());
            case FileEvent.TransferFailed _ -> what();
            case FileEvent.FilesHeld _,
                    FileEvent.TransferStarted _,
                    FileEvent.TransferProgress _,
                    FileEvent.SegmentTraced _,
                    FileEvent.TransferDone _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> what(Object... parts) {
        return Optional.of(Arrays.toString(parts));
    }
}
