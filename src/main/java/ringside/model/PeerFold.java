package ringside.model;

import java.util.List;
import java.util.function.UnaryOperator;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;

/** Applies events to the table of peers: processes, neighbours, pings and suspicion. */
final class PeerFold {

    /** A peer pings its first and second successor (SPEC 2.1). */
    private static final int PINGED_SUCCESSORS = 2;

    private PeerFold() {}

    static PeerTable process(PeerTable peers, PeerId id, ProcessEvent event, long atMicros) {
        return switch (event) {
            case ProcessEvent.ProcessStarted e ->
                    forgetSuspicionsOf(peers, id)
                            .change(
                                    id,
                                    peer ->
                                            peer.restarted(
                                                    PeerProcess.starting(
                                                                    e.processId(),
                                                                    e.port(),
                                                                    atMicros)
                                                            .withHost(e.host())));
            case ProcessEvent.ProcessAttached e ->
                    peers.change(
                            id,
                            peer -> peer.restarted(PeerProcess.attached(e.processId(), atMicros)));
            case ProcessEvent.ProcessMeasured e ->
                    peers.changeKnown(id, peer -> peer.withProcess(peer.process().measured(e)));
            case ProcessEvent.SampleGiven e ->
                    peers.changeKnown(id, peer -> peer.withSample(e.number()));
            case ProcessEvent.HostGone e -> hostGone(peers, e, atMicros);
            case ProcessEvent.OthersUnseen _,
                    ProcessEvent.HostSilent _,
                    ProcessEvent.HostHeard _,
                    ProcessEvent.HostCut _,
                    ProcessEvent.HostMended _,
                    ProcessEvent.HostTimed _ ->
                    peers;
            case ProcessEvent.ProcessPaused _ ->
                    peers.changeKnown(
                            id, peer -> peer.withProcess(peer.process().withPaused(true)));
            case ProcessEvent.ProcessResumed _ ->
                    peers.changeKnown(
                            id, peer -> peer.withProcess(peer.process().withPaused(false)));
            case ProcessEvent.ProcessKilled _ ->
                    forgetSuspicionsOf(peers, id)
                            .changeKnown(
                                    id,
                                    peer ->
                                            peer.withProcess(
                                                    peer.process()
                                                            .with(PeerPhase.KILLED, atMicros)));
            case ProcessEvent.ProcessEnded e ->
                    forgetSuspicionsOf(peers, id)
                            .changeKnown(id, peer -> peer.withProcess(ended(peer, e, atMicros)));
        };
    }

    /** All living peers of a host end with it, none with an event of its own (SPEC 9.8). */
    private static PeerTable hostGone(PeerTable peers, ProcessEvent.HostGone event, long atMicros) {
        String reason =
                ExplanationTexts.format("hostGone.peer", event.host(), event.reason()).strip();
        PeerTable changed = peers;
        for (PeerId id : peers.aliveOn(event.host())) {
            changed =
                    forgetSuspicionsOf(changed, id)
                            .changeKnown(
                                    id,
                                    peer ->
                                            peer.withProcess(
                                                    peer.process()
                                                            .ended(
                                                                    PeerPhase.VANISHED,
                                                                    0,
                                                                    reason,
                                                                    atMicros)));
        }
        return changed;
    }

    private static PeerProcess ended(
            PeerState peer, ProcessEvent.ProcessEnded event, long atMicros) {
        PeerPhase phase =
                switch (event.kind()) {
                    case QUIT -> PeerPhase.QUIT;
                    case KILLED -> PeerPhase.KILLED;
                    case REFUSED -> PeerPhase.REFUSED;
                    case VANISHED -> PeerPhase.VANISHED;
                    case CRASHED -> PeerPhase.CRASHED;
                };
        return peer.process().ended(phase, event.exitCode(), event.reason(), atMicros);
    }

    /** Removes the suspicions that a dead peer held. */
    private static PeerTable forgetSuspicionsOf(PeerTable peers, PeerId id) {
        PeerTable changed = peers;
        for (PeerState peer : peers.suspected()) {
            changed = changed.with(peer.trustedBy(id));
        }
        return changed.changeKnown(id, peer -> peer.pingingOnly(List.of()));
    }

    /**
     * Changes the phase. Reports of a dead peer may arrive late, so only a new process revives it.
     */
    static PeerTable phase(PeerTable peers, PeerId id, PeerPhase phase, long atMicros) {
        return peers.change(
                id,
                peer ->
                        peer.phase().isAlive()
                                ? peer.withProcess(peer.process().with(phase, atMicros))
                                : peer);
    }

    static PeerTable hello(PeerTable peers, PeerId id, LifeEvent.Hello event) {
        return peers.change(
                id,
                peer ->
                        peer.with()
                                .process(identified(peer.process(), event))
                                .settings(event.settings())
                                .build());
    }

    private static PeerProcess identified(PeerProcess process, LifeEvent.Hello event) {
        return process.with().processId(event.processId()).port(event.port()).build();
    }

    static PeerTable neighbours(
            PeerTable peers, PeerId id, NeighbourEvent.NeighboursChanged event) {
        List<PeerId> pinged =
                event.successors()
                        .subList(0, Math.min(PINGED_SUCCESSORS, event.successors().size()));
        PeerTable changed = peers;
        for (TargetPings table : peers.get(id).map(PeerState::pings).orElse(List.of())) {
            if (!pinged.contains(table.target())) {
                changed = changed.changeKnown(table.target(), peer -> forget(peer, id));
            }
        }
        return changed.change(
                id,
                peer ->
                        peer.with()
                                .successors(event.successors())
                                .predecessors(event.predecessors())
                                .build()
                                .pingingOnly(pinged));
    }

    /** Clears the suspicion of a peer that is no longer pinged; a declared death stays. */
    private static PeerState forget(PeerState target, PeerId by) {
        boolean declared =
                target.suspectedBy().stream().anyMatch(s -> s.by().equals(by) && s.declaredDead());
        return declared ? target : target.trustedBy(by);
    }

    static PeerTable pingSent(
            PeerTable peers, PeerId id, NeighbourEvent.PingSent event, long atMicros) {
        return peers.change(
                id,
                peer -> {
                    TargetPings fresh = TargetPings.fresh(event.target(), event.role());
                    TargetPings table =
                            event.sequence() == 0
                                    ? fresh
                                    : peer.pingsTo(event.target()).orElse(fresh);
                    return peer.with(table.sent(event, atMicros));
                });
    }

    static PeerTable pingAnswered(
            PeerTable peers, PeerId id, NeighbourEvent.PingAnswered event, long atMicros) {
        return changePings(peers, id, event.target(), pings -> pings.answered(event, atMicros))
                .changeKnown(event.target(), target -> target.trustedBy(id));
    }

    static PeerTable pingMissed(
            PeerTable peers, PeerId id, NeighbourEvent.PingMissed event, long atMicros) {
        Suspicion suspicion = new Suspicion(id, event.missed(), event.limit(), false);
        return changePings(peers, id, event.target(), pings -> pings.missed(event, atMicros))
                .changeKnown(event.target(), target -> target.with(suspicion));
    }

    private static PeerTable changePings(
            PeerTable peers, PeerId id, PeerId target, UnaryOperator<TargetPings> change) {
        return peers.change(
                id, peer -> peer.pingsTo(target).map(change).map(peer::with).orElse(peer));
    }

    static PeerTable declaredDead(PeerTable peers, PeerId id, NeighbourEvent.PeerDead event) {
        Suspicion certain = new Suspicion(id, event.missed(), event.missed(), true);
        return peers.changeKnown(event.target(), target -> target.with(certain));
    }

    static PeerTable trusted(PeerTable peers, PeerId id, NeighbourEvent.PeerTrusted event) {
        return peers.changeKnown(event.target(), target -> target.trustedBy(id));
    }
}
