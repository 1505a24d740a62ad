package ringside.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is checked of a program (PROGRAMS 5.3). A family has marks for those that it asks for. */
public enum CheckName {
    /** All peers start, and bind both of their ports. */
    STARTS,
    /** Peers ping their successors over UDP. */
    PINGS_OVER_UDP,
    /** Each peer is pinged by its two predecessors, and says so. */
    PING_REQUESTS,
    /** Each peer is answered by its two successors, and says so. */
    PING_RESPONSES,
    /** The requester sends its request to its successor. */
    REQUEST_SENT,
    /** The peers on the way pass the request on, and the owner takes it. */
    REQUEST_FORWARDED,
    /** The owner answers the requester directly, over TCP. */
    RESPONSE_OVER_TCP,
    /** The requester has the owner's file. */
    FILE_IDENTICAL,
    /** One segment at a time, of at most the MSS. */
    STOP_AND_WAIT,
    /** As many segments are dropped as the loss says. */
    DROP_PROBABILITY,
    /** A dropped segment is sent again after its time-out. */
    RETRANSMISSION,
    /** Both predecessors hear of a departure. */
    DEPARTURE_TOLD,
    /** They hear of it over TCP. */
    DEPARTURE_OVER_TCP,
    /** After a departure both predecessors have, and ping, the right successors. */
    SUCCESSORS_AFTER_QUIT,
    /** Both predecessors notice a kill. */
    KILL_NOTICED,
    /** After a kill both predecessors have the right successors. */
    SUCCESSORS_AFTER_KILL,
    /** After a kill the new neighbours ping each other. */
    PINGS_AFTER_KILL,
    /** Files of no byte, of one, and around the MSS arrive. */
    FILE_SIZES,
    /** Two peers ask for a file at once, and both get it. */
    TWO_REQUESTS,
    /** A request for a file that nobody has harms nobody. */
    MISSING_FILE,
    /** Words that are no command harm nobody. */
    WRONG_WORDS,
    /** Bytes that are no message harm nobody. */
    RUBBISH,
    /** A peer that stands still for less than an interval is not declared dead. */
    SHORT_PAUSE,
    /** Nobody takes a dead peer back. */
    DEAD_STAYS_DEAD,
    /** Two kills, one after the other, heal. */
    TWO_KILLS,
    /** Ctrl-C, typed once, ends a peer. */
    CONTROL_C,
    /** A file arrives although datagrams and acknowledgements are lost for real. */
    REAL_LOSS,
    /** Two departures, one after the other, heal. */
    TWO_QUITS,
    /** Two neighbours that are killed at once harm nobody else. */
    NEIGHBOURS_KILLED,
    /** The end of a peer's input harms nobody. */
    END_OF_INPUT;

    /** Returns whether it goes beyond what is marked (PROGRAMS 5.11). */
    public boolean isBeyond() {
        return compareTo(FILE_SIZES) >= 0;
    }

    /** Returns those that families may have marks for, in their order. */
    public static List<CheckName> marked() {
        return Arrays.stream(values()).filter(check -> !check.isBeyond()).toList();
    }

    /** Returns the name in reports and options, in lower case with dashes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
