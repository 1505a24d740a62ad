package ringside.peer;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import ringside.peer.OutgoingTransfer.Phase;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

/** Sends files: finds, offers and transmits them, and waits for the confirmation (SPEC 4). */
final class Uploads implements ArqSender.Listener {

    /** Time for the receiver to compute the digest and put the file in place. */
    private static final long CONFIRMATION_MICROS = 30_000 * PeerContext.MICROS_PER_MS;

    /** Maximum number of simultaneous outgoing files; more would only slow each other down. */
    private static final int MAX_TRANSFERS = 64;

    /** Minimum window of files that nobody requested and watches segment by segment. */
    private static final int LEAST_WINDOW_UNLESS_REQUESTED = 16;

    private final PeerContext context;
    private final Consumer<FileNumber> suspect;
    private final TreeMap<Long, OutgoingTransfer> byId = new TreeMap<>();
    private final TreeMap<FileHandle, OutgoingTransfer> byHandle = new TreeMap<>();

    /**
     * Creates the uploads of one peer.
     *
     * @param suspect receives the number of a file that did not match its offer at the receiver
     */
    Uploads(PeerContext context, Consumer<FileNumber> suspect) {
        this.context = context;
        this.suspect = suspect;
    }

    /**
     * Finds a file, offers it and sends it.
     *
     * @param lookupId the request or store that this answers, 0 for none
     */
    void send(
            FileEffect.Source source,
            PeerId to,
            TransferPurpose purpose,
            long lookupId,
            SendListener listener) {
        if (byId.size() >= MAX_TRANSFERS) {
            listener.failed("peer " + context.self + " sends " + MAX_TRANSFERS + " files already");
            return;
        }
        var transfer =
                new OutgoingTransfer(
                        context.random.id(),
                        context.newHandle(FilePurpose.UPLOAD),
                        to,
                        purpose,
                        lookupId,
                        listener);
        byId.put(transfer.id, transfer);
        byHandle.put(transfer.handle, transfer);
        context.file(new FileEffect.Open(transfer.handle, source));
    }

    // -- the offer (SPEC 4.1)

    void onOpened(FileInput.Opened opened) {
        OutgoingTransfer transfer = byHandle.get(opened.handle());
        if (transfer == null) {
            return;
        }
        transfer.file = opened.file();
        transfer.mss = context.settings().mss();
        transfer.sendWindow = sendWindowFor(transfer.purpose);
        transfer.phase = Phase.OFFERED;
        transfer.listener.found(opened.file());
        context.ask(
                transfer.to,
                new Message.Offer(
                        context.self,
                        transfer.id,
                        transfer.purpose,
                        transfer.lookupId,
                        opened.file().name(),
                        opened.file().bytes(),
                        opened.file().sha256(),
                        opened.file().versionMs(),
                        transfer.mss,
                        transfer.sendWindow),
                new QuestionPurpose.OfferMade(transfer.id));
    }

    void onOfferAnswered(QuestionPurpose.OfferMade purpose, Message.OfferReply reply) {
        OutgoingTransfer transfer = byId.get(purpose.transferId());
        if (transfer == null || transfer.phase != Phase.OFFERED) {
            return;
        }
        switch (reply) {
            case Message.Welcome welcome when welcome.offset() <= transfer.file().bytes() ->
                    flow(transfer, welcome);
            case Message.Welcome _ -> refuse(transfer, "it has more of the file than there is");
            case Message.Refused(String reason) -> refuse(transfer, reason);
        }
    }

    private void refuse(OutgoingTransfer transfer, String reason) {
        close(transfer);
        transfer.listener.failed("peer " + transfer.to + " did not take it: " + reason);
    }

    private int sendWindowFor(TransferPurpose purpose) {
        return switch (purpose) {
            case REQUEST -> context.settings().window();
            case STORE, COPY, HANDOVER ->
                    Math.max(LEAST_WINDOW_UNLESS_REQUESTED, context.settings().window());
        };
    }

    /** Ends a transfer before it starts, because its requester is gone (SPEC 4.1). */
    void onOfferUnanswered(QuestionPurpose.OfferMade purpose) {
        OutgoingTransfer transfer = byId.get(purpose.transferId());
        if (transfer != null && transfer.phase == Phase.OFFERED) {
            close(transfer);
            transfer.listener.failed("peer " + transfer.to + " cannot be reached");
        }
    }

    // -- the flow (SPEC 4.2, 4.3)

    private void flow(OutgoingTransfer transfer, Message.Welcome welcome) {
        transfer.phase = Phase.FLOWING;
        transfer.offset = welcome.offset();
        if (transfer.sendWindow == 1) {
            transfer.flow = new StopAndWait(context, transfer, this);
        } else {
            transfer.sendWindow = welcome.segments(transfer.mss, transfer.sendWindow);
            transfer.flow = new SelectiveRepeat(context, transfer, this, () -> mustYield(transfer));
        }
        if (transfer.purpose == TransferPurpose.REQUEST) {
            context.print("We now start sending the file .........");
        }
        context.report(
                new FileEvent.TransferStarted(
                        transfer.id,
                        true,
                        transfer.to,
                        transfer.file().name(),
                        transfer.file().bytes(),
                        transfer.offset,
                        transfer.mss,
                        transfer.sendWindow,
                        SegmentSender.loss(context, transfer),
                        transfer.purpose));
        transfer.flow().begin();
    }

    /**
     * Returns whether a transfer must slow down: those that a user waits for go first (SPEC 8.8).
     */
    private boolean mustYield(OutgoingTransfer transfer) {
        return transfer.purpose != TransferPurpose.REQUEST
                && byId.values().stream()
                        .anyMatch(other ->
                                other.purpose == TransferPurpose.REQUEST
                                        && other.phase == Phase.FLOWING);
    }

    /** Returns whether this transfer to that peer is under way here. */
    boolean isSending(PeerId to, long transferId) {
        OutgoingTransfer transfer = byId.get(transferId);
        return transfer != null && transfer.to.equals(to);
    }

    void onRead(FileInput.Read read) {
        OutgoingTransfer transfer = byHandle.get(read.handle());
        if (transfer != null && transfer.phase == Phase.FLOWING) {
            transfer.flow().onRead(read);
        }
    }

    void onReceipt(PeerId from, Datagram.Receipt receipt) {
        OutgoingTransfer transfer = byId.get(receipt.transferId());
        if (transfer != null && transfer.to.equals(from) && transfer.phase == Phase.FLOWING) {
            transfer.flow().onReceipt(receipt);
        }
    }

    void onOverdue(Timer.TransferOverdue overdue) {
        OutgoingTransfer transfer = byId.get(overdue.transferId());
        if (transfer == null || !transfer.isOverdue(context)) {
            return;
        }
        switch (transfer.phase) {
            case FLOWING -> transfer.flow().onTimeOut();
            case CONFIRMING ->
                    fail(
                            transfer,
                            "peer " + transfer.to + " did not confirm that the file is whole");
            case OPENING, OFFERED -> {}
        }
    }

    @Override
    public void gaveUp(OutgoingTransfer transfer, String reason) {
        fail(transfer, reason);
    }

    // -- the end (SPEC 4.4)

    @Override
    public void allAcknowledged(OutgoingTransfer transfer) {
        transfer.phase = Phase.CONFIRMING;
        if (transfer.purpose == TransferPurpose.REQUEST) {
            context.print("The file is sent.");
        }
        transfer.setTimer(context, CONFIRMATION_MICROS);
    }

    /**
     * Ends a transfer whose receiver reports that it has the whole file, or gave up. Its last
     * acknowledgement may have been lost.
     */
    void onOver(Message.TransferOver over) {
        OutgoingTransfer transfer = byId.get(over.transferId());
        if (transfer == null || !transfer.to.equals(over.from())) {
            return;
        }
        if (over.failure() != null) {
            if (transfer.file != null) {
                suspect.accept(transfer.file.name().number());
            }
            end(transfer, over.failure());
            return;
        }
        switch (transfer.phase) {
            case OPENING, OFFERED -> {}
            case FLOWING -> {
                allAcknowledged(transfer);
                delivered(transfer);
            }
            case CONFIRMING -> delivered(transfer);
        }
    }

    private void delivered(OutgoingTransfer transfer) {
        close(transfer);
        context.report(
                new FileEvent.TransferDone(
                        transfer.id,
                        true,
                        transfer.file().bytes(),
                        transfer.segments,
                        transfer.retransmissions));
        transfer.listener.delivered(transfer.file());
    }

    /** Stops sending, and notifies all receivers so that they do not have to wait for silence. */
    void giveUp(String reason) {
        for (OutgoingTransfer transfer : List.copyOf(byId.values())) {
            fail(transfer, reason);
        }
    }

    /** Handles a disk failure. */
    void onFileFailed(FileInput.Failed failed) {
        OutgoingTransfer transfer = byHandle.get(failed.handle());
        if (transfer == null) {
            return;
        }
        if (transfer.phase == Phase.OPENING) {
            forget(transfer);
            transfer.listener.unavailable(failed.reason());
        } else {
            fail(transfer, failed.reason());
        }
    }

    private void fail(OutgoingTransfer transfer, String reason) {
        context.ask(
                transfer.to,
                new Message.TransferOver(context.self, transfer.id, reason),
                new QuestionPurpose.TransferOverNotice(transfer.to, transfer.id));
        end(transfer, reason);
    }

    private void end(OutgoingTransfer transfer, String reason) {
        close(transfer);
        context.report(new FileEvent.TransferFailed(transfer.id, true, reason));
        transfer.listener.failed(reason);
    }

    private void close(OutgoingTransfer transfer) {
        context.file(new FileEffect.Close(transfer.handle));
        forget(transfer);
    }

    private void forget(OutgoingTransfer transfer) {
        byId.remove(transfer.id);
        byHandle.remove(transfer.handle);
    }
}
