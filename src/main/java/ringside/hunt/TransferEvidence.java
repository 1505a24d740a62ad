package ringside.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent.FileReceived;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

/** What one peer's transfers give away. */
final class TransferEvidence {

    /** A lost segment is sent again after 1 s (SPEC 4.2); twice that is not a slow machine. */
    private static final long SENT_AGAIN_MICROS = 2_000_000;

    private final PeerId peer;
    private final List<StatusEntry> entries;

    /**
     * Looks at some events.
     *
     * @param peer the faulty one
     */
    TransferEvidence(PeerId peer, List<StatusEntry> entries) {
        this.peer = peer;
        this.entries = entries;
    }

    private boolean isOurs(StatusEntry entry) {
        return entry.peer().equals(peer);
    }

    /** Segments that it lost on purpose, and then sent no more. */
    List<StatusEntry> notSentAgain(long nowMicros) {
        List<StatusEntry> lost = new ArrayList<>();
        for (StatusEntry entry : entries) {
            if (isOurs(entry) && entry.event() instanceof SegmentTraced step) {
                switch (step.step()) {
                    case DROPPED -> lost.add(entry);
                    case RESENT, RESENT_DROPPED -> lost.removeIf(each -> isSame(each, step));
                    case SENT,
                            TIMED_OUT,
                            OVERTAKEN,
                            RECEIVED,
                            DUPLICATE_RECEIVED,
                            ACKNOWLEDGEMENT_SENT,
                            ACKNOWLEDGEMENT_DROPPED,
                            ACKNOWLEDGEMENT_RECEIVED -> {}
                }
            }
        }
        lost.removeIf(entry -> nowMicros - entry.atMicros() < SENT_AGAIN_MICROS);
        return lost;
    }

    private static boolean isSame(StatusEntry entry, SegmentTraced other) {
        return entry.event() instanceof SegmentTraced step
                && step.transferId() == other.transferId()
                && step.sequence() == other.sequence();
    }

    /** Time-outs at those who send to it, of segments that were not lost. */
    List<StatusEntry> timeOutsOfSendersToIt() {
        return timeOutsWithoutALoss(
                entry -> entry.event() instanceof SegmentTraced step && step.other().equals(peer));
    }

    /** Its own time-outs, of segments that were not lost. */
    List<StatusEntry> timeOutsOfItsOwn() {
        return timeOutsWithoutALoss(this::isOurs);
    }

    private List<StatusEntry> timeOutsWithoutALoss(Predicate<StatusEntry> which) {
        List<StatusEntry> telling = new ArrayList<>();
        Set<Long> lost = new TreeSet<>();
        for (StatusEntry entry : entries) {
            if (which.test(entry) && entry.event() instanceof SegmentTraced step) {
                long transfer = step.transferId();
                if (isLoss(step.step())) {
                    lost.add(transfer);
                } else if (step.step() == SegmentStep.TIMED_OUT && !lost.remove(transfer)) {
                    telling.add(entry);
                }
            }
        }
        return telling;
    }

    private static boolean isLoss(SegmentStep step) {
        return step == SegmentStep.DROPPED || step == SegmentStep.RESENT_DROPPED;
    }

    List<StatusEntry> receivedTooLong() {
        return received((bytes, offered) -> bytes > offered);
    }

    List<StatusEntry> receivedTooShort() {
        return received((bytes, offered) -> bytes < offered);
    }

    /** Files that it received in another size than was offered. */
    private List<StatusEntry> received(BiPredicate<Long, Long> isWrong) {
        List<StatusEntry> telling = new ArrayList<>();
        Map<FileName, Long> offered = new TreeMap<>();
        for (StatusEntry entry : entries) {
            if (isOurs(entry) && entry.event() instanceof TransferStarted started) {
                offered.put(started.file(), started.bytes());
            } else if (isOurs(entry)
                    && entry.event() instanceof FileReceived got
                    && isWrong.test(got.bytes(), offered.getOrDefault(got.file(), got.bytes()))) {
                telling.add(entry);
            }
        }
        return telling;
    }

    /** Requested files of no bytes that it sent, and their arrival. */
    List<StatusEntry> emptyFilesSent() {
        return entries.stream()
                .filter(entry ->
                        switch (entry.event()) {
                            case TransferStarted started ->
                                    isOurs(entry)
                                            && started.sending()
                                            && started.purpose() == TransferPurpose.REQUEST
                                            && started.bytes() == 0;
                            case FileReceived got -> got.from().equals(peer) && got.bytes() == 0;
                            case StatusEvent _ -> false;
                        })
                .toList();
    }
}
