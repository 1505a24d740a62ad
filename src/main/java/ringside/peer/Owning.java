package ringside.peer;

import java.util.function.Consumer;
import java.util.function.Predicate;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.TransferPurpose;

/**
 * What an owner does with a lookup that has arrived: it answers, and sends the file (SPEC 3.3), or
 * asks the next holder for it (SPEC 8.5).
 */
final class Owning {

    private final Surroundings at;
    private final Sending sending;
    private final HeldFiles held;
    private final Settling settling;
    private final Predicate<Message.Lookup> goOnToCopy;
    private final Consumer<Message.Lookup> cameHome;

    /**
     * Answers.
     *
     * @param goOnToCopy passes a lookup on to the next holder, if there is one
     * @param cameHome is given the own request of this peer, which has become the owner meanwhile
     */
    Owning(
            Surroundings at,
            Sending sending,
            HeldFiles held,
            Settling settling,
            Predicate<Message.Lookup> goOnToCopy,
            Consumer<Message.Lookup> cameHome) {
        this.at = at;
        this.sending = sending;
        this.held = held;
        this.settling = settling;
        this.goOnToCopy = goOnToCopy;
        this.cameHome = cameHome;
    }

    void onOwned(Message.Lookup lookup) {
        switch (lookup.purpose()) {
            case REQUEST -> {
                boolean isHeld = held.has(lookup.number());
                boolean isMine = lookup.requester().equals(at.self);
                boolean mayBeOld = isHeld && !settling.isSettled();
                boolean isElsewhere = mayBeOld || (isMine && !isHeld);
                if (isElsewhere && goOnToCopy.test(lookup)) {
                    return;
                }
                if (isMine) {
                    cameHome.accept(lookup);
                } else {
                    respond(lookup);
                }
            }
            case STORE, RETURN -> {
                reportArrival(lookup, false);
                tellOwner(lookup, false);
            }
        }
    }

    private void respond(Message.Lookup lookup) {
        sending.send(
                new FileSource.Anywhere(lookup.number()),
                lookup.requester(),
                TransferPurpose.REQUEST,
                lookup.lookupId(),
                new Response(lookup));
    }

    private void reportArrival(Message.Lookup lookup, boolean held) {
        at.report(
                new LookupEvent.LookupArrived(
                        lookup.lookupId(),
                        lookup.purpose(),
                        lookup.number(),
                        lookup.requester(),
                        lookup.hop(),
                        held));
    }

    private void tellOwner(Message.Lookup lookup, boolean held) {
        at.ask(
                lookup.requester(),
                new Message.OwnerFound(at.self, lookup.lookupId(), held),
                new Purpose.OwnerTold(lookup.lookupId()));
    }

    private final class Response implements Errand {

        private final Message.Lookup lookup;

        Response(Message.Lookup lookup) {
            this.lookup = lookup;
        }

        @Override
        public void found(StoredFile file) {
            reportArrival(lookup, true);
            at.print("File " + lookup.number() + " is here.");
            at.print(
                    "A response message, destined for peer " + lookup.requester()
                            + ", has been sent.");
        }

        @Override
        public void unavailable(String reason) {
            at.print("File " + lookup.number() + " should be here, but it is not: " + reason + ".");
            if (!goOnToCopy.test(lookup)) {
                reportArrival(lookup, false);
                tellOwner(lookup, false);
            }
        }

        @Override
        public void delivered(StoredFile file) {}

        @Override
        public void failed(String reason) {
            at.print("The file " + lookup.number() + " could not be sent: " + reason + ".");
            at.report(
                    new LifeEvent.ActionFailed(
                            "send " + lookup.number() + " to " + lookup.requester(), reason));
        }
    }
}
