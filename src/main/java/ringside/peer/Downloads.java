package ringside.peer;

import org.jspecify.annotations.Nullable;
import ringside.peer.IncomingTransfer.Phase;
import ringside.peer.IncomingTransfer.TransferKey;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

/** Receives files: accepts offers, handles the flow, and verifies the complete file (SPEC 4). */
final class Downloads {

    /** Maximum number of simultaneous incoming files; bounds temporary files and state. */
    private static final int MAX_TRANSFERS = 64;

    /** Decides about offers, and handles the files that arrive. */
    interface Arrivals {
        /** Returns why an offer is refused, or null if it is accepted. */
        @Nullable String objection(Message.Offer offer);

        /** Called when an offer without objection has been accepted. */
        void taken(Message.Offer offer);

        /** Returns the version to give an accepted file, in ms since the Unix epoch. */
        long versionOf(Message.Offer offer);

        /** Called when the file is in place, at a local path. */
        void arrived(Message.Offer offer, StoredFile file, String path);

        /** Called when the transfer has failed. */
        void missed(Message.Offer offer, String reason);
    }

    private final PeerContext context;
    private final Arrivals arrivals;

    /** Watches the senders of incoming transfers. */
    final SenderWatchdog senderWatchdog;

    private final IncomingTransfers transfers = new IncomingTransfers();
    private final SegmentReassembler reassembler;
    private final PartialDownloads partialDownloads;
    private long bufferBytes;

    Downloads(PeerContext context, Arrivals arrivals) {
        this.context = context;
        this.arrivals = arrivals;
        reassembler = new SegmentReassembler(context);
        senderWatchdog = new SenderWatchdog(context, transfers, this::breakOff);
        partialDownloads = new PartialDownloads(context);
    }

    /** Sets the size of the socket's receive buffer in bytes. */
    void setBuffer(int bytes) {
        bufferBytes = bytes;
    }

    // -- the offer (SPEC 4.1)

    void onOffer(long exchange, Message.Offer offer) {
        String objected = objectionTo(offer);
        if (objected != null) {
            context.answer(exchange, new Message.Refused(objected));
            return;
        }
        arrivals.taken(offer);
        PartialDownloads.Part part = partialDownloads.take(offer);
        Message.Welcome welcome =
                new Message.Welcome(part == null ? 0 : part.written(), receiveWindow());
        var transfer =
                new IncomingTransfer(
                        part == null ? context.newHandle(FilePurpose.DOWNLOAD) : part.handle(),
                        offer,
                        welcome.segments(offer.mss(), offer.window()),
                        welcome.offset(),
                        context.now());
        transfers.add(transfer);
        if (part == null) {
            context.file(
                    new FileEffect.Create(
                            transfer.handle,
                            offer.file(),
                            destinationFor(offer),
                            arrivals.versionOf(offer)));
        }
        reportStart(transfer);
        context.answer(exchange, welcome);
        senderWatchdog.watch(transfer);
        finishIfWhole(transfer);
    }

    private @Nullable String objectionTo(Message.Offer offer) {
        if (transfers.isUnderWay(new TransferKey(offer.from(), offer.transferId()))) {
            return "that transfer is under way already";
        }
        return transfers.underWay() >= MAX_TRANSFERS
                ? "peer " + context.self + " receives " + MAX_TRANSFERS + " files already"
                : arrivals.objection(offer);
    }

    /**
     * Returns the share of one more transfer: half the socket's buffer is divided among transfers,
     * the rest is left to other datagrams.
     */
    private int receiveWindow() {
        return (int) (bufferBytes / 2 / (transfers.underWay() + 1));
    }

    private void reportStart(IncomingTransfer transfer) {
        Message.Offer offer = transfer.offer;
        if (offer.purpose() == TransferPurpose.REQUEST) {
            context.print(
                    "Received a response message from peer "
                            + offer.from()
                            + ", which has the file "
                            + offer.file().number()
                            + ".");
            context.print(
                    transfer.written == 0
                            ? "We now start receiving the file ........."
                            : "We now go on receiving the file, from byte "
                                    + transfer.written
                                    + " .........");
        }
        context.report(
                new FileEvent.TransferStarted(
                        offer.transferId(),
                        false,
                        offer.from(),
                        offer.file(),
                        offer.bytes(),
                        transfer.written,
                        offer.mss(),
                        transfer.sendWindow,
                        0,
                        offer.purpose()));
    }

    private static FileEffect.Destination destinationFor(Message.Offer offer) {
        return switch (offer.purpose()) {
            case REQUEST -> FileEffect.Destination.RECEIVED;
            case STORE, COPY, HANDOVER -> FileEffect.Destination.HELD;
        };
    }

    // -- segments (SPEC 4.2, 4.3)

    void onSegment(PeerId from, Datagram.Segment segment) {
        IncomingTransfer transfer = transfers.get(new TransferKey(from, segment.transferId()));
        if (transfer != null) {
            reassembler.take(transfer, segment);
            finishIfWhole(transfer);
        }
    }

    void onTrain(PeerId from, SegmentTrain train) {
        IncomingTransfer transfer = transfers.get(new TransferKey(from, train.transferId()));
        if (transfer != null) {
            reassembler.take(transfer, train);
            finishIfWhole(transfer);
        }
    }

    void onDatagramsTaken() {
        reassembler.acknowledgeAll();
    }

    void onDiskBehind() {
        reassembler.onDiskBehind();
    }

    /**
     * Writes and acknowledges the segments that waited for the disk, so that their senders continue
     * at once.
     */
    void onDiskCaughtUp() {
        reassembler.onDiskCaughtUp(transfers.all());
        transfers.all().forEach(this::finishIfWhole);
    }

    private void finishIfWhole(IncomingTransfer transfer) {
        if (transfer.phase == Phase.FLOWING && transfer.written == transfer.offer.bytes()) {
            transfer.phase = Phase.FINISHING;
            context.file(new FileEffect.Finish(transfer.handle, transfer.offer.sha256()));
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
            context.print("The file is received.");
        }
        context.report(
                new FileEvent.TransferDone(
                        transfer.key.transferId(),
                        false,
                        transfer.written,
                        transfer.segments,
                        transfer.duplicates));
        notifySender(transfer.key, null);
        arrivals.arrived(transfer.offer, finished.file(), finished.path());
    }

    /** Repeats the notice until the transfer is forgotten, because the sender waits for it. */
    void onOverUnanswered(QuestionPurpose.TransferOverNotice notice) {
        if (isDone(notice.to(), notice.transferId())) {
            context.callLater(
                    new Timer.OverAgain(notice.to(), notice.transferId()),
                    SenderWatchdog.PAUSE_MICROS);
        }
    }

    void onOverAgain(Timer.OverAgain again) {
        if (isDone(again.sender(), again.transferId())) {
            notifySender(new TransferKey(again.sender(), again.transferId()), null);
        }
    }

    private boolean isDone(PeerId sender, long transferId) {
        IncomingTransfer transfer = transfers.get(new TransferKey(sender, transferId));
        return transfer != null && transfer.phase == Phase.DONE;
    }

    void onFileFailed(FileInput.Failed failed) {
        IncomingTransfer transfer = transfers.byHandle(failed.handle());
        if (transfer != null && transfer.phase != Phase.DONE) {
            notifySender(transfer.key, failed.reason());
            fail(transfer, failed.reason());
        }
    }

    /**
     * Ends a transfer whose sender gave up. A complete file is kept all the same, if its digest is
     * right.
     */
    void onOver(Message.TransferOver over) {
        IncomingTransfer transfer = transfers.get(new TransferKey(over.from(), over.transferId()));
        if (transfer == null || over.failure() == null) {
            return;
        }
        switch (transfer.phase) {
            case FLOWING -> breakOff(transfer, over.failure());
            case FINISHING, DONE -> {}
        }
    }

    void onStale(Timer.PartialDownloadStale stale) {
        partialDownloads.onStale(stale);
    }

    // -- giving up

    /** Stops receiving, and notifies all senders so that they do not have to wait for time-outs. */
    void giveUp(String reason) {
        for (IncomingTransfer transfer : transfers.all()) {
            if (transfer.phase != Phase.DONE) {
                notifySender(transfer.key, reason);
                fail(transfer, reason);
            }
        }
        partialDownloads.discardAll();
    }

    private void fail(IncomingTransfer transfer, String reason) {
        context.file(new FileEffect.Close(transfer.handle));
        forget(transfer, reason);
    }

    /** Ends a transfer but keeps its data, because only the sender failed. */
    private void breakOff(IncomingTransfer transfer, String reason) {
        partialDownloads.keep(transfer);
        forget(transfer, reason);
    }

    private void forget(IncomingTransfer transfer, String reason) {
        reassembler.forget(transfer);
        transfers.remove(transfer);
        context.report(new FileEvent.TransferFailed(transfer.key.transferId(), false, reason));
        arrivals.missed(transfer.offer, reason);
    }

    private void notifySender(TransferKey transfer, @Nullable String failure) {
        context.ask(
                transfer.from(),
                new Message.TransferOver(context.self, transfer.transferId(), failure),
                new QuestionPurpose.TransferOverNotice(transfer.from(), transfer.transferId()));
    }

    // -- queries

    /** Returns whether a file with this number is on its way into this peer's store. */
    boolean isTaking(FileNumber number) {
        return transfers.intoStore().anyMatch(file -> file.number().equals(number));
    }

    /** Returns whether any file is on its way into this peer's store. */
    boolean isTakingAny() {
        return transfers.intoStore().findAny().isPresent();
    }
}
