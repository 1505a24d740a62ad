package ringside.peer;

import ringside.ring.PeerId;
import ringside.status.NeighboursCause;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.TransferPurpose;
import org.jspecify.annotations.Nullable;

/**
 * A peer of the ring: a function of state, time and input, with its effects in an outbox. It does
 * no I/O; whoever runs it carries the effects out and feeds their outcomes back. One thread at a
 * time.
 *
 * <p>This class only knows which concern an input belongs to. A newcomer that is still looking for
 * its place answers nobody, and neither does a peer that has said goodbye (SPEC 5.1, 7.1).
 */
public final class Peer {

    private final Surroundings at;
    private final Origin origin;
    private final Buried buried;
    private final Pings pings;
    private final Neighbourhood neighbourhood;
    private final Stabilising stabilising;
    private final HeldFiles held;
    private final Sending sending;
    private final Receiving receiving;
    private final Lookups lookups;
    private final Requesting requesting;
    private final Storing storing;
    private final Handover handover;
    private final Leaving leaving;
    private final Joining joining;
    private boolean isMember;

    /**
     * A peer that has not begun; {@link Input.Started} begins it.
     *
     * @param seed of everything that looks random about it: losses, ids of lookups and transfers
     */
    public Peer(PeerId self, PeerSettings settings, Origin origin, long seed) {
        this.origin = origin;
        at = new Surroundings(self, settings, seed);
        buried = new Buried(at);
        pings = new Pings(at, this::onDeath);
        neighbourhood = new Neighbourhood(at, pings, buried, this::onPredecessorChanged);
        stabilising = new Stabilising(at, neighbourhood, buried);
        held = new HeldFiles(at, neighbourhood);
        sending = new Sending(at);
        Owning owning = new Owning(at, sending);
        lookups = new Lookups(at, neighbourhood, owning::onOwned);
        requesting = new Requesting(at, neighbourhood, held, lookups);
        storing = new Storing(at, neighbourhood, held, lookups, sending);
        receiving = new Receiving(at, this::objection, new Sorting());
        handover = new Handover(at, neighbourhood, held, sending);
        leaving = new Leaving(at, neighbourhood, pings, handover);
        joining = new Joining(at, neighbourhood, knownTo(origin, self), this::onMember);
    }

    /**
     * Takes one input.
     *
     * @param nowMicros microseconds on a clock that never goes back; only differences count
     * @param outbox where the effects are appended, in order
     */
    public void step(long nowMicros, Input input, Outbox outbox) {
        at.begin(nowMicros, outbox);
        switch (input) {
            case Input.Started started -> onStarted(started);
            case Input.DatagramReceived received -> onDatagram(received);
            case Input.Asked asked -> onAsked(asked);
            case Input.Answered answered -> onAnswered(answered.purpose(), answered.reply());
            case Input.Unanswered unanswered -> onUnanswered(unanswered.purpose());
            case Input.TimerFired fired -> onTimer(fired.timer());
            case Input.Commanded commanded -> onCommand(commanded.command());
            case FileInput file -> onFile(file);
        }
    }

    // -- beginning

    private void onStarted(Input.Started started) {
        held.start(started.held());
        pings.start();
        switch (origin) {
            case Origin.Neighbours given -> {
                neighbourhood.begin(given.successors(), NeighboursCause.STARTED);
                onMember();
            }
            case Origin.Join join -> joining.start();
        }
    }

    private static PeerId knownTo(Origin origin, PeerId self) {
        return switch (origin) {
            case Origin.Neighbours given -> self;
            case Origin.Join join -> join.known();
        };
    }

    private void onMember() {
        isMember = true;
        stabilising.start();
        at.report(new PeerEvent.Running());
        held.reportIfChanged();
    }

    // -- messages

    private boolean isDeaf() {
        return !isMember || leaving.isSilent();
    }

    private void onDatagram(Input.DatagramReceived received) {
        PeerId from = received.from();
        if (isDeaf() || !buried.heardFrom(from)) {
            return;
        }
        switch (received.message()) {
            case Message.Ping ping -> {
                at.printPing("A ping request message was received from Peer " + from + ".");
                at.send(from, reply(ping));
                stabilising.onPing(from, ping.role());
            }
            case Message.PingReply reply -> {
                at.printPing("A ping response message was received from Peer " + from + ".");
                pings.onReply(from, reply);
                stabilising.onReply(from, reply);
            }
            case Message.Segment segment -> receiving.onSegment(from, segment);
            case Message.Acknowledgement acknowledgement ->
                    sending.onAcknowledgement(from, acknowledgement);
        }
    }

    private Message.PingReply reply(Message.Ping ping) {
        return new Message.PingReply(
                ping.sequence(), neighbourhood.firstPredecessor(), neighbourhood.successors());
    }

    private void onAsked(Input.Asked asked) {
        long exchange = asked.exchange();
        if (isDeaf()) {
            at.answer(exchange, new Message.Refused("peer " + at.self + " is no member"));
            return;
        }
        buried.heardFrom(asked.question().from());
        switch (asked.question()) {
            case Message.NeighboursWanted wanted ->
                    at.answer(exchange, neighbourhood.asMessage());
            case Message.Offer offer -> receiving.onOffer(exchange, offer);
            case Message.TransferOver over -> {
                at.answer(exchange, new Message.Accepted());
                sending.onOver(over);
                receiving.onOver(over);
            }
            case Message.Departure departure -> {
                at.answer(exchange, new Message.Accepted());
                stabilising.onDeparture(departure);
            }
            case Message.Lookup lookup -> {
                at.answer(exchange, new Message.Accepted());
                lookups.onLookup(lookup);
            }
            case Message.OwnerFound found -> {
                at.answer(exchange, new Message.Accepted());
                lookups.onOwnerFound(found.from(), found.lookupId(), found.held());
            }
        }
    }

    private void onAnswered(Purpose purpose, Message.Reply reply) {
        if (purpose instanceof Purpose.OfferMade made) {
            sending.onOfferAnswered(made, reply);
            return;
        }
        switch (reply) {
            case Message.Neighbours neighbours -> onNeighbours(purpose, neighbours);
            case Message.Accepted accepted -> onAccepted(purpose);
            case Message.Refused refused -> onUnanswered(purpose);
        }
    }

    private void onNeighbours(Purpose purpose, Message.Neighbours answer) {
        switch (purpose) {
            case Purpose.Repair repair -> stabilising.onRepaired(repair, answer);
            case Purpose.Between between -> stabilising.onBetween(between.asked(), answer);
            case Purpose.SignOfLife sign -> buried.heardFrom(sign.asked());
            case Purpose.Meet meet -> stabilising.onMet(meet.asked(), answer);
            case Purpose.PredecessorTest test ->
                    neighbourhood.predecessorLives(test.asked(), NeighboursCause.PING_HEARD);
            case Purpose.Join join -> joining.onAnswer(join.asked(), answer);
            case Purpose.LookupHop hop -> lookups.onHopUnreachable(hop);
            case Purpose.Farewell farewell -> leaving.onFarewellEnded(farewell.told());
            case Purpose.OfferMade made -> sending.onOfferUnanswered(made);
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> {}
        }
    }

    private void onAccepted(Purpose purpose) {
        switch (purpose) {
            case Purpose.Farewell farewell -> leaving.onFarewellEnded(farewell.told());
            case Purpose.LookupHop hop -> {}
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> {}
            case Purpose.Repair repair -> onUnanswered(repair);
            case Purpose.Between between -> onUnanswered(between);
            case Purpose.SignOfLife sign -> onUnanswered(sign);
            case Purpose.Meet meet -> onUnanswered(meet);
            case Purpose.PredecessorTest test -> onUnanswered(test);
            case Purpose.Join join -> onUnanswered(join);
            case Purpose.OfferMade made -> onUnanswered(made);
        }
    }

    private void onUnanswered(Purpose purpose) {
        switch (purpose) {
            case Purpose.Repair repair -> stabilising.onRepairSilent(repair);
            case Purpose.Between between -> stabilising.onBetweenSilent();
            case Purpose.SignOfLife sign -> {}
            case Purpose.Meet meet -> {}
            case Purpose.PredecessorTest test -> neighbourhood.predecessorSilent(test.asked());
            case Purpose.Join join -> joining.onSilence();
            case Purpose.LookupHop hop -> lookups.onHopUnreachable(hop);
            case Purpose.OfferMade made -> sending.onOfferUnanswered(made);
            case Purpose.Farewell farewell -> leaving.onFarewellEnded(farewell.told());
            case Purpose.OwnerTold told -> {}
            case Purpose.OverTold told -> {}
        }
    }

    // -- timers, files, commands

    private void onTimer(Timer timer) {
        switch (timer) {
            case Timer.PingDue due -> pings.onDue(due);
            case Timer.PingOverdue overdue -> pings.onOverdue(overdue);
            case Timer.PredecessorsDue due -> stabilising.onPredecessorsDue();
            case Timer.RepairDue due -> stabilising.onRepairDue(due);
            case Timer.JoinDue due -> joining.tryOnce();
            case Timer.LookupOverdue overdue -> lookups.onOverdue(overdue);
            case Timer.SegmentOverdue overdue -> sending.onOverdue(overdue);
            case Timer.SenderSilent due -> receiving.onSilenceDue(due);
            case Timer.HandoverOverdue due -> leaving.sayGoodbye();
            case Timer.FarewellOverdue due -> leaving.end();
        }
    }

    private void onFile(FileInput input) {
        switch (input) {
            case FileInput.Opened opened -> sending.onOpened(opened);
            case FileInput.Read read -> sending.onRead(read);
            case FileInput.Finished finished -> onFinished(finished);
            case FileInput.Failed failed -> {
                sending.onFileFailed(failed);
                receiving.onFileFailed(failed);
                requesting.onFileFailed(failed);
                storing.onFileFailed(failed);
            }
        }
    }

    private void onFinished(FileInput.Finished finished) {
        if (requesting.hasHandle(finished.handle())) {
            requesting.onFinished(finished);
        } else if (storing.hasHandle(finished.handle())) {
            storing.onFinished(finished);
        } else {
            receiving.onFinished(finished);
        }
    }

    private void onCommand(PeerCommand command) {
        switch (command) {
            case PeerCommand.Request request -> ifMember(command, () ->
                    requesting.request(request.number()));
            case PeerCommand.Store store -> ifMember(command, () ->
                    storing.store(new FileSource.Path(store.path(), store.number())));
            case PeerCommand.Quit quit -> leaving.start();
            case PeerCommand.SetLoss set -> at.change(at.settings().withLoss(set.loss()));
            case PeerCommand.SetPingInterval set -> {
                at.change(at.settings().withPingIntervalMs(set.pingIntervalMs()));
                pings.restart();
            }
            case PeerCommand.ReportSegments report -> at.reportAllSegments(report.on());
        }
    }

    private void ifMember(PeerCommand command, Runnable action) {
        if (isMember && !leaving.hasBegun()) {
            action.run();
            return;
        }
        String reason =
                leaving.hasBegun()
                        ? "peer " + at.self + " is leaving the ring"
                        : "peer " + at.self + " has not joined the ring yet";
        String text = ringside.status.CommandText.of(command);
        at.print(text + ": " + reason + ".");
        at.report(new PeerEvent.ActionFailed(text, reason));
    }

    // -- what one concern means for another

    private void onDeath(PeerId dead) {
        stabilising.onDeath(dead);
    }

    private void onPredecessorChanged() {
        handover.onPredecessorChanged();
    }

    private @Nullable String objection(Message.Offer offer) {
        if (leaving.hasBegun()) {
            return "peer " + at.self + " is leaving";
        }
        return switch (offer.purpose()) {
            case REQUEST ->
                    requesting.takesOffer(offer)
                            ? null
                            : "peer " + at.self + " does not wait for it";
            case STORE, HANDOVER -> storing.objection(offer);
        };
    }

    /** A requested file is the user's, any other is the ring's. */
    private final class Sorting implements Receiving.Arrivals {

        @Override
        public void arrived(Message.Offer offer, StoredFile file, String path) {
            concernOf(offer).arrived(offer, file, path);
        }

        @Override
        public void missed(Message.Offer offer, String reason) {
            concernOf(offer).missed(offer, reason);
        }

        private Receiving.Arrivals concernOf(Message.Offer offer) {
            return offer.purpose() == TransferPurpose.REQUEST ? requesting : storing;
        }
    }
}
