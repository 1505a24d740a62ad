package ringside.peer;

/**
 * What is said over TCP: which concern a stranger's question is for, and which one waited for the
 * answer to a question of ours.
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
            case Message.CopyWanted wanted ->
                    context.answer(exchange, protocols.replicaIntake.onCopyWanted(wanted));
            case Message.Kept kept -> {
                context.answer(exchange, new Message.Accepted());
                protocols.storeRequests.onKept(kept);
            }
            case Message.OwnerFound found -> {
                context.answer(exchange, new Message.Accepted());
                protocols.lookups.onOwnerTold(found);
            }
        }
    }

    private Message.Reply answerTo(Message.Inventory inventory) {
        return protocols.leaveProtocol.hasBegun()
                ? new Message.Refused("peer " + context.self + " is leaving")
                : new Message.Lacking(
                        protocols.replicaIntake.onInventory(inventory),
                        protocols.replicator.isCopied());
    }

    void onAnswered(Purpose purpose, Message.Reply reply) {
        if (purpose instanceof Purpose.OfferMade made) {
            protocols.uploads.onOfferAnswered(made, reply);
            return;
        }
        switch (reply) {
            case Message.Neighbours neighbours -> onNeighbours(purpose, neighbours);
            case Message.Lacking lacking -> onLacking(purpose, lacking);
            case Message.Accepted accepted -> onAccepted(purpose);
            case Message.Welcome welcome -> onUnanswered(purpose);
            case Message.Refused refused -> onRefused(purpose);
        }
    }

    private void onNeighbours(Purpose purpose, Message.Neighbours answer) {
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
            case Purpose.LookupHop hop -> protocols.lookups.onHopUnreachable(hop);
            case Purpose.Farewell farewell ->
                    protocols.leaveProtocol.onFarewellEnded(farewell.told());
            case Purpose.OfferMade made -> protocols.uploads.onOfferUnanswered(made);
            case Purpose.SenderTest test -> protocols.downloads.senderWatchdog.onUnanswered(test);
            case Purpose.InventoryShown shown -> protocols.antiEntropy.onUnanswered(shown);
            case Purpose.RangeWanted wanted ->
                    protocols.replicaRange.onAnswer(wanted.asked(), answer);
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> {}
            case Purpose.KeptTold told -> {}
            case Purpose.CopyAsked asked -> protocols.damageRepair.onRefused(asked);
        }
    }

    private void onLacking(Purpose purpose, Message.Lacking lacking) {
        if (purpose instanceof Purpose.InventoryShown shown) {
            protocols.antiEntropy.onLacking(shown, lacking);
        } else {
            onUnanswered(purpose);
        }
    }

    private void onRefused(Purpose purpose) {
        if (purpose instanceof Purpose.InventoryShown shown) {
            protocols.antiEntropy.onRefused(shown);
        } else if (purpose instanceof Purpose.SenderTest test) {
            protocols.downloads.senderWatchdog.onEnded(test);
        } else {
            onUnanswered(purpose);
        }
    }

    private void onAccepted(Purpose purpose) {
        switch (purpose) {
            case Purpose.Farewell farewell ->
                    protocols.leaveProtocol.onFarewellEnded(farewell.told());
            case Purpose.LookupHop hop -> {}
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> {}
            case Purpose.KeptTold told -> {}
            case Purpose.CopyAsked asked -> {}
            case Purpose.InventoryShown shown -> onUnanswered(shown);
            case Purpose.RangeWanted wanted -> onUnanswered(wanted);
            case Purpose.Repair repair -> onUnanswered(repair);
            case Purpose.Between between -> onUnanswered(between);
            case Purpose.SuccessorTest test -> onUnanswered(test);
            case Purpose.RingMerge ringMerge -> onUnanswered(ringMerge);
            case Purpose.SignOfLife sign -> onUnanswered(sign);
            case Purpose.Meet meet -> onUnanswered(meet);
            case Purpose.PredecessorTest test -> onUnanswered(test);
            case Purpose.Join join -> onUnanswered(join);
            case Purpose.OfferMade made -> onUnanswered(made);
            case Purpose.SenderTest test -> protocols.downloads.senderWatchdog.onSends(test);
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
            case Purpose.Farewell farewell ->
                    protocols.leaveProtocol.onFarewellEnded(farewell.told());
            case Purpose.InventoryShown shown -> protocols.antiEntropy.onUnanswered(shown);
            case Purpose.RangeWanted wanted -> protocols.replicaRange.onSilence();
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> protocols.downloads.onOverUnanswered(told);
            case Purpose.KeptTold told -> {}
            case Purpose.CopyAsked asked -> protocols.damageRepair.onRefused(asked);
        }
    }
}
