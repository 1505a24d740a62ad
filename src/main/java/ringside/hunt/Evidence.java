package ringside.hunt;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.FileEvent.FileReceived;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.FileEvent.TransferFailed;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent.LookupForwarded;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent.ProcessResumed;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The events that give a fault away. */
public final class Evidence {

    private Evidence() {}

    /** Returns whether an event can say anything about a fault; pings and progress cannot. */
    public static boolean isRelevant(StatusEntry entry) {
        return switch (entry.event()) {
            case NeighbourEvent.NeighboursChanged _,
                    NeighbourEvent.PeerDead _,
                    NeighbourEvent.LinkMended _,
                    LifeEvent.Running _,
                    LifeEvent.Left _,
                    LookupForwarded _,
                    FileReceived _,
                    TransferStarted _,
                    TransferFailed _,
                    ProcessResumed _ ->
                    true;
            case SegmentTraced traced -> traced.step().isNotable();
            case StatusEvent _ -> false;
        };
    }

    /**
     * Returns the events that give a hidden fault away, oldest first; empty while it has not
     * mattered.
     *
     * @param entries the relevant events since the ring was started, oldest first
     * @param nowMicros the time until which they are known, in microseconds since the epoch
     */
    public static List<StatusEntry> of(Suspect hidden, List<StatusEntry> entries, long nowMicros) {
        PeerId peer = hidden.peer();
        NeighbourEvidence neighbours = new NeighbourEvidence(peer, entries);
        TransferEvidence transfers = new TransferEvidence(peer, entries);
        return switch (hidden.fault()) {
            case OWNER_WRONG_AT_WRAP -> neighbours.ownFilesPassedOn();
            case DEAD_AFTER_ONE_MISS -> neighbours.deathsAfterOneMiss();
            case TAKES_DEAD_PEER_BACK -> neighbours.deadTakenBack();
            case SECOND_SUCCESSOR_NEVER_UPDATED -> neighbours.secondNotUpdated();
            case QUITS_WITHOUT_A_WORD -> neighbours.deathsOfALeaver();
            case FORWARDS_FOR_EVER -> neighbours.passedOnAgain();
            case NEVER_SENDS_AGAIN -> transfers.notSentAgain(nowMicros);
            case ACKNOWLEDGES_WRONG_NUMBER -> transfers.timeOutsOfSendersToIt();
            case SEQUENCE_STANDS_STILL -> transfers.timeOutsOfItsOwn();
            case WRITES_DUPLICATE_TWICE -> transfers.receivedTooLong();
            case HALF_FILE_UNDER_FINAL_NAME -> transfers.receivedTooShort();
            case ANSWERS_FOR_MISSING_FILE -> transfers.emptyFilesSent();
        };
    }
}
