package ringside.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/** The invariants of every transfer, as observed on the network between the peers (SPEC 3, 4). */
final class FlowInvariants {

    private record FlowKey(PeerId sender, long transferId) {}

    private record RequestKey(PeerId requester, long lookupId) {}

    private final Map<FlowKey, Flow> flows = new HashMap<>();
    private final Set<RequestKey> answered = new HashSet<>();

    /** Checks that a request is answered at most once. */
    void offerAnswered(PeerId receiver, Message.Offer offer, Message.Reply reply) {
        if (reply instanceof Message.Welcome welcome) {
            flows.put(new FlowKey(offer.from(), offer.transferId()), new Flow(offer, welcome));
            require(
                    offer.purpose() != TransferPurpose.REQUEST
                            || answered.add(new RequestKey(receiver, offer.lookupId())),
                    "a request is answered at most once",
                    offer);
        }
    }

    /**
     * Checks that at most one segment is outstanding in stop-and-wait, and at most a window
     * otherwise.
     */
    void sent(PeerId sender, Datagram.Segment segment) {
        Flow flow = flows.get(new FlowKey(sender, segment.transferId()));
        require(flow != null, "nothing flows that was not welcome", segment);
        if (flow != null) {
            long end = segment.sequence() - 1 + segment.data().length();
            require(end <= flow.acknowledged + flow.most, "the window is kept", segment);
        }
    }

    void delivered(PeerId sender, Datagram.Receipt receipt) {
        Flow flow = flows.get(new FlowKey(sender, receipt.transferId()));
        if (flow != null) {
            flow.acknowledged = Math.max(flow.acknowledged, receipt.acknowledgement() - 1);
        }
    }

    private static void require(boolean holds, String name, Object what) {
        if (!holds) {
            throw new AssertionError(name + ": " + what);
        }
    }

    private static final class Flow {
        /** Most bytes that may be under way. */
        final long most;

        long acknowledged;

        Flow(Message.Offer offer, Message.Welcome welcome) {
            long segments =
                    offer.window() == 1
                            ? 1
                            : Math.clamp(welcome.room() / offer.mss(), 1, offer.window());
            most = segments * offer.mss();
            acknowledged = welcome.offset();
        }
    }
}
