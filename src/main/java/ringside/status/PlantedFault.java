package ringside.status;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * The faults that a peer can be started with, each of a kind that students make (SPEC 7.7). A peer
 * that has one does everything else right.
 */
public enum PlantedFault {
    /** Compares a hash as a plain number, and so misses those beyond the highest id. */
    OWNER_WRONG_AT_WRAP,
    /** Declares a successor dead after its first missed ping. */
    DEAD_AFTER_ONE_MISS,
    /** Takes a dead second successor back, because its first successor once named it. */
    TAKES_DEAD_PEER_BACK,
    /** Keeps its first second successor, whatever happens to the ring. */
    SECOND_SUCCESSOR_NEVER_UPDATED,
    /** Leaves without a word to its neighbours. */
    QUITS_WITHOUT_A_WORD,
    /** Never sends a lost segment of a requested file again. */
    NEVER_SENDS_AGAIN,
    /** Acknowledges the last byte that came, not the next one that it expects (stop-and-wait). */
    ACKNOWLEDGES_WRONG_NUMBER,
    /** Writes a segment that comes twice into the file twice. */
    WRITES_DUPLICATE_TWICE,
    /** Sends all segments of a requested file with the sequence number of the first one. */
    SEQUENCE_STANDS_STILL,
    /** Passes a request that has come to its end on, in its own name. */
    FORWARDS_FOR_EVER,
    /** Says that it has every file that it is asked for, and sends an empty one. */
    ANSWERS_FOR_MISSING_FILE,
    /** Gives a requested file its name when half of it is written. */
    HALF_FILE_UNDER_FINAL_NAME;

    /** The name on the command line, such as {@code dead-after-one-miss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Parses a name as typed by a user.
     *
     * @throws InvalidInputException with a sentence that lists the names
     */
    public static PlantedFault parse(String text) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(() -> unknown(text)));
    }

    private static String unknown(String text) {
        String known =
                Arrays.stream(values()).map(PlantedFault::word).collect(Collectors.joining(", "));
        return Messages.STATUS.format("fault.unknown", text, known);
    }
}
