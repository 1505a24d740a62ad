package ringside.peer;

import java.util.TreeMap;
import ringside.peer.Effect.LogBook;
import ringside.peer.OutgoingTransfer.Phase;
import ringside.ring.PeerId;
import ringside.status.PeerEvent;
import ringside.status.SegmentStep;
import ringside.status.TransferPurpose;

/** Sends files by stop-and-wait, with simulated loss of requested ones (SPEC 4). */
final class Sending {

    /** The retransmission time-out (SPEC 4.2). */
    static final long TIME_OUT_MICROS = 1_000 * Surroundings.MICROS_PER_MS;

    /** After so many time-outs of one segment in a row the transfer fails (SPEC 4.4). */
    static final int MAX_TIME_OUTS = 20;

    /** How long the receiver may take to digest the file and put it in its place. */
    private static final long CONFIRMATION_MICROS = 30_000 * Surroundings.MICROS_PER_MS;

    /** At most 20 progress events a second and transfer (SPEC 9.1). */
    static final long PROGRESS_PAUSE_MICROS = 50 * Surroundings.MICROS_PER_MS;

    /** Files on their way out at once; more would only slow each other down. */
    private static final int MAX_TRANSFERS = 64;

    private final Surroundings at;
    private final TreeMap<Long, OutgoingTransfer> byId = new TreeMap<>();
    private final TreeMap<Long, OutgoingTransfer> byHandle = new TreeMap<>();

    Sending(Surroundings at) {
        this.at = at;
    }

    /**
     * Finds a file, offers it and sends it.
     *
     * @param lookupId the request or store that this answers, 0 for none
     */
    void send(
            FileSource source, PeerId to, TransferPurpose purpose, long lookupId, Errand errand) {
        if (byId.size() >= MAX_TRANSFERS) {
            errand.failed("peer " + at.self + " sends " + MAX_TRANSFERS + " files already");
            return;
        }
        var transfer =
                new OutgoingTransfer(
                        at.draws.id(), at.newHandle(), to, purpose, lookupId, errand);
        byId.put(transfer.id, transfer);
        byHandle.put(transfer.handle, transfer);
        at.file(new FileEffect.Open(transfer.handle, source));
    }

    boolean hasHandle(long handle) {
        return byHandle.containsKey(handle);
    }

    // -- the offer (SPEC 4.1)

    void onOpened(FileInput.Opened opened) {
        OutgoingTransfer transfer = byHandle.get(opened.handle());
        if (transfer == null) {
            return;
        }
        transfer.file = opened.file();
        transfer.sha256 = opened.sha256();
        transfer.mss = at.settings().mss();
        transfer.phase = Phase.OFFERED;
        transfer.errand.found(opened.file());
        at.ask(
                transfer.to,
                new Message.Offer(
                        at.self,
                        transfer.id,
                        transfer.purpose,
                        transfer.lookupId,
                        opened.file().name(),
                        opened.file().bytes(),
                        opened.sha256(),
                        opened.file().versionMs(),
                        transfer.mss),
                new Purpose.OfferMade(transfer.id));
    }

    void onOfferAnswered(Purpose.OfferMade purpose, Message.Reply reply) {
        OutgoingTransfer transfer = byId.get(purpose.transferId());
        if (transfer == null || transfer.phase != Phase.OFFERED) {
            return;
        }
        if (reply instanceof Message.Accepted) {
            flow(transfer);
        } else {
            String reason = reply instanceof Message.Refused refused ? refused.reason() : "no answer";
            close(transfer);
            transfer.errand.failed("peer " + transfer.to + " did not take it: " + reason);
        }
    }

    /** A requester that is gone ends the transfer before it starts (SPEC 4.1). */
    void onOfferUnanswered(Purpose.OfferMade purpose) {
        OutgoingTransfer transfer = byId.get(purpose.transferId());
        if (transfer != null && transfer.phase == Phase.OFFERED) {
            close(transfer);
            transfer.errand.failed("peer " + transfer.to + " cannot be reached");
        }
    }

    // -- stop-and-wait (SPEC 4.2, 4.3)

    private void flow(OutgoingTransfer transfer) {
        transfer.phase = Phase.FLOWING;
        if (transfer.purpose == TransferPurpose.REQUEST) {
            at.print("We now start sending the file .........");
        }
        at.report(
                new PeerEvent.TransferStarted(
                        transfer.id,
                        true,
                        transfer.to,
                        transfer.file().name(),
                        transfer.file().bytes(),
                        transfer.mss,
                        loss(transfer),
                        transfer.purpose));
        readNext(transfer);
    }

    private void readNext(OutgoingTransfer transfer) {
        if (transfer.isAllAcknowledged()) {
            confirm(transfer);
        } else {
            at.file(
                    new FileEffect.Read(
                            transfer.handle, transfer.offset, transfer.nextLength()));
        }
    }

    void onRead(FileInput.Read read) {
        OutgoingTransfer transfer = byHandle.get(read.handle());
        if (transfer == null || read.offset() != transfer.offset) {
            return;
        }
        transfer.segment = read.data();
        transfer.timeOuts = 0;
        transmit(transfer, "snd", "Drop", SegmentStep.SENT, SegmentStep.DROPPED);
    }

    private void transmit(
            OutgoingTransfer transfer,
            String sentWord,
            String droppedWord,
            SegmentStep sent,
            SegmentStep dropped) {
        boolean lost = at.draws.fraction() < loss(transfer);
        transfer.segments++;
        int length = transfer.segment.length();
        log(lost ? droppedWord : sentWord, transfer.sequence(), length, 0);
        trace(transfer, lost ? dropped : sent, transfer.sequence(), length, 0);
        if (!lost) {
            at.send(
                    transfer.to,
                    new Message.Segment(
                            transfer.id, transfer.sequence(), transfer.mss, transfer.segment));
        }
        setTimer(transfer, TIME_OUT_MICROS);
    }

    void onAcknowledgement(PeerId from, Message.Acknowledgement acknowledgement) {
        OutgoingTransfer transfer = byId.get(acknowledgement.transferId());
        if (transfer == null || !transfer.to.equals(from) || transfer.phase != Phase.FLOWING) {
            return;
        }
        long number = acknowledgement.acknowledgement();
        log("rcv", 0, 0, number);
        trace(transfer, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 0, 0, number);
        int length = transfer.segment.length();
        if (length > 0 && number == transfer.sequence() + length) {
            transfer.offset += length;
            transfer.segment = Bytes.EMPTY;
            reportProgress(transfer);
            readNext(transfer);
        }
    }

    void onOverdue(Timer.SegmentOverdue overdue) {
        OutgoingTransfer transfer = byId.get(overdue.transferId());
        if (transfer == null) {
            return;
        }
        if (at.now() < transfer.overdueAt) {
            at.callLater(overdue, transfer.overdueAt - at.now());
            return;
        }
        transfer.timerRuns = false;
        if (transfer.phase == Phase.FLOWING) {
            timeOut(transfer);
        } else if (transfer.phase == Phase.CONFIRMING) {
            fail(transfer, "peer " + transfer.to + " did not confirm that the file is whole");
        }
    }

    private void timeOut(OutgoingTransfer transfer) {
        int length = transfer.segment.length();
        trace(transfer, SegmentStep.TIMED_OUT, transfer.sequence(), length, 0);
        transfer.timeOuts++;
        if (transfer.timeOuts >= MAX_TIME_OUTS) {
            fail(
                    transfer,
                    "segment " + transfer.sequence() + " was not acknowledged in "
                            + MAX_TIME_OUTS + " tries");
            return;
        }
        transfer.retransmissions++;
        transmit(
                transfer, "RTX", "RTX/Drop", SegmentStep.RESENT, SegmentStep.RESENT_DROPPED);
    }

    // -- the end (SPEC 4.4)

    private void confirm(OutgoingTransfer transfer) {
        transfer.phase = Phase.CONFIRMING;
        if (transfer.purpose == TransferPurpose.REQUEST) {
            at.print("The file is sent.");
        }
        setTimer(transfer, CONFIRMATION_MICROS);
    }

    /** The receiver says that it has the whole file, or that it gave up. */
    void onOver(Message.TransferOver over) {
        OutgoingTransfer transfer = byId.get(over.transferId());
        if (transfer == null || !transfer.to.equals(over.from())) {
            return;
        }
        if (over.failure() != null) {
            end(transfer, over.failure());
        } else if (transfer.file != null) {
            close(transfer);
            at.report(
                    new PeerEvent.TransferDone(
                            transfer.id,
                            true,
                            transfer.file().bytes(),
                            transfer.segments,
                            transfer.retransmissions));
            transfer.errand.delivered(transfer.file());
        }
    }

    /** The disk failed. */
    void onFileFailed(FileInput.Failed failed) {
        OutgoingTransfer transfer = byHandle.get(failed.handle());
        if (transfer == null) {
            return;
        }
        if (transfer.phase == Phase.OPENING) {
            forget(transfer);
            transfer.errand.unavailable(failed.reason());
        } else {
            fail(transfer, failed.reason());
        }
    }

    private void fail(OutgoingTransfer transfer, String reason) {
        at.ask(
                transfer.to,
                new Message.TransferOver(at.self, transfer.id, reason),
                new Purpose.OverTold(transfer.id));
        end(transfer, reason);
    }

    private void end(OutgoingTransfer transfer, String reason) {
        close(transfer);
        at.report(new PeerEvent.TransferFailed(transfer.id, true, reason));
        transfer.errand.failed(reason);
    }

    private void close(OutgoingTransfer transfer) {
        at.file(new FileEffect.Close(transfer.handle));
        forget(transfer);
    }

    private void forget(OutgoingTransfer transfer) {
        byId.remove(transfer.id);
        byHandle.remove(transfer.handle);
    }

    // -- small things

    /** Only what a user asked for suffers; handing files over is not a lesson (SPEC 4.3). */
    private double loss(OutgoingTransfer transfer) {
        return transfer.purpose == TransferPurpose.REQUEST ? at.settings().loss() : 0;
    }

    /** One timer a transfer, set again when it fires early: a segment costs no timer of its own. */
    private void setTimer(OutgoingTransfer transfer, long delayMicros) {
        transfer.overdueAt = at.now() + delayMicros;
        if (!transfer.timerRuns) {
            transfer.timerRuns = true;
            at.callLater(new Timer.SegmentOverdue(transfer.id), delayMicros);
        }
    }

    private void reportProgress(OutgoingTransfer transfer) {
        if (at.now() - transfer.lastProgressAt >= PROGRESS_PAUSE_MICROS) {
            transfer.lastProgressAt = at.now();
            at.report(
                    new PeerEvent.TransferProgress(
                            transfer.id,
                            true,
                            transfer.offset,
                            transfer.segments,
                            transfer.retransmissions));
        }
    }

    private void log(String event, long sequence, int bytes, long acknowledgement) {
        at.log(LogBook.RESPONDING, event, sequence, bytes, acknowledgement);
    }

    private void trace(
            OutgoingTransfer transfer,
            SegmentStep step,
            long sequence,
            int length,
            long acknowledgement) {
        at.report(
                new PeerEvent.SegmentTraced(
                        transfer.id, step, transfer.to, sequence, length, acknowledgement));
    }
}
