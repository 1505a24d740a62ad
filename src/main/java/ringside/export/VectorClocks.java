package ringside.export;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts vector clocks: an event's clock has the number of each host's events that are known to
 * have led to it, itself counted. Events come out in their order, but after their causes. For one
 * thread, once.
 */
final class VectorClocks {

    private final int[] hosts;
    private final int[] causes;
    private final int[][] clocks;
    private final List<Deque<Integer>> left;
    private final BitSet isCause = new BitSet();
    private final BitSet isTold = new BitSet();
    private final Map<Integer, int[]> clocksOfCauses = new HashMap<>();
    private final Map<Integer, BitSet> waiting = new HashMap<>();
    private final Receiver receiver;

    /** Is given the events with their clocks. */
    @FunctionalInterface
    interface Receiver {
        /**
         * Takes an event.
         *
         * @param event its place
         * @param clock the count of each host; to be read at once, it changes afterwards
         */
        void take(int event, int[] clock);
    }

    private VectorClocks(int[] hosts, int[] causes, Receiver receiver) {
        this.hosts = hosts;
        this.causes = causes.clone();
        this.receiver = receiver;
        int count = Arrays.stream(hosts).max().orElse(-1) + 1;
        clocks = new int[count][count];
        left = Arrays.stream(clocks).<Deque<Integer>>map(clock -> new ArrayDeque<>()).toList();
        for (int i = 0; i < hosts.length; i++) {
            left.get(hosts[i]).add(i);
            if (causes[i] != Causes.NONE) {
                isCause.set(causes[i]);
            }
        }
    }

    /**
     * Counts.
     *
     * @param hosts the host of each event, from 0 without gaps; a host's events are in their order
     * @param causes the place of each event's cause, or {@link Causes#NONE}; where they contradict
     *     the order at the hosts, some are taken for none
     */
    static void count(int[] hosts, int[] causes, Receiver receiver) {
        VectorClocks counting = new VectorClocks(hosts, causes, receiver);
        for (int i = 0; i < hosts.length; i++) {
            counting.advance(hosts[i], i);
        }
        for (int i = 0; i < hosts.length; i++) {
            while (!counting.isTold.get(i)) {
                counting.causes[counting.left.get(hosts[i]).element()] = Causes.NONE;
                counting.advance(hosts[i], hosts.length);
            }
        }
    }

    /**
     * Tells what can be told of a host, and then of those that waited for it.
     *
     * @param last place up to which events are told, so that they keep their order where they can
     */
    private void advance(int first, int last) {
        Deque<Integer> ready = new ArrayDeque<>();
        ready.add(first);
        while (!ready.isEmpty()) {
            Deque<Integer> events = left.get(ready.remove());
            while (isNextTellable(events, last)) {
                int event = events.remove();
                tell(event);
                BitSet released = waiting.remove(event);
                if (released != null) {
                    released.stream().forEach(ready::add);
                }
            }
            if (!events.isEmpty() && !isCauseKnown(events.element())) {
                int missing = causes[events.element()];
                waiting.computeIfAbsent(missing, key -> new BitSet()).set(hosts[events.element()]);
            }
        }
    }

    private boolean isNextTellable(Deque<Integer> events, int last) {
        return !events.isEmpty() && events.element() <= last && isCauseKnown(events.element());
    }

    private boolean isCauseKnown(int event) {
        return causes[event] == Causes.NONE || isTold.get(causes[event]);
    }

    private void tell(int event) {
        int[] clock = clocks[hosts[event]];
        clock[hosts[event]]++;
        int[] before = clocksOfCauses.get(causes[event]);
        if (before != null) {
            Arrays.setAll(clock, host -> Math.max(clock[host], before[host]));
        }
        isTold.set(event);
        if (isCause.get(event)) {
            clocksOfCauses.put(event, clock.clone());
        }
        receiver.take(event, clock);
    }
}
