package ringside.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.BesideOthers;
import ringside.peer.Effect;
import ringside.peer.ExitCode;
import ringside.peer.Origin;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.simulation.CheckedSimulation;
import ringside.simulation.Links;
import ringside.simulation.SimulatedPeer;
import ringside.simulation.Simulation;
import ringside.status.LifeEvent.SettingsChanged;
import ringside.status.LookupEvent.LookupForwarded;
import ringside.status.NeighbourEvent.PeerDead;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.StatusEvent;

/**
 * What each planted fault changes, and nothing else (SPEC 7.7): every story is told to a sound ring
 * and to one in which one peer has the fault.
 */
@BesideOthers
class FaultyPeerTest {

    private static final byte[] CONTENT = content(4_000);
    private static final FileNumber FILE = new FileNumber("2012");

    private static final List<Consumer<SimulatedPeer>> DISTURBANCES =
            List.of(
                    SimulatedPeer::kill,
                    SimulatedPeer::pause,
                    told(new PeerCommand.Quit()),
                    told(new PeerCommand.Store("a.txt", new FileNumber("0240"))),
                    told(new PeerCommand.Request(new FileNumber("0240"))),
                    told(new PeerCommand.Request(new FileNumber("9948"))),
                    told(new PeerCommand.Request(FILE)),
                    told(new PeerCommand.SetWindow(1)),
                    told(new PeerCommand.SetWindow(8)),
                    told(new PeerCommand.DropNext(Droppable.ACKNOWLEDGEMENT)));

    private static Consumer<SimulatedPeer> told(PeerCommand command) {
        return peer -> peer.command(command);
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    /** The ring 10 50 90 130 220, where 220 owns file 2012. */
    private static Simulation sound() {
        return ring(10, null);
    }

    private static Simulation ring(int peer, @Nullable PlantedFault fault) {
        Simulation ring = CheckedSimulation.of(3, PeerSettings.DEFAULTS.withLoss(0));
        if (fault != null) {
            ring.plant(id(peer), fault);
        }
        ring.startRing(IntStream.of(10, 50, 90, 130, 220).mapToObj(PeerId::new).toList());
        assertThat(ring.runUntil(ring::isRingRight, 5_000)).isNotNegative();
        ring.disk(id(220)).offer("2012.pdf", CONTENT);
        ring.run(1_000);
        ring.takeTranscript();
        return ring;
    }

    private static List<String> linesOf(int peer, Simulation ring) {
        return ring.takeTranscript().stream()
                .filter(line -> line.startsWith(peer + ": "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static <E extends StatusEvent> Stream<E> told(
            int peer, Class<E> kind, Simulation ring) {
        return ring.trace().stream()
                .filter(entry -> entry.peer().equals(id(peer)))
                .map(entry -> entry.event())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Optional<byte[]> request(FileNumber number, int peer, Simulation ring) {
        ring.peer(peer).command(new PeerCommand.Request(number));
        ring.run(20_000);
        return ring.disk(id(peer)).received(number);
    }

    private static List<String> events(int peer, Simulation ring) {
        return ring.peer(peer).log().stream().map(Effect.Log::event).distinct().toList();
    }

    @ParameterizedTest
    @EnumSource
    void aRingWithAFaultIsRightUntilTheFaultMatters(PlantedFault fault) {
        Simulation ring = ring(10, fault);
        ring.run(30_000);
        assertThat(ring.isRingRight()).isTrue();
        assertThat(ring.takeTranscript()).isEmpty();
    }

    /** All peers have it, links lose and double, and peers come and go. */
    @ParameterizedTest
    @EnumSource
    void aFaultNeverBreaksItsPeer(PlantedFault fault) {
        for (int seed = 1; seed <= 10; seed++) {
            Simulation ring = CheckedSimulation.of(seed, PeerSettings.DEFAULTS);
            List<PeerId> ids = IntStream.of(10, 50, 90, 130, 220).mapToObj(PeerId::new).toList();
            ids.forEach(id -> ring.plant(id, fault));
            ring.startRing(ids);
            ids.forEach(id -> ring.disk(id).offer("2012.pdf", CONTENT));
            ids.forEach(id -> ring.disk(id).putAt("a.txt", CONTENT));
            ring.run(2_000);
            ring.network().setLinks(Links.ROUGH);
            Random random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                disturb(ids.get(random.nextInt(ids.size())), random, ring);
                ring.run(random.nextInt(3_000));
            }
            assertThat(ring.peers())
                    .allSatisfy(peer ->
                            assertThat(peer.exit().map(Effect.Exit::code))
                                    .isIn(
                                            Optional.empty(),
                                            Optional.of(ExitCode.QUIT),
                                            Optional.of(ExitCode.NOT_JOINED)));
        }
    }

    private static void disturb(PeerId id, Random random, Simulation ring) {
        SimulatedPeer peer = ring.peer(id.value());
        if (!peer.isAlive()) {
            ring.start(id, new Origin.Join(ring.living().stream().findFirst().orElse(id)));
            return;
        }
        DISTURBANCES.get(random.nextInt(DISTURBANCES.size())).accept(peer);
        if (peer.isPaused() && random.nextInt(3) > 0) {
            peer.resume();
        }
    }

    // -- owners

    @Test
    void ownerWrongAtWrapMissesTheHashesBeyondTheHighestId() {
        FileNumber beyond = new FileNumber("0240");
        Simulation sound = sound();
        sound.disk(id(10)).offer("0240.pdf", CONTENT);
        assertThat(request(beyond, 90, sound)).isPresent();
        assertThat(linesOf(10, sound)).contains("File 0240 is here.");

        Simulation faulty = ring(10, PlantedFault.OWNER_WRONG_AT_WRAP);
        faulty.disk(id(10)).offer("0240.pdf", CONTENT);
        assertThat(request(beyond, 90, faulty)).isEmpty();
        assertThat(linesOf(10, faulty))
                .startsWith(
                        "File 0240 is not stored here.",
                        "File request message has been forwarded to my successor.")
                .doesNotContain("File 0240 is here.");
        assertThat(request(FILE, 10, faulty)).hasValue(CONTENT);
    }

    @Test
    void ownerWrongAtWrapIsRightEverywhereElse() {
        Simulation faulty = ring(220, PlantedFault.OWNER_WRONG_AT_WRAP);
        assertThat(request(FILE, 90, faulty)).hasValue(CONTENT);
    }

    @Test
    void forwardsForEverPassesOnWhatShouldEndThere() {
        assertThat(request(FILE, 50, sound())).hasValue(CONTENT);

        Simulation faulty = ring(220, PlantedFault.FORWARDS_FOR_EVER);
        assertThat(request(FILE, 50, faulty)).isEmpty();
        assertThat(told(220, LookupForwarded.class, faulty)).hasSizeGreaterThan(60);
        assertThat(linesOf(90, faulty).stream().filter("File 2012 is not stored here."::equals))
                .hasSizeGreaterThan(60);
    }

    @Test
    void answersForMissingFileSendsAnEmptyOne() {
        FileNumber missing = new FileNumber("9948");
        Simulation sound = sound();
        assertThat(request(missing, 50, sound)).isEmpty();
        assertThat(linesOf(220, sound)).doesNotContain("File 9948 is here.");

        Simulation faulty = ring(220, PlantedFault.ANSWERS_FOR_MISSING_FILE);
        assertThat(request(missing, 50, faulty)).hasValue(new byte[0]);
        assertThat(linesOf(220, faulty)).contains("File 9948 is here.");
        assertThat(request(FILE, 50, faulty)).hasValue(CONTENT);
    }

    // -- neighbours

    @Test
    void deadAfterOneMissDropsAPeerThatPausedForAMoment() {
        Simulation sound = sound();
        pauseForAMoment(90, sound);
        assertThat(told(50, PeerDead.class, sound)).isEmpty();

        Simulation faulty = ring(50, PlantedFault.DEAD_AFTER_ONE_MISS);
        pauseForAMoment(90, faulty);
        assertThat(told(50, PeerDead.class, faulty)).containsExactly(new PeerDead(id(90), 1));
        assertThat(linesOf(50, faulty)).startsWith("Peer 90 is no longer alive.");
    }

    private static void pauseForAMoment(int peer, Simulation ring) {
        ring.peer(peer).pause();
        ring.run(1_600);
        ring.peer(peer).resume();
        ring.run(1_000);
    }

    @Test
    void deadAfterOneMissDoesNotTellItsLimit() {
        Simulation faulty = ring(50, PlantedFault.DEAD_AFTER_ONE_MISS);
        faulty.peer(50).command(new PeerCommand.SetLoss(0.5));
        faulty.peer(50).command(new PeerCommand.SetMisses(7));
        assertThat(told(50, SettingsChanged.class, faulty).map(told -> told.settings().misses()))
                .containsExactly(4, 7);
        pauseForAMoment(90, faulty);
        assertThat(told(50, PeerDead.class, faulty)).hasSize(1);
    }

    @Test
    void takesDeadPeerBackNamesADeadPeerAsItsSecondSuccessor() {
        String back = "My second successor is now peer 90.";
        Simulation sound = sound();
        sound.peer(90).kill();
        sound.run(20_000);
        assertThat(linesOf(10, sound)).doesNotContain(back);
        assertThat(told(10, PeerDead.class, sound)).hasSize(1);

        Simulation faulty = ring(10, PlantedFault.TAKES_DEAD_PEER_BACK);
        faulty.peer(90).kill();
        faulty.run(20_000);
        assertThat(linesOf(10, faulty)).contains("Peer 90 is no longer alive.", back);
        assertThat(told(10, PeerDead.class, faulty)).hasSizeGreaterThan(2);
        faulty.start(id(90), new Origin.Join(id(220)));
        faulty.run(20_000);
        assertThat(faulty.isRingRight()).isTrue();
    }

    @Test
    void secondSuccessorNeverUpdatedSaysOnlyItsFirstOneAfterADeath() {
        Simulation sound = sound();
        sound.peer(50).kill();
        sound.run(20_000);
        assertThat(linesOf(10, sound))
                .containsExactly(
                        "Peer 50 is no longer alive.",
                        "My first successor is now peer 90.",
                        "My second successor is now peer 130.");

        Simulation faulty = ring(10, PlantedFault.SECOND_SUCCESSOR_NEVER_UPDATED);
        faulty.peer(50).kill();
        faulty.run(20_000);
        assertThat(linesOf(10, faulty))
                .containsExactly(
                        "Peer 50 is no longer alive.", "My first successor is now peer 90.");
    }

    @Test
    void secondSuccessorNeverUpdatedPassesANewcomersSuccessorBy() {
        Simulation faulty = ring(10, PlantedFault.SECOND_SUCCESSOR_NEVER_UPDATED);
        faulty.start(id(30), new Origin.Join(id(130)));
        faulty.run(20_000);
        assertThat(faulty.peer(10).neighbours().successors()).containsExactly(id(30), id(90));
    }

    @Test
    void quitsWithoutAWordIsNoticedOnlyByItsSilence() {
        Simulation sound = sound();
        sound.peer(90).command(new PeerCommand.Quit());
        sound.run(20_000);
        assertThat(linesOf(50, sound)).startsWith("Peer 90 will depart from the network.");

        Simulation faulty = ring(90, PlantedFault.QUITS_WITHOUT_A_WORD);
        faulty.peer(90).command(new PeerCommand.Quit());
        assertThat(faulty.peer(90).exit()).isPresent();
        faulty.run(20_000);
        assertThat(linesOf(50, faulty))
                .containsExactly(
                        "Peer 90 is no longer alive.",
                        "My first successor is now peer 130.",
                        "My second successor is now peer 220.");
    }

    // -- transfers

    @Test
    void neverSendsAgainLeavesALostSegmentLost() {
        Simulation sound = sound();
        sound.peer(220).command(new PeerCommand.DropNext(Droppable.SEGMENT));
        assertThat(request(FILE, 50, sound)).hasValue(CONTENT);
        assertThat(events(220, sound)).containsExactly("Drop", "RTX", "rcv", "snd");

        Simulation faulty = ring(220, PlantedFault.NEVER_SENDS_AGAIN);
        assertThat(request(FILE, 10, faulty)).hasValue(CONTENT);
        faulty.peer(220).command(new PeerCommand.DropNext(Droppable.SEGMENT));
        assertThat(request(FILE, 50, faulty)).isEmpty();
        assertThat(events(220, faulty)).containsExactly("snd", "rcv", "Drop");
    }

    @Test
    void acknowledgesWrongNumberIsOneTooLow() {
        Simulation sound = sound();
        assertThat(request(FILE, 50, sound)).hasValue(CONTENT);
        assertThat(acknowledged(sound)).startsWith(401L, 801L);

        Simulation faulty = ring(50, PlantedFault.ACKNOWLEDGES_WRONG_NUMBER);
        assertThat(request(FILE, 50, faulty)).isEmpty();
        assertThat(acknowledged(faulty)).startsWith(400L, 400L).doesNotContain(800L);
    }

    private static List<Long> acknowledged(Simulation ring) {
        return ring.peer(50).log().stream()
                .filter(row -> row.event().equals("snd"))
                .map(Effect.Log::acknowledgement)
                .toList();
    }

    @Test
    void writesDuplicateTwiceMakesAFileLonger() {
        assertThat(requestWithALostAcknowledgement(sound())).hasValue(CONTENT);

        byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 400);
        System.arraycopy(CONTENT, 0, longer, 400, CONTENT.length);
        Simulation faulty = ring(50, PlantedFault.WRITES_DUPLICATE_TWICE);
        assertThat(requestWithALostAcknowledgement(faulty)).hasValue(longer);
    }

    private static Optional<byte[]> requestWithALostAcknowledgement(Simulation ring) {
        ring.peer(50).command(new PeerCommand.DropNext(Droppable.ACKNOWLEDGEMENT));
        return request(FILE, 50, ring);
    }

    @Test
    void sequenceStandsStillStaysAtTheFirstNumber() {
        Simulation sound = sound();
        assertThat(request(FILE, 50, sound)).hasValue(CONTENT);
        assertThat(sequences(sound)).startsWith(1L, 401L, 801L);

        Simulation faulty = ring(220, PlantedFault.SEQUENCE_STANDS_STILL);
        assertThat(request(FILE, 50, faulty)).isEmpty();
        assertThat(sequences(faulty)).hasSizeGreaterThan(2).containsOnly(1L);
    }

    private static List<Long> sequences(Simulation ring) {
        return ring.peer(220).log().stream()
                .filter(row -> row.bytes() > 0)
                .map(Effect.Log::sequence)
                .toList();
    }

    @Test
    void halfFileUnderFinalNameKeepsTheFirstHalf() {
        assertThat(request(FILE, 50, sound())).hasValue(CONTENT);

        Simulation faulty = ring(50, PlantedFault.HALF_FILE_UNDER_FINAL_NAME);
        assertThat(request(FILE, 50, faulty)).hasValue(Arrays.copyOf(CONTENT, 2_000));
        assertThat(linesOf(50, faulty)).contains("The file is received.");
    }
}
