package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.PeerCommand;
import ringside.status.SegmentStep;

/**
 * SPEC 4.7, selective repeat: a window of segments under way, of which only lost ones are sent
 * again.
 */
class SelectiveRepeatTest {

    private SendWindowBench window = new SendWindowBench(4, 4_000);

    // -- the window

    @Test
    void aWholeWindowIsReadAndSent() {
        FileEffect.Read read = window.uploads.bench.effect(FileEffect.Read.class);
        assertThat(read)
                .isEqualTo(
                        new FileEffect.Read(
                                window.uploads.handle, 0, 1_600, SendWindowBench.MSS, 0));
        assertThat(window.readAll()).containsExactly(1L, 401L, 801L, 1_201L);
    }

    /** The disk may answer with whole segments as it has them. */
    @Test
    void whatTheDiskReadsInPiecesIsSentInPieces() {
        window.uploads.read(0, 400);
        assertThat(window.sentNow()).containsExactly(1L);
        window.uploads.read(400, 1_200);
        assertThat(window.sentNow()).containsExactly(401L, 801L, 1_201L);
        window.uploads.read(400, 1_200);
        assertThat(window.sentNow()).isEmpty();
    }

    /** A receiver that acknowledges too early must not stop what has not been read yet. */
    @Test
    void whatIsAcknowledgedBeforeItIsReadIsLeftOutAndTheRestIsSent() {
        window.acknowledge(401);
        window.uploads.read(0, 1_600);
        assertThat(window.sentNow()).containsExactly(401L, 801L, 1_201L);
        window.uploads.read(1_600, 400);
        assertThat(window.sentNow()).containsExactly(1_601L);
    }

    @Test
    void segmentsThatAreSentTogetherAreOneStepForTheirPeer() {
        Effect.SendTrain sent =
                window
                        .uploads
                        .bench
                        .whole(
                                new FileInput.Read(
                                        window.uploads.handle, 0, Bytes.of(new byte[1_600])))
                        .stream()
                        .filter(Effect.SendTrain.class::isInstance)
                        .map(Effect.SendTrain.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(sent.train().count()).isEqualTo(4);
        assertThat(sent.train().sequence()).isEqualTo(1);
    }

    @Test
    void eachAcknowledgementMovesTheWindowOn() {
        window.readAll();
        window.acknowledge(401);
        assertThat(window.readAll()).containsExactly(1_601L);
        window.acknowledge(1_201);
        assertThat(window.readAll()).containsExactly(2_001L, 2_401L);
    }

    /** Out of order: the window does not move, but the sender knows what is missing. */
    @Test
    void aGapHoldsTheWindowUntilItIsFilled() {
        window.readAll();
        window.acknowledge(1, 1, 2);
        assertThat(window.uploads.bench.effects(FileEffect.Read.class)).isEmpty();
        window.acknowledge(1_201);
        assertThat(window.readAll()).containsExactly(1_601L, 2_001L, 2_401L);
    }

    @Test
    void theRoomAtTheReceiverLimitsTheWindow() {
        window =
                new SendWindowBench(
                        Bench.WITHOUT_LOSS.withWindow(64), 40_000, new Message.Welcome(0, 1_000));
        assertThat(window.readAll()).hasSize(2);
        window =
                new SendWindowBench(
                        Bench.WITHOUT_LOSS.withWindow(64), 40_000, new Message.Welcome(0, 10));
        assertThat(window.readAll()).hasSize(1);
    }

    /** SPEC 8.5: the part that a receiver already has is not sent again. */
    @Test
    void aTransferBeginsWhereTheReceiverWantsIt() {
        window =
                new SendWindowBench(
                        Bench.WITHOUT_LOSS.withWindow(4),
                        4_000,
                        new Message.Welcome(3_100, 10_000));
        assertThat(window.readAll()).containsExactly(3_101L, 3_501L, 3_901L);
        window.acknowledge(4_001);
        assertThat(window.uploads.bench.lines()).containsExactly("The file is sent.");
    }

    @Test
    void aReceiverThatWantsMoreThanThereIsGetsNothing() {
        window =
                new SendWindowBench(
                        Bench.WITHOUT_LOSS.withWindow(4),
                        4_000,
                        new Message.Welcome(4_001, 10_000));
        assertThat(window.uploads.bench.effects(FileEffect.Read.class)).isEmpty();
        assertThat(window.uploads.bench.effects(FileEffect.Close.class)).hasSize(1);
    }

    @Test
    void theLastAcknowledgementEndsTheFlow() {
        window = new SendWindowBench(8, 1_000);
        assertThat(window.readAll()).containsExactly(1L, 401L, 801L);
        window.acknowledge(1_001);
        assertThat(window.uploads.bench.lines()).containsExactly("The file is sent.");
        window = new SendWindowBench(8, 0);
        assertThat(window.uploads.bench.lines())
                .containsExactly("We now start sending the file .........", "The file is sent.");
    }

    // -- losses

    /** A duplicate, late or foreign acknowledgement sends nothing. */
    @Test
    void anAcknowledgementOfNothingNewSendsNothing() {
        window.readAll();
        window.acknowledge(401, 1);
        window.readAll();
        for (int i = 0; i < 5; i++) {
            window.acknowledge(401, 1);
            window.assertSilent();
        }
        window.acknowledge(1);
        window.assertSilent();
        window.acknowledge(400_001);
        window.assertSilent();
        window.uploads.acknowledge(801);
        window.assertSilent();
    }

    @Test
    void threeLaterTransmissionsProveThatASegmentIsLost() {
        window.readAll();
        window.acknowledge(1, 1, 2);
        assertThat(window.sentNow()).isEmpty();
        window.acknowledge(1, 1, 2, 3);
        assertThat(window.sentNow()).containsExactly(1L);
        assertThat(window.steps()).contains(SegmentStep.OVERTAKEN);
        window.acknowledge(1_601);
        assertThat(window.readAll()).containsExactly(1_601L, 2_001L, 2_401L, 2_801L);
    }

    /** A resent segment is lost again only when three sent later have arrived. */
    @Test
    void aRepeatedSegmentIsOvertakenByLaterTransmissionsOnly() {
        window = new SendWindowBench(8, 40_000);
        window.readAll();
        window.acknowledge(1, 1, 2, 3);
        assertThat(window.sentNow()).containsExactly(1L);
        window.readAll();
        window.acknowledge(1, 1, 2, 3, 4, 5, 6, 7);
        assertThat(window.sentNow()).isEmpty();
    }

    /** Karn: the acknowledgement of a resent segment may be that of its first transmission. */
    @Test
    void aRepeatedSegmentOvertakesNobody() {
        window = new SendWindowBench(8, 40_000);
        window.readAll();
        window.timeOut(1_000);
        assertThat(window.sentNow()).containsExactly(1L);
        window.acknowledge(401);
        assertThat(window.sentNow()).containsExactly(401L, 801L);
        window.acknowledge(801);
        assertThat(window.sentNow()).containsExactly(1_201L, 1_601L, 2_001L);
    }

    /** SPEC 4.3: the sender simulates the loss in this mode too. */
    @Test
    void aSegmentThatIsDroppedOnPurposeIsSentAgainWhenItIsOvertaken() {
        window =
                new SendWindowBench(
                        Bench.WITHOUT_LOSS.withWindow(4).withLoss(1), 4_000, Bench.WELCOME);
        window.uploads.read(0, 400);
        assertThat(window.uploads.bench.effects(Effect.Send.class)).isEmpty();
        window.uploads.bench.command(new PeerCommand.SetLoss(0));
        window.uploads.read(400, 1_200);
        window.acknowledge(1, 1, 2, 3);
        assertThat(window.sentNow()).containsExactly(1L);
    }

    // -- other transfers

    /**
     * SPEC 8.8: copies and handovers have lower priority: one segment at a time while a request
     * flows.
     */
    @Test
    void replicationYieldsToATransferThatAUserWaitsFor() {
        window.uploads.bench.command(new PeerCommand.Store("b.txt", new FileNumber("0012")));
        long lookupId =
                window.uploads
                        .bench
                        .purposes(QuestionPurpose.LookupHop.class)
                        .getFirst()
                        .lookup()
                        .lookupId();
        window.uploads.bench.asked(new Message.OwnerFound(id(12), lookupId, false));
        FileHandle handle = window.uploads.bench.effect(FileEffect.Open.class).handle();
        window.uploads.bench.give(new FileInput.Opened(handle, Bench.file("0012.txt", 100_000, 1)));
        Message.Offer offer =
                (Message.Offer)
                        window.uploads.bench.effects(Effect.Ask.class).getFirst().question();
        assertThat(offer.window()).isEqualTo(16);
        window.uploads.bench.answered(
                new QuestionPurpose.OfferMade(offer.transferId()), Bench.WELCOME);
        assertThat(window.uploads.bench.effect(FileEffect.Read.class).length())
                .isEqualTo(SendWindowBench.MSS);

        window.uploads.over(12, "enough");
        window.uploads.bench.give(
                new FileInput.Read(handle, 0, Bytes.of(new byte[SendWindowBench.MSS])));
        window.uploads.bench.datagram(
                12, new Datagram.SelectiveAcknowledgement(offer.transferId(), 401, Bytes.EMPTY));
        assertThat(window.uploads.bench.effect(FileEffect.Read.class).length())
                .isEqualTo(16 * SendWindowBench.MSS);
    }
}
