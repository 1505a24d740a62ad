package ringside.app.window;

import java.util.OptionalLong;
import ringside.app.ring.ShownPeers;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;

/**
 * Decides whether a ladder has room beside the ring of the presentation (WINDOW 17.1). Times are in
 * microseconds since the epoch. Pure.
 */
final class LadderRoom {

    /** How the transfer of the ladder came to be shown. */
    enum Choice {
        /** It is the newest one. */
        NEWEST,
        /** A user chose it, or reads in it. */
        USER
    }

    private LadderRoom() {}

    /**
     * Returns whether the ladder of a transfer is shown: while it is under way; as long as a user
     * keeps it; and as long as the lesson goes on that it began in. Without a lesson it stays after
     * its end for as long as a dead peer does.
     *
     * @param lessonBegunAtMicros empty without a lesson
     */
    static boolean isFor(
            TransferState transfer,
            Choice choice,
            OptionalLong lessonBegunAtMicros,
            long nowMicros) {
        if (transfer.outcome() == Outcome.UNDER_WAY || choice == Choice.USER) {
            return true;
        }
        return lessonBegunAtMicros.isPresent()
                ? transfer.startedAtMicros() > lessonBegunAtMicros.getAsLong()
                : nowMicros - transfer.endedAtMicros() < ShownPeers.DEAD_STAY_MICROS;
    }
}
