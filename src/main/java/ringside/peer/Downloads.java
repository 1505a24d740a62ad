package ringside.peer;

import org.jspecify.annotations.Nullable;
import ringside.peer.IncomingTransfer.Phase;
import ringside.peer.IncomingTransfer.TransferKey;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

/** Receives files: takes offers, sees to the flow, and checks the whole (SPEC 4). */
final class Downloads {

    /** Files on their way in at once, so that temporary files and state stay few. */
    private static final int MAX_TRANSFERS = 64;

    /** What is done with a file that has arrived. */
    interface Arrivals {
        /** Why an offer is not welcome, or null when it is. */
        @Nullable String objection(Message.Offer offer);

        /** An offer to which there is no objection is taken. */
        void taken(Message.Offer offer);

        /** The version of a welcome file once it is here, in ms since the Unix epoch. */
        long versionOf(Message.Offer offer);

        /** It lies in its place, at a path of this machine. */
        void arrived(Message.Offer offer, StoredFile file, String path);

        /** It will not come. */
        void missed(Message.Offer offer, String reason);
    }

    private final PeerContext context;
    private final Arrivals arrivals;

    /** Watches those who should be sending. */
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

    /** How much the socket keeps of what has not been read yet, in bytes. */
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
                new Message.Welcome(part == null ? 0 : part.written(), roomForOneMore());
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
                            placeFor(offer),
                            arrivals.versionOf(offer)));
        }
        tellBeginning(transfer);
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
     * Half the socket's buffer is for transfers: each gets its share, the rest is for the others.
     */
    private int roomForOneMore() {
        return (int) (bufferBytes / 2 / (transfers.underWay() + 1));
    }

    private void tellBeginning(IncomingTransfer transfer) {
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
                        transfer.window,
                        0,
                        offer.purpose()));
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
        if (transfer != null) {
            reassembler.take(transfer, segment);
            finishIfWhole(transfer);
        }
    }

    void onDatagramsTaken() {
        reassembler.acknowledgeAll();
    }

    void onDiskBehind() {
        reassembler.onDiskBehind();
    }

    /** What has waited for the disk is written and acknowledged: its senders go on at once. */
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
        tellSender(transfer.key, null);
        arrivals.arrived(transfer.offer, finished.file(), finished.path());
    }

    /** The sender waits for this word: it is told again, as long as the transfer is remembered. */
    void onOverUnanswered(Purpose.OverTold told) {
        if (isDone(told.told(), told.transferId())) {
            context.callLater(
                    new Timer.OverAgain(told.told(), told.transferId()),
                    SenderWatchdog.PAUSE_MICROS);
        }
    }

    void onOverAgain(Timer.OverAgain again) {
        if (isDone(again.sender(), again.transferId())) {
            tellSender(new TransferKey(again.sender(), again.transferId()), null);
        }
    }

    private boolean isDone(PeerId sender, long transferId) {
        IncomingTransfer transfer = transfers.get(new TransferKey(sender, transferId));
        return transfer != null && transfer.phase == Phase.DONE;
    }

    void onFileFailed(FileInput.Failed failed) {
        IncomingTransfer transfer = transfers.byHandle(failed.handle());
        if (transfer != null && transfer.phase != Phase.DONE) {
            tellSender(transfer.key, failed.reason());
            fail(transfer, failed.reason());
        }
    }

    /** The sender gave up; a file that is whole is kept all the same, if its digest is right. */
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

    void onStale(Timer.RemainsStale stale) {
        partialDownloads.onStale(stale);
    }

    // -- giving up

    /** Takes nothing more, and tells all senders, so that they need not find out by time-outs. */
    void giveUp(String reason) {
        for (IncomingTransfer transfer : transfers.all()) {
            if (transfer.phase != Phase.DONE) {
                tellSender(transfer.key, reason);
                fail(transfer, reason);
            }
        }
        partialDownloads.discardAll();
    }

    private void fail(IncomingTransfer transfer, String reason) {
        context.file(new FileEffect.Close(transfer.handle));
        forget(transfer, reason);
    }

    /** The sender is to blame: what has come is good. */
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

    private void tellSender(TransferKey transfer, @Nullable String failure) {
        context.ask(
                transfer.from(),
                new Message.TransferOver(context.self, transfer.transferId(), failure),
                new Purpose.OverTold(transfer.from(), transfer.transferId()));
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
}
