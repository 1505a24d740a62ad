package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** Peer 8, which requests 2012 and receives it from peer 1, several segments at a time. */
final class IncomingBench {

    static final FileName NAME = FileName.parse("2012.pdf");

    final Bench bench =
            Bench.started(
                            8,
                            Bench.WITHOUT_LOSS.withWindow(4),
                            new Origin.Neighbours(Bench.ids(10, 12)))
                    .ping(5, SuccessorRole.FIRST);

    private long lookupId;

    FileHandle begin(long transferId, long bytes) {
        return begin(transferId, bytes, 4);
    }

    FileHandle begin(long transferId, long bytes, int window) {
        request();
        bench.asked(offer(transferId, bytes, Bench.DIGEST, window));
        return bench.effects(FileEffect.Create.class).stream()
                .map(FileEffect.Create::handle)
                .findFirst()
                .orElseThrow();
    }

    private void request() {
        bench.command(new PeerCommand.Request(NAME.number()));
        rememberLookup();
    }

    private void rememberLookup() {
        Message.Lookup lookup = bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup();
        assertThat(lookup.purpose()).isEqualTo(LookupPurpose.REQUEST);
        lookupId = lookup.lookupId();
    }

    void breakOff(long transferId) {
        bench.asked(new Message.TransferOver(id(1), transferId, "I must go"));
    }

    Message.@Nullable Reply resume(long transferId, long bytes, String digest) {
        bench.fire(new Timer.RequestAgain(NAME.number()));
        rememberLookup();
        return bench.asked(offer(transferId, bytes, digest, 4)).reply();
    }

    private Message.Offer offer(long transferId, long bytes, String digest, int window) {
        return Bench.offer(
                1,
                transferId,
                TransferPurpose.REQUEST,
                lookupId,
                new StoredFile(NAME, bytes, digest, 1),
                window);
    }

    /** Delivers a segment, with no more datagrams waiting. */
    void segment(long transferId, long sequence, int length) {
        early(transferId, sequence, length);
        bench.alsoGive(new Input.DatagramsTaken());
    }

    /** Delivers a segment, with more datagrams waiting. */
    void early(long transferId, long sequence, int length) {
        bench.datagram(
                1, new Datagram.Segment(transferId, sequence, 400, Bytes.of(new byte[length])));
    }

    /** Delivers segments of 400 bytes that have arrived together. */
    void train(long transferId, long sequence, Bytes data) {
        bench.give(
                new Input.TrainReceived(id(1), new SegmentTrain(transferId, sequence, 400, data)));
    }

    List<Long> written() {
        return bench.effects(FileEffect.Write.class).stream()
                .map(FileEffect.Write::offset)
                .toList();
    }

    static Effect.Send acknowledged(long number, int... beyond) {
        byte[] bitmap = new byte[beyond.length];
        for (int i = 0; i < beyond.length; i++) {
            bitmap[i] = (byte) beyond[i];
        }
        return new Effect.Send(
                id(1), new Datagram.SelectiveAcknowledgement(1, number, Bytes.of(bitmap)));
    }
}
