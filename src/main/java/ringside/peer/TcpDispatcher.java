package ringside.peer;

/**
 * Dispatches TCP messages: incoming questions to the protocol concerned, and answers to the
 * protocol that asked.
 */
final class TcpDispatcher {

    private final PeerContext context;
    private final Protocols protocols;

    TcpDispatcher(PeerContext context, Protocols protocols) {
        this.context = context;
        this.protocols = protocols;
    }

    void onAsked(Input.Asked asked) {
        long exchange = asked.exchange();
        protocols.heardFrom(asked.question().from());
        switch (asked.question()) {
            case Message.NeighboursWanted wanted ->
                    context.answer(exchange, protocols.neighbourhood.asMessage());
            case Message.Offer offer -> protocols.downloads.onOffer(exchange, offer);
            case Message.StillSending test ->
                    context.answer(
                            exchange,
                            protocols.uploads.isSending(test.from(), test.transferId())
                                    ? new Message.Accepted()
                                    : new Message.Refused(
                                            "peer " + context.self + " has ended it"));
            case Message.TransferOver over -> {
                context.answer(exchange, new Message.Accepted());
                protocols.uploads.onOver(over);
                protocols.downloads.onOver(over);
            }
            case Message.Departure departure -> {
                context.answer(exchange, new Message.Accepted());
                protocols.stabilizer.onDeparture(departure);
            }
            case Message.Lookup lookup -> {
                context.answer(exchange, new Message.Accepted());
                protocols.lookups.onLookup(lookup);
            }
            case Message.Inventory inventory -> context.answer(exchange, answerTo(inventory));
            case Message.ReplicaWanted wanted ->
                    context.answer(exchange, protocols.replicaIntake.onReplicaWanted(wanted));
            case Message.Kept kept -> {
                context.answer(exchange, new Message.Accepted());
                protocols.storeRequests.onKept(kept);
            }
            case Message.OwnerFound found -> {
                context.answer(exchange, new Message.Accepted());
                protocols.lookups.onOwnerFound(found);
            }
        }
    }

    private Message.Reply answerTo(Message.Inventory inventory) {
        return protocols.leaveProtocol.hasBegun()
                ? new Message.Refused("peer " + context.self + " is leaving")
                : new Message.Lacking(
                        protocols.replicaIntake.onInventory(inventory),
                        protocols.replicator.isReplicated());
    }

    /** Dispatches an answer; one of an unexpected kind counts as no answer. */
    void onAnswered(Purpose purpose, Message.Reply reply) {
        switch (purpose) {
            case Purpose.NeighboursAsked asked when reply instanceof Message.Neighbours answer ->
                    onNeighbours(asked, answer);
            case Purpose.Notice notice when reply instanceof Message.Accepted ->
                    onConfirmed(notice);
            case Purpose.InventoryShown shown when reply instanceof Message.InventoryReply answer ->
                    protocols.antiEntropy.onAnswered(shown, answer);
            case Purpose.OfferMade made when reply instanceof Message.OfferReply answer ->
                    protocols.uploads.onOfferAnswered(made, answer);
            case Purpose.SenderTest test when reply instanceof Message.SendingReply answer ->
                    protocols.downloads.senderWatchdog.onAnswered(test, answer);
            case Purpose.NeighboursAsked _,
                    Purpose.Notice _,
                    Purpose.InventoryShown _,
                    Purpose.OfferMade _,
                    Purpose.SenderTest _ ->
                    onUnanswered(purpose);
        }
    }

    private void onNeighbours(Purpose.NeighboursAsked purpose, Message.Neighbours answer) {
        switch (purpose) {
            case Purpose.Repair repair -> protocols.stabilizer.onRepaired(repair, answer);
            case Purpose.Between between -> protocols.stabilizer.onBetween(between.asked(), answer);
            case Purpose.SuccessorTest test ->
                    protocols.neighbourhood.secondSuccessorAnswered(test.asked());
            case Purpose.RingMerge ringMerge -> {
                if (protocols.heardFrom(ringMerge.asked())) {
                    protocols.ringMerge.onAnswer(ringMerge.asked(), answer);
                }
            }
            case Purpose.SignOfLife sign -> protocols.tombstones.heardFrom(sign.asked());
            case Purpose.Meet meet -> protocols.stabilizer.onMet(meet.asked(), answer);
            case Purpose.PredecessorTest test -> protocols.stabilizer.onTested(test.asked());
            case Purpose.Join join -> protocols.joinProtocol.onAnswer(join.asked(), answer);
            case Purpose.RangeWanted wanted ->
                    protocols.replicaRange.onAnswer(wanted.asked(), answer);
        }
    }

    private void onConfirmed(Purpose.Notice purpose) {
        switch (purpose) {
            case Purpose.DepartureNotice departure ->
                    protocols.leaveProtocol.onDepartureNoticeEnded(departure.to());
            case Purpose.LookupHop _,
                    Purpose.OwnerNotice _,
                    Purpose.TransferOverNotice _,
                    Purpose.KeptNotice _,
                    Purpose.ReplicaAsked _ -> {}
        }
    }

    void onUnanswered(Purpose purpose) {
        switch (purpose) {
            case Purpose.Repair repair -> protocols.stabilizer.onRepairSilent(repair);
            case Purpose.Between between -> protocols.stabilizer.onBetweenSilent();
            case Purpose.SuccessorTest test ->
                    protocols.neighbourhood.secondSuccessorSilent(test.asked());
            case Purpose.RingMerge ringMerge -> protocols.lostPeers.didNotAnswer(ringMerge.asked());
            case Purpose.SignOfLife sign -> {}
            case Purpose.Meet meet -> {}
            case Purpose.PredecessorTest test ->
                    protocols.neighbourhood.predecessorSilent(test.asked());
            case Purpose.Join join -> protocols.joinProtocol.onSilence();
            case Purpose.LookupHop hop -> protocols.lookups.onHopUnreachable(hop);
            case Purpose.OfferMade made -> protocols.uploads.onOfferUnanswered(made);
            case Purpose.SenderTest test -> protocols.downloads.senderWatchdog.onUnanswered(test);
            case Purpose.DepartureNotice departure ->
                    protocols.leaveProtocol.onDepartureNoticeEnded(departure.to());
            case Purpose.InventoryShown shown -> protocols.antiEntropy.onUnanswered(shown);
            case Purpose.RangeWanted wanted -> protocols.replicaRange.onSilence();
            case Purpose.OwnerNotice notice -> {}
            case Purpose.TransferOverNotice notice -> protocols.downloads.onOverUnanswered(notice);
            case Purpose.KeptNotice notice -> {}
            case Purpose.ReplicaAsked asked -> protocols.damageRepair.onRefused(asked);
        }
    }
}
