package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.TransferPurpose;

/**
 * Handles a lookup at the owner: answers and sends the file (SPEC 3.3), or passes the lookup on to
 * the next holder (SPEC 8.5).
 */
final class LookupResponder {

    /**
     * Interval of the notices sent while the file is still being read: short enough that one
     * arrives within the 5 s that a requester waits, even if one of them is lost (SPEC 3.2).
     */
    private static final long READING_MS = 1_500;

    private final PeerContext context;
    private final Uploads uploads;
    private final HeldFiles held;
    private final InitialSync initialSync;
    private final NextHolder nextHolder;
    private final Consumer<Message.Lookup> onReturned;

    /** The way to the next holder of a file (SPEC 8.5). */
    interface NextHolder {
        /**
         * Passes a lookup on to the next holder; returns false, and does nothing, if there is none.
         */
        boolean tryPass(Message.Lookup lookup);
    }

    /** Requests whose files the disk is reading. */
    private final List<Timer.ReadingDue> reading = new ArrayList<>();

    /**
     * Creates a responder.
     *
     * @param nextHolder takes a lookup for a file that is not here
     * @param onReturned receives this peer's own request if it has become the owner meanwhile
     */
    LookupResponder(
            PeerContext context,
            Uploads uploads,
            HeldFiles held,
            InitialSync initialSync,
            NextHolder nextHolder,
            Consumer<Message.Lookup> onReturned) {
        this.context = context;
        this.uploads = uploads;
        this.held = held;
        this.initialSync = initialSync;
        this.nextHolder = nextHolder;
        this.onReturned = onReturned;
    }

    void onOwned(Message.Lookup lookup) {
        switch (lookup.purpose()) {
            case REQUEST -> {
                boolean isHeld = held.has(lookup.number());
                boolean isMine = lookup.requester().equals(context.self);
                boolean mayBeOld = isHeld && !initialSync.isSettled();
                boolean isElsewhere = mayBeOld || (isMine && !isHeld);
                if (isElsewhere && nextHolder.tryPass(lookup)) {
                    return;
                }
                if (isMine) {
                    onReturned.accept(lookup);
                } else {
                    respond(lookup);
                }
            }
            case STORE, RETURN -> {
                reportArrival(lookup, false);
                notifyRequester(lookup.requester(), lookup.lookupId(), false);
            }
        }
    }

    /** Starts sending the file, unless a repeated request finds it already being read. */
    private void respond(Message.Lookup lookup) {
        Timer.ReadingDue due = dueFor(lookup);
        if (reading.contains(due)) {
            return;
        }
        reading.add(due);
        context.callLaterMs(due, READING_MS);
        uploads.send(
                new FileEffect.Source.Anywhere(lookup.number()),
                lookup.requester(),
                TransferPurpose.REQUEST,
                lookup.lookupId(),
                new Response(lookup));
    }

    void onReadingDue(Timer.ReadingDue due) {
        if (reading.contains(due)) {
            notifyRequester(due.requester(), due.lookupId(), true);
            context.callLaterMs(due, READING_MS);
        }
    }

    private static Timer.ReadingDue dueFor(Message.Lookup lookup) {
        return new Timer.ReadingDue(lookup.requester(), lookup.lookupId(), lookup.number());
    }

    private void reportArrival(Message.Lookup lookup, boolean held) {
        context.report(
                new LookupEvent.LookupArrived(
                        lookup.lookupId(),
                        lookup.purpose(),
                        lookup.number(),
                        lookup.requester(),
                        lookup.hop(),
                        held));
    }

    private void notifyRequester(PeerId requester, long lookupId, boolean held) {
        context.ask(
                requester,
                new Message.OwnerFound(context.self, lookupId, held),
                new QuestionPurpose.OwnerNotice(lookupId));
    }

    private final class Response implements SendListener {

        private final Message.Lookup lookup;

        Response(Message.Lookup lookup) {
            this.lookup = lookup;
        }

        @Override
        public void found(StoredFile file) {
            reading.remove(dueFor(lookup));
            reportArrival(lookup, true);
            context.print("File " + lookup.number() + " is here.");
            context.print(
                    "A response message, destined for peer "
                            + lookup.requester()
                            + ", has been sent.");
        }

        @Override
        public void unavailable(String reason) {
            reading.remove(dueFor(lookup));
            context.print(
                    "File " + lookup.number() + " should be here, but it is not: " + reason + ".");
            if (!nextHolder.tryPass(lookup)) {
                reportArrival(lookup, false);
                notifyRequester(lookup.requester(), lookup.lookupId(), false);
            }
        }

        @Override
        public void delivered(StoredFile file) {}

        @Override
        public void failed(String reason) {
            reading.remove(dueFor(lookup));
            context.print("The file " + lookup.number() + " could not be sent: " + reason + ".");
            context.report(
                    new LifeEvent.ActionFailed(
                            "send " + lookup.number() + " to " + lookup.requester(), reason));
        }
    }
}
