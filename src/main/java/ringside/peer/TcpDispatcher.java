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
        protocols.recordSignOfLife(asked.question().from());
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
            case Message.SuccessorWanted wanted -> {
                context.answer(exchange, new Message.Accepted());
                protocols.searches.onWanted(wanted);
            }
            case Message.SuccessorFound found -> {
                context.answer(exchange, new Message.Accepted());
                protocols.searches.onFound(found);
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
    void onAnswered(QuestionPurpose<?> purpose, Message.Reply reply) {
        switch (purpose) {
            case QuestionPurpose.NeighboursAsked asked
                    when reply instanceof Message.Neighbours answer ->
                    onNeighbours(asked, answer);
            case QuestionPurpose.Notice notice when reply instanceof Message.Accepted ->
                    onConfirmed(notice);
            case QuestionPurpose.InventoryShown shown
                    when reply instanceof Message.InventoryReply answer ->
                    protocols.antiEntropy.onAnswered(shown, answer);
            case QuestionPurpose.OfferMade made when reply instanceof Message.OfferReply answer ->
                    protocols.uploads.onOfferAnswered(made, answer);
            case QuestionPurpose.SenderTest test
                    when reply instanceof Message.SendingReply answer ->
                    protocols.downloads.senderWatchdog.onAnswered(test, answer);
            case QuestionPurpose.NeighboursAsked _,
                    QuestionPurpose.Notice _,
                    QuestionPurpose.InventoryShown _,
                    QuestionPurpose.OfferMade _,
                    QuestionPurpose.SenderTest _ ->
                    onUnanswered(purpose);
        }
    }

    private void onNeighbours(QuestionPurpose.NeighboursAsked purpose, Message.Neighbours answer) {
        switch (purpose) {
            case QuestionPurpose.Repair repair -> protocols.stabilizer.onRepaired(repair, answer);
            case QuestionPurpose.Between between ->
                    protocols.stabilizer.onBetween(between.asked(), answer);
            case QuestionPurpose.SuccessorTest test ->
                    protocols.neighbourhood.secondSuccessorAnswered(test.asked());
            case QuestionPurpose.LostPeerTest ringMerge -> {
                if (protocols.recordSignOfLife(ringMerge.asked())) {
                    protocols.ringMerge.onAnswer(ringMerge.asked(), answer);
                }
            }
            case QuestionPurpose.SignOfLife sign ->
                    protocols.tombstones.recordSignOfLife(sign.asked());
            case QuestionPurpose.Meet meet -> protocols.stabilizer.onMet(meet.asked(), answer);
            case QuestionPurpose.PredecessorTest test ->
                    protocols.stabilizer.onTested(test.asked());
            case QuestionPurpose.Join join -> protocols.joinProtocol.onAnswer(join.asked(), answer);
            case QuestionPurpose.RangeWanted wanted ->
                    protocols.replicaRange.onAnswer(wanted.asked(), answer);
        }
    }

    private void onConfirmed(QuestionPurpose.Notice purpose) {
        switch (purpose) {
            case QuestionPurpose.DepartureNotice departure ->
                    protocols.leaveProtocol.onDepartureNoticeEnded(departure.to());
            case QuestionPurpose.LookupHop _,
                    QuestionPurpose.SuccessorHop _,
                    QuestionPurpose.SuccessorNotice _,
                    QuestionPurpose.OwnerNotice _,
                    QuestionPurpose.TransferOverNotice _,
                    QuestionPurpose.KeptNotice _,
                    QuestionPurpose.ReplicaAsked _ -> {}
        }
    }

    void onUnanswered(QuestionPurpose<?> purpose) {
        switch (purpose) {
            case QuestionPurpose.Repair repair -> protocols.stabilizer.onRepairSilent(repair);
            case QuestionPurpose.Between between -> protocols.stabilizer.onBetweenSilent();
            case QuestionPurpose.SuccessorTest test ->
                    protocols.neighbourhood.secondSuccessorSilent(test.asked());
            case QuestionPurpose.LostPeerTest ringMerge ->
                    protocols.lostPeers.didNotAnswer(ringMerge.asked());
            case QuestionPurpose.SignOfLife sign -> {}
            case QuestionPurpose.Meet meet -> {}
            case QuestionPurpose.PredecessorTest test ->
                    protocols.neighbourhood.predecessorSilent(test.asked());
            case QuestionPurpose.Join join -> protocols.joinProtocol.onSilence();
            case QuestionPurpose.LookupHop hop -> protocols.lookups.onHopUnreachable(hop);
            case QuestionPurpose.SuccessorHop hop -> protocols.searches.onHopUnreachable(hop);
            case QuestionPurpose.SuccessorNotice notice -> {}
            case QuestionPurpose.OfferMade made -> protocols.uploads.onOfferUnanswered(made);
            case QuestionPurpose.SenderTest test ->
                    protocols.downloads.senderWatchdog.onUnanswered(test);
            case QuestionPurpose.DepartureNotice departure ->
                    protocols.leaveProtocol.onDepartureNoticeEnded(departure.to());
            case QuestionPurpose.InventoryShown shown -> protocols.antiEntropy.onUnanswered(shown);
            case QuestionPurpose.RangeWanted wanted -> protocols.replicaRange.onSilence();
            case QuestionPurpose.OwnerNotice notice -> {}
            case QuestionPurpose.TransferOverNotice notice ->
                    protocols.downloads.onOverUnanswered(notice);
            case QuestionPurpose.KeptNotice notice -> {}
            case QuestionPurpose.ReplicaAsked asked -> protocols.damageRepair.onRefused(asked);
        }
    }
}
