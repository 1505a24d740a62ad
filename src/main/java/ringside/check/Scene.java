package ringside.check;

import java.util.Arrays;
import java.util.List;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.CheckName;

/** A deed in a check, with the checks that look at it; in the order in which they are done. */
public enum Scene {
    /** All peers start, and ping. */
    PINGS,
    /** A file is asked for. */
    REQUEST,
    /** A peer leaves. */
    QUIT,
    /** A peer is killed. */
    KILL,
    /** Files of many sizes are asked for, one after the other. */
    SIZES,
    /** Two peers ask for a file at once. */
    TOGETHER,
    /** A file that nobody has is asked for. */
    MISSING,
    /** Words that are no command are typed. */
    WORDS,
    /** Bytes that are no message come in on both ports. */
    RUBBISH,
    /** A peer stands still for a moment. */
    PAUSE,
    /** Two peers are killed, one after the other. */
    KILLS,
    /** Ctrl-C is typed. */
    INTERRUPT,
    /** A file is asked for while datagrams are lost for real. */
    LOSS,
    /** Two peers leave, one after the other. */
    QUITS,
    /** Two neighbours are killed at once. */
    NEIGHBOURS,
    /** The input of a peer ends. */
    INPUT_END;

    /** Returns the checks that look at it. */
    public List<CheckName> checks() {
        return Arrays.stream(CheckName.values()).filter(check -> of(check) == this).toList();
    }

    /** Returns the scene that a check looks at. */
    public static Scene of(CheckName check) {
        return switch (check) {
            case STARTS, PINGS_OVER_UDP, PING_REQUESTS, PING_RESPONSES -> PINGS;
            case REQUEST_SENT,
                    REQUEST_FORWARDED,
                    RESPONSE_OVER_TCP,
                    FILE_IDENTICAL,
                    STOP_AND_WAIT,
                    DROP_PROBABILITY,
                    RETRANSMISSION ->
                    REQUEST;
            case DEPARTURE_TOLD, DEPARTURE_OVER_TCP, SUCCESSORS_AFTER_QUIT -> QUIT;
            case KILL_NOTICED, SUCCESSORS_AFTER_KILL, PINGS_AFTER_KILL -> KILL;
            case FILE_SIZES -> SIZES;
            case TWO_REQUESTS -> TOGETHER;
            case MISSING_FILE -> MISSING;
            case WRONG_WORDS -> WORDS;
            case RUBBISH -> RUBBISH;
            case SHORT_PAUSE -> PAUSE;
            case DEAD_STAYS_DEAD, TWO_KILLS -> KILLS;
            case CONTROL_C -> INTERRUPT;
            case REAL_LOSS -> LOSS;
            case TWO_QUITS -> QUITS;
            case NEIGHBOURS_KILLED -> NEIGHBOURS;
            case END_OF_INPUT -> INPUT_END;
        };
    }

    /**
     * Returns the deed.
     *
     * @param plan of the ring
     */
    public Deed deed(RingPlan plan) {
        return switch (this) {
            case PINGS -> new Deed.Start();
            case REQUEST -> new Deed.Request(plan.requester(), plan.file());
            case QUIT -> new Deed.Quit(plan.leaver());
            case KILL -> new Deed.Kill(plan.victim());
            case SIZES -> new Deed.RequestEach(plan.requester(), plan.numbers());
            case TOGETHER ->
                    new Deed.RequestTogether(List.of(plan.requester(), plan.leaver()), plan.file());
            case MISSING -> new Deed.RequestMissing(plan.requester(), plan.missing());
            case WORDS -> new Deed.TypeWrong(plan.leaver());
            case RUBBISH -> new Deed.SendRubbish(plan.leaver());
            case PAUSE -> new Deed.Pause(plan.leaver());
            case KILLS -> new Deed.KillBoth(plan.victim(), plan.leaver());
            case INTERRUPT -> new Deed.Interrupt(plan.requester());
            case LOSS -> new Deed.RequestUnderLoss(plan.requester(), plan.file());
            case QUITS -> new Deed.QuitBoth(plan.leaver(), plan.victim());
            case NEIGHBOURS -> {
                List<PeerId> pair = IdealRing.successors(plan.members(), plan.leaver(), 2);
                yield new Deed.KillNeighbours(pair.getFirst(), pair.getLast());
            }
            case INPUT_END -> new Deed.EndInput(plan.owner());
        };
    }

    /** Returns the checks without which one that fails says nothing about the program. */
    public static List<CheckName> neededBy(CheckName check) {
        return switch (check) {
            case STARTS -> List.of();
            case PINGS_OVER_UDP, PING_REQUESTS, PING_RESPONSES, REQUEST_SENT ->
                    List.of(CheckName.STARTS);
            case REQUEST_FORWARDED -> List.of(CheckName.STARTS, CheckName.REQUEST_SENT);
            case RESPONSE_OVER_TCP -> List.of(CheckName.STARTS, CheckName.REQUEST_FORWARDED);
            case FILE_IDENTICAL -> List.of(CheckName.STARTS, CheckName.RESPONSE_OVER_TCP);
            case STOP_AND_WAIT, DROP_PROBABILITY, RETRANSMISSION ->
                    List.of(CheckName.STARTS, CheckName.RESPONSE_OVER_TCP);
            case DEPARTURE_TOLD, KILL_NOTICED -> List.of(CheckName.STARTS, CheckName.PING_REQUESTS);
            case DEPARTURE_OVER_TCP, SUCCESSORS_AFTER_QUIT ->
                    List.of(CheckName.STARTS, CheckName.DEPARTURE_TOLD);
            case SUCCESSORS_AFTER_KILL, PINGS_AFTER_KILL ->
                    List.of(CheckName.STARTS, CheckName.KILL_NOTICED);
            case FILE_SIZES, TWO_REQUESTS ->
                    List.of(
                            CheckName.STARTS,
                            CheckName.REQUEST_FORWARDED,
                            CheckName.FILE_IDENTICAL);
            case MISSING_FILE -> List.of(CheckName.STARTS, CheckName.REQUEST_FORWARDED);
            case WRONG_WORDS, RUBBISH, SHORT_PAUSE, CONTROL_C, END_OF_INPUT ->
                    List.of(CheckName.STARTS);
            case REAL_LOSS -> List.of(CheckName.STARTS, CheckName.FILE_IDENTICAL);
            case TWO_QUITS ->
                    List.of(
                            CheckName.STARTS,
                            CheckName.DEPARTURE_TOLD,
                            CheckName.SUCCESSORS_AFTER_QUIT);
            case DEAD_STAYS_DEAD -> List.of(CheckName.STARTS, CheckName.SUCCESSORS_AFTER_KILL);
            case TWO_KILLS ->
                    List.of(
                            CheckName.STARTS,
                            CheckName.SUCCESSORS_AFTER_KILL,
                            CheckName.DEAD_STAYS_DEAD);
            case NEIGHBOURS_KILLED -> List.of(CheckName.STARTS, CheckName.KILL_NOTICED);
        };
    }
}
