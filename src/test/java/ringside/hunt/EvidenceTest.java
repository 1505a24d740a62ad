package ringside.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.simulation.CheckedSimulation;
import ringside.simulation.Simulation;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.StatusEntry;

/** The events that give each fault away, in a ring with it and in the same ring without it. */
class EvidenceTest {

    private static final List<PeerId> RING =
            IntStream.of(10, 50, 90, 130, 220).mapToObj(PeerId::new).toList();

    private static List<StatusEntry> evidence(
            Suspect suspect, List<PeerId> faulty, boolean isProvoked) {
        Simulation ring = CheckedSimulation.of(3, PeerSettings.DEFAULTS.withLoss(0));
        faulty.forEach(id -> ring.plant(id, suspect.fault()));
        ring.startRing(RING);
        ring.disk(new PeerId(220)).offer("2012.pdf", new byte[4_000]);
        ring.disk(new PeerId(10)).offer("0240.pdf", new byte[4_000]);
        ring.run(5_000);
        if (isProvoked) {
            provoke(suspect, ring);
        }
        ring.run(25_000);
        List<StatusEntry> relevant = ring.trace().stream().filter(Evidence::isRelevant).toList();
        return Evidence.of(suspect, relevant, ring.nowMicros());
    }

    private static void provoke(Suspect suspect, Simulation ring) {
        switch (suspect.fault()) {
            case OWNER_WRONG_AT_WRAP -> request("0240", 90, ring);
            case FORWARDS_FOR_EVER,
                    SEQUENCE_STANDS_STILL,
                    ACKNOWLEDGES_WRONG_NUMBER,
                    HALF_FILE_UNDER_FINAL_NAME ->
                    request("2012", 50, ring);
            case ANSWERS_FOR_MISSING_FILE -> request("9948", 50, ring);
            case NEVER_SENDS_AGAIN -> {
                ring.peer(220).command(new PeerCommand.DropNext(Droppable.SEGMENT));
                request("2012", 50, ring);
            }
            case WRITES_DUPLICATE_TWICE -> {
                ring.peer(50).command(new PeerCommand.DropNext(Droppable.ACKNOWLEDGEMENT));
                request("2012", 50, ring);
            }
            case DEAD_AFTER_ONE_MISS -> {
                ring.peer(90).pause();
                ring.run(1_600);
                ring.peer(90).resume();
            }
            case TAKES_DEAD_PEER_BACK -> ring.peer(130).kill();
            case SECOND_SUCCESSOR_NEVER_UPDATED -> ring.peer(90).kill();
            case QUITS_WITHOUT_A_WORD -> ring.peer(50).command(new PeerCommand.Quit());
        }
    }

    private static void request(String number, int peer, Simulation ring) {
        ring.peer(peer).command(new PeerCommand.Request(new FileNumber(number)));
    }

    /** Peers at which the stories above make the faults matter. */
    private static Suspect suspect(PlantedFault fault) {
        return new Suspect(
                new PeerId(
                        switch (fault) {
                            case OWNER_WRONG_AT_WRAP -> 10;
                            case FORWARDS_FOR_EVER,
                                    SEQUENCE_STANDS_STILL,
                                    ANSWERS_FOR_MISSING_FILE,
                                    NEVER_SENDS_AGAIN ->
                                    220;
                            case DEAD_AFTER_ONE_MISS,
                                    TAKES_DEAD_PEER_BACK,
                                    SECOND_SUCCESSOR_NEVER_UPDATED,
                                    QUITS_WITHOUT_A_WORD,
                                    ACKNOWLEDGES_WRONG_NUMBER,
                                    HALF_FILE_UNDER_FINAL_NAME,
                                    WRITES_DUPLICATE_TWICE ->
                                    50;
                        }),
                fault);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatMatteredIsGivenAway(PlantedFault fault) {
        Suspect suspect = suspect(fault);
        assertThat(evidence(suspect, List.of(suspect.peer()), true)).isNotEmpty();
    }

    /** So it is when a whole program has the fault. */
    @ParameterizedTest
    @EnumSource
    void aFaultThatEverybodyHasIsGivenAwayToo(PlantedFault fault) {
        assertThat(evidence(suspect(fault), RING, true)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatHasNotMatteredIsNotGivenAway(PlantedFault fault) {
        Suspect suspect = suspect(fault);
        assertThat(evidence(suspect, List.of(suspect.peer()), false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSoundPeerGivesNothingAwayInTheSameStory(PlantedFault fault) {
        assertThat(evidence(suspect(fault), List.of(), true)).isEmpty();
    }

    @Test
    void everyFaultIsDrawnSomeTimeAndAlwaysTheSameFromOneSeed() {
        Set<PlantedFault> drawn = EnumSet.noneOf(PlantedFault.class);
        LongStream.range(0, 200)
                .mapToObj(seed -> Suspect.draw(RING, seed))
                .forEach(suspect -> {
                    drawn.add(suspect.fault());
                    assertThat(suspect.peer()).isIn(RING);
                    if (suspect.fault() == PlantedFault.OWNER_WRONG_AT_WRAP) {
                        assertThat(suspect.peer()).isEqualTo(RING.getFirst());
                    }
                });
        assertThat(drawn).containsExactly(PlantedFault.values());
        assertThat(Suspect.draw(RING, 7)).isEqualTo(Suspect.draw(RING, 7));
    }
}
