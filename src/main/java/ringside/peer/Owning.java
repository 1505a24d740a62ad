package ringside.peer;

import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.TransferPurpose;

/** What an owner does with a lookup that has arrived: it answers, and sends the file (SPEC 3.3). */
final class Owning {

    private final Surroundings at;
    private final Sending sending;

    Owning(Surroundings at, Sending sending) {
        this.at = at;
        this.sending = sending;
    }

    void onOwned(Message.Lookup lookup) {
        switch (lookup.purpose()) {
            case REQUEST ->
                    sending.send(
                            new FileSource.Anywhere(lookup.number()),
                            lookup.requester(),
                            TransferPurpose.REQUEST,
                            lookup.lookupId(),
                            new Response(lookup));
            case STORE -> {
                reportArrival(lookup, false);
                tellOwner(lookup, false);
            }
        }
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
            reportArrival(lookup, false);
            at.print("File " + lookup.number() + " should be here, but it is not: " + reason + ".");
            tellOwner(lookup, false);
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
