package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import ringside.model.LookupState.Hop;
import ringside.ring.PeerId;

/**
 * The way of a request to the owner of its hash, by what is left of the circle at each hop. It is
 * that of the last attempt, and ends at the owner: hops from there to peers with copies do not
 * belong to it.
 *
 * @param hops in their order
 */
public record RequestWay(LookupState request, List<Step> hops) {

    /** A good hop leaves at most one in so many ids. */
    private static final int HALF = 2;

    public RequestWay {
        hops = List.copyOf(hops);
    }

    /**
     * A hop.
     *
     * @param number from 1
     * @param leftBefore ids from the sender clockwise to the hash
     * @param leftAfter ids from the receiver clockwise to the hash; 0 at the owner
     */
    public record Step(PeerId from, PeerId to, int number, long leftBefore, long leftAfter) {

        /** Returns whether it at least halved what was left. */
        public boolean halves() {
            return leftAfter <= leftBefore / HALF;
        }
    }

    /**
     * Returns the way that a request had gone at a moment.
     *
     * @param nowMicros since the epoch
     */
    public static RequestWay of(LookupState request, long nowMicros) {
        PeerId hash = request.number().hashOn(request.requester().circle());
        List<Step> steps = new ArrayList<>();
        for (Hop hop : lastAttempt(request, nowMicros)) {
            long left = hop.from().clockwiseTo(hash);
            boolean isAtOwner = left == 0 || hop.from().equals(request.owner());
            boolean hasArrived = !steps.isEmpty() && steps.getLast().leftAfter() == 0;
            if (isAtOwner || hasArrived || hop.from().equals(hop.to())) {
                break;
            }
            long gone = hop.from().clockwiseTo(hop.to());
            steps.add(new Step(hop.from(), hop.to(), hop.number(), left, Math.max(0, left - gone)));
        }
        return new RequestWay(request, steps);
    }

    /** Returns the hops since the requester sent it last, one of each number. */
    private static Iterable<Hop> lastAttempt(LookupState request, long nowMicros) {
        List<Hop> taken =
                request.hops().stream().filter(hop -> hop.atMicros() <= nowMicros).toList();
        long sent =
                taken.stream()
                        .filter(hop -> hop.number() == 1)
                        .mapToLong(Hop::atMicros)
                        .max()
                        .orElse(request.startedAtMicros());
        TreeMap<Integer, Hop> byNumber = new TreeMap<>();
        taken.stream()
                .filter(hop -> hop.atMicros() >= sent)
                .forEach(hop -> byNumber.put(hop.number(), hop));
        return byNumber.values();
    }

    /** Returns how many ids were left at the requester. */
    public long leftAtFirst() {
        PeerId requester = request.requester();
        return requester.clockwiseTo(request.number().hashOn(requester.circle()));
    }

    /** Returns how many hops it has made so far, seen or not. */
    public int hopsMade() {
        return hops.isEmpty() ? 0 : hops.getLast().number();
    }

    /** Returns how many of the hops at least halved what was left. */
    public int halvings() {
        return Math.toIntExact(hops.stream().filter(Step::halves).count());
    }

    /** Returns whether it has reached the owner. */
    public boolean hasArrived() {
        return !hops.isEmpty() && hops.getLast().leftAfter() == 0;
    }
}
