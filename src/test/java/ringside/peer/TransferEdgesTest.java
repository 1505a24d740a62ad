package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.TransferPurpose;

/**
 * Transfers with crossing messages: late reads, lost final notices, departures (SPEC 4.3, 4.4,
 * 5.1).
 */
class TransferEdgesTest {

    @Test
    void aTimeOutWhileTheDiskStillReadsSendsNothing() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.bench.atMs(999);
        uploads.acknowledge(401);
        uploads.bench.atMs(1_000);
        assertThat(uploads.timeOut().effects(Effect.Send.class)).isEmpty();
    }

    @Test
    void aFileThatTheReceiverHasIsSentThoughTheLastAcknowledgementWasLost() {
        UploadsBench uploads = UploadsBench.accepted(400);
        uploads.read(0, 400);
        uploads.over(12, null);
        assertThat(uploads.bench.lines()).containsExactly("The file is sent.");
    }

    @Test
    void aReceiverThatHasNothingYetCannotSayThatItHasTheFile() {
        UploadsBench uploads = UploadsBench.offered(1_000);
        uploads.over(12, null);
        assertThat(uploads.bench.effects())
                .containsExactly(new Effect.Answer(1, new Message.Accepted()));
    }

    @Test
    void aSecondOfferOfTheSameIdDoesNotLeaveATemporaryFileBehind() {
        Bench bench = Bench.inItsRing();
        bench.asked(handover("0100.txt"));
        FileHandle first = bench.effect(FileEffect.Create.class).handle();
        bench.asked(handover("0101.txt"));
        boolean refused = bench.reply() instanceof Message.Refused;
        boolean closed = bench.effects().contains(new FileEffect.Close(first));
        assertThat(refused || closed).isTrue();
    }

    @Test
    void aLeaverTellsThoseWhoReceiveFromIt() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.bench.command(new PeerCommand.Quit());
        assertThat(uploads.bench.effects(Effect.Ask.class))
                .extracting(Effect.Ask::question)
                .filteredOn(Message.TransferOver.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aLeaverSendsNoSegmentsAfterItsDeparture() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.read(0, 400);
        uploads.bench.command(new PeerCommand.Quit());
        uploads.bench.atMs(1_000);
        assertThat(uploads.timeOut().effects(Effect.Send.class)).isEmpty();
    }

    @Test
    void aTransferThatWasDoneLateIsStillAcknowledgedForAWhile() {
        Bench bench = Bench.inItsRing();
        bench.asked(handover("0100.txt"));
        FileHandle handle = bench.effect(FileEffect.Create.class).handle();
        bench.atMs(24_900);
        Datagram.Segment segment = new Datagram.Segment(7, 1, 400, Bytes.of(new byte[400]));
        bench.datagram(1, segment);
        bench.give(new FileInput.Finished(handle, Bench.file("0100.txt", 400, 3), "files/0100"));
        bench.atMs(25_000).fire(new Timer.SenderCheckDue(id(1), 7));
        bench.atMs(25_900).datagram(1, segment);
        bench.give(new Input.DatagramsTaken());
        assertThat(bench.effects(Effect.Send.class)).hasSize(1);
    }

    @Test
    void aRequestThatComesHomeToItsNewOwnerIsNotSentToItself() {
        Bench bench = Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(8, 12)));
        bench.asked(
                new Message.Lookup(
                        id(1),
                        9,
                        LookupPurpose.REQUEST,
                        new FileNumber("0004"),
                        id(5),
                        4,
                        true,
                        0));
        assertThat(bench.effects(Effect.Ask.class))
                .as("the next holder is asked, for the file is not here")
                .extracting(Effect.Ask::to)
                .containsExactly(id(8));
    }

    private static Message.Offer handover(String name) {
        return Bench.offer(1, 7, TransferPurpose.HANDOVER, 0, Bench.file(name, 400, 3), 16);
    }
}
