package ringside.peer;

import static ringside.peer.Bench.id;

import ringside.ring.FileNumber;
import ringside.status.LookupPurpose;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;

/** Peer 5 of the ring 1 5 8 12; peer 12 has requested its file 0004. */
final class UploadsBench {

    private static final FileNumber NUMBER = new FileNumber("0004");

    final Bench bench;
    final FileHandle handle;
    long transferId;

    private UploadsBench(Bench bench) {
        this.bench = bench;
        handle = bench.effect(FileEffect.Open.class).handle();
    }

    static UploadsBench asked(PeerSettings settings) {
        Bench bench = Bench.peerFive(settings).ping(1, SuccessorRole.FIRST);
        bench.asked(
                new Message.Lookup(id(1), 9, LookupPurpose.REQUEST, NUMBER, id(12), 2, false, 0));
        return new UploadsBench(bench);
    }

    /** The disk has found the file of this size, and the peer offers it. */
    static UploadsBench offered(long bytes) {
        return asked(Bench.WITHOUT_LOSS).opened(bytes);
    }

    /** The offer is accepted, and the first part is requested from the disk. */
    static UploadsBench accepted(long bytes) {
        return offered(bytes).accept();
    }

    UploadsBench opened(long bytes) {
        bench.give(new FileInput.Opened(handle, Bench.file("0004.txt", bytes, 1)));
        transferId = bench.purposes(QuestionPurpose.OfferMade.class).getFirst().transferId();
        return this;
    }

    UploadsBench accept() {
        bench.answered(new QuestionPurpose.OfferMade(transferId), Bench.WELCOME);
        return this;
    }

    /** The disk reads a part, and the peer sends the segment. */
    Bench read(long offset, int length) {
        return bench.give(new FileInput.Read(handle, offset, bytes(length)));
    }

    Bench acknowledge(long number) {
        return bench.datagram(12, new Datagram.Acknowledgement(transferId, number));
    }

    Bench timeOut() {
        return bench.fire(new Timer.TransferOverdue(transferId));
    }

    Bench over(int from, @org.jspecify.annotations.Nullable String failure) {
        return bench.asked(new Message.TransferOver(id(from), transferId, failure));
    }

    Effect.Send segment(long sequence, int length) {
        return new Effect.Send(
                id(12), new Datagram.Segment(transferId, sequence, 400, bytes(length)));
    }

    /** Returns different bytes for different lengths. */
    private static Bytes bytes(int length) {
        byte[] array = new byte[length];
        java.util.Arrays.fill(array, (byte) length);
        return Bytes.of(array);
    }
}
