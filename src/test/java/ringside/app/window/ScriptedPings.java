package ringside.app.window;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;
import ringside.status.WireEvent;

/** The pings of a scripted ring: living peers answer, others cause misses and at last a death. */
final class ScriptedPings {

    private static final long MILLI = 1_000;
    private static final int LIMIT = 4;

    private final ScriptedEvents events;
    private final ScriptedPeers peers;
    private final Supplier<PeerSettings> settings;
    private final Random random;

    ScriptedPings(
            ScriptedEvents events,
            ScriptedPeers peers,
            Supplier<PeerSettings> settings,
            Random random) {
        this.events = events;
        this.peers = peers;
        this.settings = settings;
        this.random = random;
    }

    /**
     * Pings both successors now and at each interval, until the peer ends or has been restarted.
     */
    void ping(PeerId id, int life) {
        ScriptedPeers.Peer peer = peers.peer(id);
        if (!peer.alive || peer.life != life) {
            return;
        }
        events.plan(settings.get().pingIntervalMs() * MILLI, () -> ping(id, life));
        if (peer.paused) {
            return;
        }
        for (int i = 0; i < Math.min(2, peer.successors.size()); i++) {
            PeerId target = peer.successors.get(i);
            long sequence = peer.sequences.merge(target, 1L, Long::sum) - 1;
            SuccessorRole role = i == 0 ? SuccessorRole.FIRST : SuccessorRole.SECOND;
            events.tell(id, new NeighbourEvent.PingSent(target, sequence, role));
            if (peer.capturing) {
                events.tell(id, captured(id, target, sequence, role));
            }
            boolean answers = peers.peer(target).alive && !peers.peer(target).paused;
            long wait = answers ? 300 + random.nextLong(400) : 500 * MILLI;
            events.plan(wait, () -> pinged(id, target, sequence, wait, answers));
        }
    }

    private static WireEvent captured(PeerId id, PeerId target, long sequence, SuccessorRole role) {
        byte[] json =
                "{\"type\":\"ping\",\"role\":\"%s\",\"sequence\":%d}"
                        .formatted(role.name().toLowerCase(Locale.ROOT), sequence)
                        .getBytes(StandardCharsets.UTF_8);
        return WireEvent.MessageCaptured.of(
                WireEvent.Passage.SENT,
                WireEvent.Transport.UDP,
                ScriptedRing.BASE_PORT + id.value(),
                ScriptedRing.BASE_PORT + target.value(),
                json.length,
                json);
    }

    private void pinged(PeerId id, PeerId target, long sequence, long wait, boolean answered) {
        ScriptedPeers.Peer peer = peers.peer(id);
        if (!peer.alive || !peer.successors.contains(target)) {
            return;
        }
        if (answered) {
            peer.missed.remove(target);
            events.tell(id, new NeighbourEvent.PingAnswered(target, sequence, wait));
            events.tell(
                    id,
                    new LifeEvent.TerminalLine(
                            "A ping response message was received from Peer " + target + "."));
            return;
        }
        int missed = peer.missed.merge(target, 1, Integer::sum);
        events.tell(id, new NeighbourEvent.PingMissed(target, sequence, missed, LIMIT));
        if (missed >= LIMIT) {
            events.tell(id, new NeighbourEvent.PeerDead(target, missed));
            events.tell(id, new LifeEvent.TerminalLine("Peer " + target + " is no longer alive."));
            peer.dead.add(target);
            peers.setNeighbours(id, NeighboursCause.SUCCESSOR_DIED);
            events.plan(
                    250 * MILLI,
                    () ->
                            peers.living()
                                    .forEach(other -> {
                                        if (!peers.pings(other, target)) {
                                            peers.setNeighbours(other, NeighboursCause.PING_HEARD);
                                        }
                                    }));
        }
    }
}
