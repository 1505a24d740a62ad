package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ringside.model.HostState.Contact;
import ringside.model.RingHealth.Cause;
import ringside.ring.FileName;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.TransferPurpose;

/** SPEC 9.8: what the model knows of hosts, and what it expects of their peers. */
class HostsTest {

    private static final String REASON = "The connection has ended.";

    /** Peers 1, 3 and 5 on lab07, 2 and 4 on lab08, 6 on this machine. */
    private static EventStory spread() {
        EventStory told = EventStory.ring(1, 2, 3, 4, 5, 6);
        for (int peer = 1; peer <= 5; peer++) {
            String host = peer % 2 == 1 ? "lab07" : "lab08";
            told.that(peer, new ProcessEvent.ProcessStarted(100, 50_000 + peer, host))
                    .that(peer, new LifeEvent.Running());
        }
        return told.rightNeighbours(1, 2, 3, 4, 5, 6);
    }

    /** Each of these finds its right neighbours among them. */
    private static EventStory healed(EventStory told, int... peers) {
        TreeSet<PeerId> living = new TreeSet<>(ids(peers));
        for (int peer : peers) {
            told.that(
                    peer,
                    new NeighbourEvent.NeighboursChanged(
                            IdealRing.successors(living, id(peer), 4),
                            IdealRing.predecessors(living, id(peer), 2),
                            NeighboursCause.STARTED));
        }
        return told;
    }

    @Test
    void theHostsAreThoseThatPeersWereStartedOn() {
        RingState ring = spread().state();

        assertThat(ring.hosts().all())
                .containsExactly(
                        HostState.heard(""), HostState.heard("lab07"), HostState.heard("lab08"));
        assertThat(ring.aliveOn(HostState.heard("lab07"))).isEqualTo(ids(1, 3, 5));
        assertThat(ring.aliveOn(HostState.heard(""))).isEqualTo(ids(6));
        assertThat(ring.hosts().areSeveral()).isTrue();
        assertThat(EventStory.ring(1, 2).state().hosts().areSeveral()).isFalse();
    }

    @Test
    void allLivingPeersOfAGoneHostAreGone() {
        EventStory told = spread();
        told.that(3, new ProcessEvent.ProcessKilled())
                .that(
                        1,
                        new FileEvent.TransferStarted(
                                7,
                                true,
                                id(2),
                                FileName.parse("2012.pdf"),
                                900,
                                0,
                                4,
                                1,
                                0,
                                TransferPurpose.REQUEST))
                .that(5, new NeighbourEvent.PingMissed(id(6), 1, 1, 4))
                .that(5, new ProcessEvent.HostGone("lab07", REASON));
        RingState ring = told.state();

        assertThat(ring.hosts().get("lab07"))
                .contains(new HostState("lab07", Contact.GONE, false, 0));
        assertThat(ring.peers())
                .extracting(PeerState::phase)
                .containsExactly(
                        PeerPhase.VANISHED,
                        PeerPhase.RUNNING,
                        PeerPhase.KILLED,
                        PeerPhase.RUNNING,
                        PeerPhase.VANISHED,
                        PeerPhase.RUNNING);
        assertThat(told.peer(1).process().reason())
                .isEqualTo("Its host lab07 is gone. The connection has ended.");
        assertThat(told.peer(1).process().phaseSinceMicros()).isEqualTo(told.atMicros());
        assertThat(told.peer(6).suspectedBy()).isEmpty();
        assertThat(ring.transfers())
                .singleElement()
                .satisfies(transfer ->
                        assertThat(transfer.outcome()).isEqualTo(TransferState.Outcome.FAILED));
        assertThat(ring.health().living()).isEqualTo(ids(2, 4, 6));
        assertThat(ring.health().healing())
                .satisfies(healing -> assertThat(healing.cause()).isEqualTo(Cause.KILLED));

        healed(told, 2, 4, 6);
        assertThat(told.state().health().isConsistent()).isTrue();
        assertThat(RingVerdict.of(told.state()).isRight()).isTrue();
    }

    @Test
    void aGoneHostIsBackWhenItStartsAPeer() {
        EventStory told = spread();
        told.that(1, new ProcessEvent.HostCut("lab07"))
                .that(1, new ProcessEvent.HostGone("lab07", REASON))
                .that(1, new ProcessEvent.ProcessStarted(200, 50_001, "lab07"));

        assertThat(told.state().hosts().get("lab07")).contains(HostState.heard("lab07"));
        assertThat(told.peer(1).phase()).isEqualTo(PeerPhase.STARTING);
        assertThat(told.peer(3).phase()).isEqualTo(PeerPhase.VANISHED);
    }

    @Test
    void aCutHostAndTheOthersAreRingsOfTheirOwn() {
        EventStory told = spread();
        told.that(1, new ProcessEvent.HostCut("lab07"));
        RingHealth cut = told.state().health();
        assertThat(cut.isConsistent()).isFalse();
        assertThat(cut.healing())
                .isEqualTo(new RingHealth.Healing(Cause.HOST_CUT, id(1), told.atMicros()));
        assertThat(cut.problems())
                .contains("1's first successor is 2, should be 3.")
                .contains("2's first successor is 3, should be 4.");
        assertThat(told.state().areParted(told.peer(1), told.peer(2))).isTrue();
        assertThat(told.state().areParted(told.peer(2), told.peer(6))).isFalse();

        healed(told, 1, 3, 5);
        assertThat(told.state().health().isConsistent()).isFalse();
        healed(told, 2, 4, 6);
        assertThat(told.state().health().isConsistent()).isTrue();
        assertThat(told.state().health().living()).isEqualTo(ids(1, 2, 3, 4, 5, 6));
        assertThat(RingVerdict.of(told.state()).violations()).isEmpty();

        told.that(1, new ProcessEvent.HostMended("lab07"));
        assertThat(told.state().health().isConsistent()).isFalse();
        assertThat(RingVerdict.of(told.state()).violations())
                .extracting(InvariantCheck::invariant)
                .contains(RingInvariant.ONE_RING);
        told.rightNeighbours(1, 2, 3, 4, 5, 6);
        assertThat(RingVerdict.of(told.state()).isRight()).isTrue();
        assertThat(told.state().health().lastHeal())
                .hasValueSatisfying(
                        heal -> assertThat(heal.healing().cause()).isEqualTo(Cause.HOST_BACK));
    }

    @Test
    void aDeathAcrossACutIsNoFaultOfTheMachine() {
        EventStory told = spread();
        told.that(1, new ProcessEvent.HostCut("lab07"))
                .that(1, new NeighbourEvent.PeerDead(id(2), 4));
        assertThat(RingVerdict.of(told.state()).violations())
                .extracting(InvariantCheck::violation)
                .noneMatch(sentence -> sentence.contains("stood still"));
    }

    @Test
    void peersOfASilentHostDoNotCount() {
        EventStory told = spread();
        told.that(1, new ProcessEvent.HostSilent("lab07"));
        assertThat(told.state().health().living()).isEqualTo(ids(2, 4, 6));
        assertThat(told.peer(1).phase()).isEqualTo(PeerPhase.RUNNING);
        healed(told, 2, 4, 6);
        assertThat(RingVerdict.of(told.state()).isRight()).isTrue();

        told.that(1, new ProcessEvent.HostHeard("lab07"));
        assertThat(told.state().health().living()).isEqualTo(ids(1, 2, 3, 4, 5, 6));
        assertThat(told.state().health().isConsistent()).isFalse();
    }

    @Test
    void howFarItsTimesMayBeWrongIsKnown() {
        EventStory told = spread();
        told.that(1, new ProcessEvent.HostTimed("lab07", 500))
                .that(1, new ProcessEvent.HostTimed("lab07", 2_000))
                .that(1, new ProcessEvent.HostSilent("lab07"));

        assertThat(told.state().hosts().get("lab07"))
                .contains(new HostState("lab07", Contact.SILENT, false, 2_000));
        assertThat(told.state().hosts().get("lab08")).contains(HostState.heard("lab08"));
    }
}
