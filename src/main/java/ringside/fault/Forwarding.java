package ringside.fault;

import ringside.peer.Effect;
import ringside.peer.Message;
import ringside.peer.QuestionPurpose;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;

/** A request that is passed on where the core would have answered it. */
final class Forwarding {

    private Forwarding() {}

    /** Does what a core does with a request for somebody else's file, and says the same. */
    static void forward(Message.Lookup received, Message.Lookup onward, PeerId to, Border border) {
        print("File " + received.number() + " is not stored here.", border);
        print("File request message has been forwarded to my successor.", border);
        border.carryOut(new Effect.Ask(to, onward, new QuestionPurpose.LookupHop(onward, to)));
        border.carryOut(
                new Effect.Report(
                        new LookupEvent.LookupForwarded(
                                onward.lookupId(),
                                onward.number(),
                                onward.requester(),
                                received.hop(),
                                to,
                                onward.meant(),
                                onward.replica())));
    }

    private static void print(String line, Border border) {
        border.carryOut(new Effect.PrintNews(line));
    }
}
