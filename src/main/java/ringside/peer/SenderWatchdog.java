package ringside.peer;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.IncomingTransfer.Phase;
import ringside.peer.IncomingTransfer.TransferKey;

/**
 * Detects senders that have gone: one that is silent for a while is asked whether it is still
 * sending (SPEC 4.8). Stop-and-wait is silent for whole seconds, so silence alone proves little.
 */
final class SenderWatchdog {

    /** Silence after which a sender is asked: two and a half of its time-outs. */
    static final long ASKED_AFTER_MICROS = 2_500 * PeerContext.MICROS_PER_MS;

    /** Pause between two questions to a sender that stays silent. */
    static final long PAUSE_MICROS = 1_000 * PeerContext.MICROS_PER_MS;

    /** Consecutive unanswered questions that prove that a sender has gone. */
    private static final int UNANSWERED = 2;

    /**
     * Silence after which a sender has failed: 20 time-outs of 1 s, after which it would have given
     * up itself (SPEC 4.4), plus 5 s.
     */
    static final long SILENCE_MICROS = 25_000 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;
    private final IncomingTransfers transfers;
    private final BiConsumer<IncomingTransfer, String> breakOff;

    /**
     * Creates a watchdog for some of these transfers.
     *
     * @param breakOff receives a transfer whose sender has gone, and the reason
     */
    SenderWatchdog(
            PeerContext context,
            IncomingTransfers transfers,
            BiConsumer<IncomingTransfer, String> breakOff) {
        this.context = context;
        this.transfers = transfers;
        this.breakOff = breakOff;
    }

    void watch(IncomingTransfer transfer) {
        TransferKey key = transfer.key;
        context.callLater(
                new Timer.SenderCheckDue(key.from(), key.transferId()), ASKED_AFTER_MICROS);
    }

    void onDue(Timer.SenderCheckDue due) {
        IncomingTransfer transfer = transfers.get(new TransferKey(due.sender(), due.transferId()));
        if (transfer == null) {
            return;
        }
        long silentFor = context.now() - transfer.heardAt;
        switch (transfer.phase) {
            case FLOWING -> {
                if (silentFor >= SILENCE_MICROS) {
                    breakOff.accept(transfer, "peer " + due.sender() + " fell silent");
                } else if (silentFor >= ASKED_AFTER_MICROS) {
                    ask(due);
                    context.callLater(due, PAUSE_MICROS);
                } else {
                    transfer.unanswered = 0;
                    context.callLater(due, ASKED_AFTER_MICROS - silentFor);
                }
            }
            case FINISHING -> context.callLater(due, SILENCE_MICROS);
            case DONE -> {
                if (silentFor >= SILENCE_MICROS) {
                    transfers.remove(transfer);
                } else {
                    context.callLater(due, SILENCE_MICROS - silentFor);
                }
            }
        }
    }

    private void ask(Timer.SenderCheckDue due) {
        context.ask(
                due.sender(),
                new Message.StillSending(context.self, due.transferId()),
                new QuestionPurpose.SenderTest(due.sender(), due.transferId()));
    }

    void onAnswered(QuestionPurpose.SenderTest test, Message.SendingReply reply) {
        switch (reply) {
            case Message.Accepted _ -> onSends(test);
            case Message.Refused _ -> onEnded(test);
        }
    }

    private void onSends(QuestionPurpose.SenderTest test) {
        IncomingTransfer transfer = flowing(test);
        if (transfer != null) {
            transfer.unanswered = 0;
        }
    }

    private void onEnded(QuestionPurpose.SenderTest test) {
        IncomingTransfer transfer = flowing(test);
        if (transfer != null) {
            breakOff.accept(transfer, "peer " + test.sender() + " does not send it any more");
        }
    }

    void onUnanswered(QuestionPurpose.SenderTest test) {
        IncomingTransfer transfer = flowing(test);
        if (transfer == null) {
            return;
        }
        transfer.unanswered++;
        if (transfer.unanswered == UNANSWERED) {
            breakOff.accept(transfer, "peer " + test.sender() + " has gone");
        }
    }

    private @Nullable IncomingTransfer flowing(QuestionPurpose.SenderTest test) {
        IncomingTransfer transfer =
                transfers.get(new TransferKey(test.sender(), test.transferId()));
        return transfer != null && transfer.phase == Phase.FLOWING ? transfer : null;
    }
}
