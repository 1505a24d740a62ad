package ringside.peer;

/**
 * What is said over TCP: which concern a stranger's question is for, and which one waited for the
 * answer to a question of ours.
 */
final class Conversations {

    private final Surroundings at;
    private final Concerns its;

    Conversations(Surroundings at, Concerns its) {
        this.at = at;
        this.its = its;
    }

    void onAsked(Input.Asked asked) {
        long exchange = asked.exchange();
        its.heardFrom(asked.question().from());
        switch (asked.question()) {
            case Message.NeighboursWanted wanted ->
                    at.answer(exchange, its.neighbourhood.asMessage());
            case Message.Offer offer -> its.receiving.onOffer(exchange, offer);
            case Message.StillSending test ->
                    at.answer(
                            exchange,
                            its.sending.isSending(test.from(), test.transferId())
                                    ? new Message.Accepted()
                                    : new Message.Refused("peer " + at.self + " has ended it"));
            case Message.TransferOver over -> {
                at.answer(exchange, new Message.Accepted());
                its.sending.onOver(over);
                its.receiving.onOver(over);
            }
            case Message.Departure departure -> {
                at.answer(exchange, new Message.Accepted());
                its.stabilising.onDeparture(departure);
            }
            case Message.Lookup lookup -> {
                at.answer(exchange, new Message.Accepted());
                its.lookups.onLookup(lookup);
            }
            case Message.Inventory inventory -> at.answer(exchange, answerTo(inventory));
            case Message.CopyWanted wanted -> at.answer(exchange, its.keeping.onCopyWanted(wanted));
            case Message.Kept kept -> {
                at.answer(exchange, new Message.Accepted());
                its.storing.onKept(kept);
            }
            case Message.OwnerFound found -> {
                at.answer(exchange, new Message.Accepted());
                its.lookups.onOwnerTold(found);
            }
        }
    }

    private Message.Reply answerTo(Message.Inventory inventory) {
        return its.leaving.hasBegun()
                ? new Message.Refused("peer " + at.self + " is leaving")
                : new Message.Lacking(
                        its.keeping.onInventory(inventory), its.replicating.isCopied());
    }

    void onAnswered(Purpose purpose, Message.Reply reply) {
        if (purpose instanceof Purpose.OfferMade made) {
            its.sending.onOfferAnswered(made, reply);
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
            case Purpose.Repair repair -> its.stabilising.onRepaired(repair, answer);
            case Purpose.Between between -> its.stabilising.onBetween(between.asked(), answer);
            case Purpose.SuccessorTest test ->
                    its.neighbourhood.secondSuccessorAnswered(test.asked());
            case Purpose.Reunion reunion -> {
                if (its.heardFrom(reunion.asked())) {
                    its.reunion.onAnswer(reunion.asked(), answer);
                }
            }
            case Purpose.SignOfLife sign -> its.buried.heardFrom(sign.asked());
            case Purpose.Meet meet -> its.stabilising.onMet(meet.asked(), answer);
            case Purpose.PredecessorTest test -> its.stabilising.onTested(test.asked());
            case Purpose.Join join -> its.joining.onAnswer(join.asked(), answer);
            case Purpose.LookupHop hop -> its.lookups.onHopUnreachable(hop);
            case Purpose.Farewell farewell -> its.leaving.onFarewellEnded(farewell.told());
            case Purpose.OfferMade made -> its.sending.onOfferUnanswered(made);
            case Purpose.SenderTest test -> its.receiving.silentSenders.onUnanswered(test);
            case Purpose.InventoryShown shown -> its.comparing.onUnanswered(shown);
            case Purpose.RangeWanted wanted -> its.range.onAnswer(wanted.asked(), answer);
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> {}
            case Purpose.KeptTold told -> {}
            case Purpose.CopyAsked asked -> its.mending.onRefused(asked);
        }
    }

    private void onLacking(Purpose purpose, Message.Lacking lacking) {
        if (purpose instanceof Purpose.InventoryShown shown) {
            its.comparing.onLacking(shown, lacking);
        } else {
            onUnanswered(purpose);
        }
    }

    private void onRefused(Purpose purpose) {
        if (purpose instanceof Purpose.InventoryShown shown) {
            its.comparing.onRefused(shown);
        } else if (purpose instanceof Purpose.SenderTest test) {
            its.receiving.silentSenders.onEnded(test);
        } else {
            onUnanswered(purpose);
        }
    }

    private void onAccepted(Purpose purpose) {
        switch (purpose) {
            case Purpose.Farewell farewell -> its.leaving.onFarewellEnded(farewell.told());
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
            case Purpose.Reunion reunion -> onUnanswered(reunion);
            case Purpose.SignOfLife sign -> onUnanswered(sign);
            case Purpose.Meet meet -> onUnanswered(meet);
            case Purpose.PredecessorTest test -> onUnanswered(test);
            case Purpose.Join join -> onUnanswered(join);
            case Purpose.OfferMade made -> onUnanswered(made);
            case Purpose.SenderTest test -> its.receiving.silentSenders.onSends(test);
        }
    }

    void onUnanswered(Purpose purpose) {
        switch (purpose) {
            case Purpose.Repair repair -> its.stabilising.onRepairSilent(repair);
            case Purpose.Between between -> its.stabilising.onBetweenSilent();
            case Purpose.SuccessorTest test ->
                    its.neighbourhood.secondSuccessorSilent(test.asked());
            case Purpose.Reunion reunion -> its.lost.didNotAnswer(reunion.asked());
            case Purpose.SignOfLife sign -> {}
            case Purpose.Meet meet -> {}
            case Purpose.PredecessorTest test -> its.neighbourhood.predecessorSilent(test.asked());
            case Purpose.Join join -> its.joining.onSilence();
            case Purpose.LookupHop hop -> its.lookups.onHopUnreachable(hop);
            case Purpose.OfferMade made -> its.sending.onOfferUnanswered(made);
            case Purpose.SenderTest test -> its.receiving.silentSenders.onUnanswered(test);
            case Purpose.Farewell farewell -> its.leaving.onFarewellEnded(farewell.told());
            case Purpose.InventoryShown shown -> its.comparing.onUnanswered(shown);
            case Purpose.RangeWanted wanted -> its.range.onSilence();
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> its.receiving.onOverUnanswered(told);
            case Purpose.KeptTold told -> {}
            case Purpose.CopyAsked asked -> its.mending.onRefused(asked);
        }
    }
}
