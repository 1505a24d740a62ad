package ringside.export;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts vector clocks: an event's clock has, for each host, the number of events known to have led
 * to it, including itself. Events are delivered in order, but after their causes. For one thread;
 * use once.
 */
final class VectorClocks {

    private final int[] hosts;
    private final int[] causes;
    private final int[][] clocks;
    private final List<Deque<Integer>> left;
    private final BitSet isCause = new BitSet();
    private final BitSet isDelivered = new BitSet();
    private final Map<Integer, int[]> clocksOfCauses = new HashMap<>();
    private final Map<Integer, BitSet> waiting = new HashMap<>();
    private final Receiver receiver;

    @FunctionalInterface
    interface Receiver {
        /**
         * Takes an event.
         *
         * @param event index of the event
         * @param clock the count of each host; read it at once, as it changes afterwards
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
     * Counts the clocks of all events.
     *
     * @param hosts the host of each event, from 0 without gaps; a host's events are in order
     * @param causes the index of each event's cause, or {@link Causes#NONE}; if they contradict the
     *     order at the hosts, some are ignored
     */
    static void count(int[] hosts, int[] causes, Receiver receiver) {
        VectorClocks counting = new VectorClocks(hosts, causes, receiver);
        for (int i = 0; i < hosts.length; i++) {
            counting.advance(hosts[i], i);
        }
        for (int i = 0; i < hosts.length; i++) {
            while (!counting.isDelivered.get(i)) {
                counting.causes[counting.left.get(hosts[i]).element()] = Causes.NONE;
                counting.advance(hosts[i], hosts.length);
            }
        }
    }

    /**
     * Delivers the events of a host whose causes are known, and then those of hosts that waited for
     * it.
     *
     * @param last index up to which events are delivered, so that they keep their order if possible
     */
    private void advance(int first, int last) {
        Deque<Integer> ready = new ArrayDeque<>();
        ready.add(first);
        while (!ready.isEmpty()) {
            Deque<Integer> events = left.get(ready.remove());
            while (isNextReady(events, last)) {
                int event = events.remove();
                deliver(event);
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

    private boolean isNextReady(Deque<Integer> events, int last) {
        return !events.isEmpty() && events.element() <= last && isCauseKnown(events.element());
    }

    private boolean isCauseKnown(int event) {
        return causes[event] == Causes.NONE || isDelivered.get(causes[event]);
    }

    private void deliver(int event) {
        int[] clock = clocks[hosts[event]];
        clock[hosts[event]]++;
        int[] before = clocksOfCauses.get(causes[event]);
        if (before != null) {
            Arrays.setAll(clock, host -> Math.max(clock[host], before[host]));
        }
        isDelivered.set(event);
        if (isCause.get(event)) {
            clocksOfCauses.put(event, clock.clone());
        }
        receiver.take(event, clock);
    }
}
