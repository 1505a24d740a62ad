package ringside.app.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that the page draws; each is named in a {@link Change}. Times are microseconds since
 * the run began, places are turns: 0 at the top, 1 once around clockwise.
 */
sealed interface Drawn {

    /**
     * A peer.
     *
     * @param look the class of its look, such as 'suspected'
     * @param host that runs it, as {@link Host} names it; null for the machine of the window
     * @param word the word for it
     * @param words beside it; empty for one that runs normally
     * @param answers whether it can answer
     * @param missed misses of the peer that suspects it most
     * @param limit misses after which that declares it dead; 0 for none to show
     * @param until when a dead one is drawn no more; null while it lives
     * @param successors the first two that it names
     * @param predecessors the first two that it names
     * @param changed when each of these four last changed, successors first; null for never
     */
    record Peer(
            BigDecimal id,
            double turn,
            @Nullable String host,
            String look,
            String word,
            String words,
            boolean answers,
            int missed,
            int limit,
            @Nullable Long until,
            List<BigDecimal> successors,
            List<BigDecimal> predecessors,
            @Nullable List<@Nullable Long> changed)
            implements Drawn {}

    /**
     * A host of several.
     *
     * @param name by which peers name it; empty for the machine of the window
     * @param shown its name in words
     * @param words at its arcs: its name, and what is wrong with it
     * @param look the classes of its look: its colour, and such as 'silent'
     */
    record Host(String name, String shown, String words, String look) implements Drawn {}

    /**
     * The last ping of one peer to another.
     *
     * @param second whether it goes to the second successor
     * @param number its sequence number
     * @param back when it was answered, or null
     * @param missed when it counted as missed, or null
     * @param travel how long its dot takes one way, in microseconds
     */
    record Ping(
            BigDecimal from,
            BigDecimal to,
            boolean second,
            long number,
            long sent,
            @Nullable Long back,
            @Nullable Long missed,
            long travel)
            implements Drawn {}

    /** A file at its hash, and the peers that hold it. */
    record File(
            String number, int hash, double turn, List<BigDecimal> owners, List<BigDecimal> copies)
            implements Drawn {}

    /** The hops of a request, in the order of their numbers. */
    record Request(String number, BigDecimal from, List<Hop> hops) implements Drawn {}

    /**
     * A hop.
     *
     * @param lit when it lights up
     * @param chord whether it takes a shortcut, across the circle
     */
    record Hop(BigDecimal from, BigDecimal to, int number, long lit, boolean chord) {}

    /** The shortcuts of a peer, the nearest first. */
    record Shortcuts(BigDecimal from, List<Shortcut> table) implements Drawn {}

    /**
     * A shortcut.
     *
     * @param interval the ids for which it is
     * @param to where it leads, or null
     * @param right where it should lead, or null
     * @param look the class of its look, such as 'stale'
     * @param word the word for it
     */
    record Shortcut(
            String interval,
            @Nullable BigDecimal to,
            @Nullable BigDecimal right,
            String look,
            String word) {}

    /**
     * A transfer.
     *
     * @param asked whether a user asked for it
     * @param share of the file that has arrived, 0 to 1
     * @param words at its chord; empty for the ring's own housekeeping
     */
    record Transfer(
            BigDecimal from,
            BigDecimal to,
            boolean asked,
            boolean failed,
            double share,
            String words)
            implements Drawn {}

    /** The words in the middle. */
    record Middle(String alive, String health, boolean right, String contradiction, String lastHeal)
            implements Drawn {}

    /** An invariant of the ring, and what is wrong; empty when it holds. */
    record Light(String name, String meaning, String violation) implements Drawn {}
}
