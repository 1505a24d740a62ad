package ringside.peer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringside.peer.Effect.LogBook;
import ringside.peer.IncomingTransfer.Phase;
import ringside.peer.IncomingTransfer.TransferKey;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;
import ringside.status.TransferPurpose;

/** Receives files by stop-and-wait, acknowledges each segment, and checks the whole (SPEC 4). */
final class Receiving {

    /**
     * A sender that says nothing for so long has failed: 20 time-outs of 1 s after which it would
     * have given up itself (SPEC 4.4), and 5 s more.
     */
    private static final long SILENCE_MICROS = 25_000 * Surroundings.MICROS_PER_MS;

    /** Files on their way in at once, so that temporary files and state stay few. */
    private static final int MAX_TRANSFERS = 64;

    /** What is done with a file that has arrived. */
    interface Arrivals {
        /** It lies in its place, at a path of this machine. */
        void arrived(Message.Offer offer, StoredFile file, String path);

        /** It will not come. */
        void missed(Message.Offer offer, String reason);
    }

    private final Surroundings at;
    private final Function<Message.Offer, @Nullable String> objection;
    private final Arrivals arrivals;
    private final IncomingTransfers transfers = new IncomingTransfers();

    /**
     * Receives what is welcome.
     *
     * @param objection why an offer is not welcome, or null when it is
     */
    Receiving(
            Surroundings at,
            Function<Message.Offer, @Nullable String> objection,
            Arrivals arrivals) {
        this.at = at;
        this.objection = objection;
        this.arrivals = arrivals;
    }

    // -- the offer (SPEC 4.1)

    void onOffer(long exchange, Message.Offer offer) {
        var key = new TransferKey(offer.from(), offer.transferId());
        if (transfers.isUnderWay(key)) {
            at.answer(exchange, new Message.Refused("that transfer is under way already"));
            return;
        }
        String objected =
                transfers.underWay() >= MAX_TRANSFERS
                        ? "peer " + at.self + " receives " + MAX_TRANSFERS + " files already"
                        : objection.apply(offer);
        if (objected != null) {
            at.answer(exchange, new Message.Refused(objected));
            return;
        }
        var transfer = new IncomingTransfer(at.newHandle(), offer, at.now());
        transfers.add(transfer);
        at.file(
                new FileEffect.Create(
                        transfer.handle, offer.file(), placeFor(offer), offer.versionMs()));
        if (offer.purpose() == TransferPurpose.REQUEST) {
            at.print(
                    "Received a response message from peer " + offer.from()
                            + ", which has the file " + offer.file().number() + ".");
            at.print("We now start receiving the file .........");
        }
        at.answer(exchange, new Message.Accepted());
        at.report(
                new FileEvent.TransferStarted(
                        offer.transferId(),
                        false,
                        offer.from(),
                        offer.file(),
                        offer.bytes(),
                        offer.mss(),
                        0,
                        offer.purpose()));
        at.callLater(
                new Timer.SenderSilent(offer.from(), offer.transferId()), SILENCE_MICROS);
        finishIfWhole(transfer);
    }

    private static FilePlace placeFor(Message.Offer offer) {
        return switch (offer.purpose()) {
            case REQUEST -> FilePlace.RECEIVED;
            case STORE, COPY, HANDOVER -> FilePlace.HELD;
        };
    }

    // -- segments (SPEC 4.2, 4.3)

    void onSegment(PeerId from, Datagram.Segment segment) {
        IncomingTransfer transfer = transfers.get(new TransferKey(from, segment.transferId()));
        if (transfer == null) {
            return;
        }
        long offset = segment.sequence() - 1;
        int length = segment.data().length();
        if (offset > transfer.written || length != transfer.lengthAt(offset)) {
            return;
        }
        transfer.heardAt = at.now();
        transfer.segments++;
        log("rcv", segment.sequence(), length, 0);
        if (offset == transfer.written) {
            at.file(new FileEffect.Write(transfer.handle, offset, segment.data()));
            transfer.written += length;
            trace(transfer, SegmentStep.RECEIVED, segment.sequence(), length, 0);
        } else {
            transfer.duplicates++;
            trace(transfer, SegmentStep.DUPLICATE_RECEIVED, segment.sequence(), length, 0);
        }
        acknowledge(transfer, segment.sequence() + length);
        reportProgress(transfer);
        finishIfWhole(transfer);
    }

    private void acknowledge(IncomingTransfer transfer, long number) {
        at.send(
                transfer.key.from(),
                new Datagram.Acknowledgement(transfer.key.transferId(), number));
        log("snd", 0, 0, number);
        trace(transfer, SegmentStep.ACKNOWLEDGEMENT_SENT, 0, 0, number);
    }

    private void finishIfWhole(IncomingTransfer transfer) {
        if (transfer.phase == Phase.FLOWING && transfer.written == transfer.offer.bytes()) {
            transfer.phase = Phase.FINISHING;
            at.file(new FileEffect.Finish(transfer.handle, transfer.offer.sha256()));
        }
    }

    // -- the end (SPEC 4.4)

    void onFinished(FileInput.Finished finished) {
        IncomingTransfer transfer = transfers.byHandle(finished.handle());
        if (transfer == null) {
            return;
        }
        transfer.phase = Phase.DONE;
        if (transfer.offer.purpose() == TransferPurpose.REQUEST) {
            at.print("The file is received.");
        }
        at.report(
                new FileEvent.TransferDone(
                        transfer.key.transferId(),
                        false,
                        transfer.written,
                        transfer.segments,
                        transfer.duplicates));
        tellSender(transfer, null);
        arrivals.arrived(transfer.offer, finished.file(), finished.path());
    }

    void onFileFailed(FileInput.Failed failed) {
        IncomingTransfer transfer = transfers.byHandle(failed.handle());
        if (transfer != null) {
            tellSender(transfer, failed.reason());
            fail(transfer, failed.reason());
        }
    }

    /** The sender gave up. */
    void onOver(Message.TransferOver over) {
        IncomingTransfer transfer = transfers.get(new TransferKey(over.from(), over.transferId()));
        if (transfer != null && over.failure() != null) {
            fail(transfer, over.failure());
        }
    }

    void onSilenceDue(Timer.SenderSilent due) {
        IncomingTransfer transfer = transfers.get(new TransferKey(due.sender(), due.transferId()));
        if (transfer == null) {
            return;
        }
        long silentUntil = transfer.heardAt + SILENCE_MICROS;
        switch (transfer.phase) {
            case DONE -> {
                if (at.now() < silentUntil) {
                    at.callLater(due, silentUntil - at.now());
                } else {
                    transfers.remove(transfer);
                }
            }
            case FINISHING -> at.callLater(due, SILENCE_MICROS);
            case FLOWING -> {
                if (at.now() < silentUntil) {
                    at.callLater(due, silentUntil - at.now());
                } else {
                    fail(transfer, "peer " + transfer.key.from() + " fell silent");
                }
            }
        }
    }

    /** Takes nothing more, and tells all senders, so that they need not find out by time-outs. */
    void giveUp(String reason) {
        for (IncomingTransfer transfer : transfers.all()) {
            if (transfer.phase != Phase.DONE) {
                tellSender(transfer, reason);
                fail(transfer, reason);
            }
        }
    }

    private void fail(IncomingTransfer transfer, String reason) {
        if (transfer.phase == Phase.DONE) {
            return;
        }
        transfers.remove(transfer);
        at.file(new FileEffect.Close(transfer.handle));
        at.report(new FileEvent.TransferFailed(transfer.key.transferId(), false, reason));
        arrivals.missed(transfer.offer, reason);
    }

    private void tellSender(IncomingTransfer transfer, @Nullable String failure) {
        at.ask(
                transfer.key.from(),
                new Message.TransferOver(at.self, transfer.key.transferId(), failure),
                new Purpose.OverTold(transfer.key.transferId()));
    }

    // -- small things

    /** Whether a file of this number is on its way into the store of this peer. */
    boolean isTaking(FileNumber number) {
        return transfers.intoStore().anyMatch(file -> file.number().equals(number));
    }

    /** Whether any file is on its way into the store of this peer. */
    boolean isTakingAny() {
        return transfers.intoStore().findAny().isPresent();
    }

    private void reportProgress(IncomingTransfer transfer) {
        if (at.now() - transfer.lastProgressAt >= StopAndWait.PROGRESS_PAUSE_MICROS) {
            transfer.lastProgressAt = at.now();
            at.report(
                    new FileEvent.TransferProgress(
                            transfer.key.transferId(),
                            false,
                            transfer.written,
                            transfer.segments,
                            transfer.duplicates));
        }
    }

    private void log(String event, long sequence, int bytes, long acknowledgement) {
        at.log(LogBook.REQUESTING, event, sequence, bytes, acknowledgement);
    }

    private void trace(
            IncomingTransfer transfer,
            SegmentStep step,
            long sequence,
            int length,
            long acknowledgement) {
        at.trace(transfer.key.transferId(), step, transfer.key.from(), sequence, length, acknowledgement);
    }
}
