package ringside.check;

import static ringside.check.Judge.said;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Side;
import ringside.check.Observation.Started;
import ringside.check.Observation.Transport;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.transcript.LogClock;
import ringside.transcript.LogRow;
import ringside.transcript.LogRow.Action;

/** Judges a transfer by its two logs, and by what travelled (SPEC 4). */
final class TransferJudge {

    private static final double MICROS_PER_SECOND = 1e6;

    /** A segment is sent again after a time-out of one second, rounded as the log rounds; s. */
    private static final double SOONEST_S = 0.95;

    private static final double LATEST_S = 2.5;

    /** From the earliest moment at which a segment is sent again to the latest one. */
    static final long RESENT_WITHIN_MICROS = 1_500_000;

    private static final int SHOWN = 6;

    private TransferJudge() {}

    static Finding stopAndWait(Evidence evidence) {
        Optional<LogWritten> sending = log(evidence, Side.SENDING);
        Optional<LogWritten> receiving = log(evidence, Side.RECEIVING);
        if (sending.isEmpty() || receiving.isEmpty()) {
            return noLog(CheckName.STOP_AND_WAIT, evidence);
        }
        List<String> wrong = new ArrayList<>(segmentFaults(sending.get().rows(), evidence));
        wrong.addAll(disagreements(sending.get().rows(), receiving.get().rows()));
        if (!wrong.isEmpty()) {
            return Finding.failed(
                    CheckName.STOP_AND_WAIT,
                    List.of(
                            said(
                                    "segments.expected",
                                    evidence.plan().mss(),
                                    evidence.plan().fileBytes())),
                    wrong.stream().limit(SHOWN).toList(),
                    firstRows(sending.get().rows()));
        }
        long travelled = evidence.travelled(Transport.UDP).mapToLong(each -> each.length()).sum();
        return evidence.wire() == Evidence.Wire.SEEN && travelled < evidence.plan().fileBytes()
                ? Finding.halfDone(
                        CheckName.STOP_AND_WAIT,
                        List.of(said("segments.deed", evidence.plan().fileBytes())),
                        List.of(said("segments.travelled", travelled)),
                        firstRows(sending.get().rows()))
                : Finding.held(CheckName.STOP_AND_WAIT, firstRows(sending.get().rows()));
    }

    /** Returns what is wrong with the sender's rows: sizes, numbers, two segments at a time. */
    private static List<String> segmentFaults(List<LogRow> rows, Evidence evidence) {
        int mss = evidence.plan().mss();
        List<String> wrong = new ArrayList<>();
        LogRow outstanding = null;
        long confirmed = 0;
        for (LogRow row : rows) {
            if (row.action() == Action.RECEIVED) {
                if (outstanding != null
                        && row.acknowledgement() == outstanding.sequence() + outstanding.length()) {
                    confirmed = row.acknowledgement();
                    outstanding = null;
                } else if (row.acknowledgement() != confirmed) {
                    wrong.add(said("segments.acknowledgement", rowText(row)));
                }
            } else {
                if (row.length() > mss) {
                    wrong.add(said("segments.large", rowText(row), mss));
                }
                if (outstanding != null && row.sequence() != outstanding.sequence()) {
                    wrong.add(said("segments.outstanding", rowText(row), outstanding.sequence()));
                }
                if (outstanding == null && confirmed > 0 && row.sequence() != confirmed) {
                    wrong.add(said("segments.sequence", rowText(row), confirmed));
                }
                outstanding = row;
            }
        }
        Map<Long, Long> lengths = new HashMap<>();
        rows.stream()
                .filter(row -> row.action() != Action.RECEIVED)
                .forEach(row -> lengths.put(row.sequence(), row.length()));
        long bytes = lengths.values().stream().mapToLong(length -> length).sum();
        if (bytes != evidence.plan().fileBytes()) {
            wrong.add(said("segments.bytes", bytes, evidence.plan().fileBytes()));
        }
        return wrong;
    }

    /** Returns the segments that one log has, and the other has not. */
    private static List<String> disagreements(List<LogRow> sending, List<LogRow> receiving) {
        Set<Long> sent =
                sending.stream()
                        .filter(row -> row.action() == Action.SENT || row.action() == Action.RESENT)
                        .map(LogRow::sequence)
                        .collect(Collectors.toCollection(HashSet::new));
        Set<Long> received =
                receiving.stream()
                        .filter(row -> row.action() == Action.RECEIVED)
                        .map(LogRow::sequence)
                        .collect(Collectors.toCollection(HashSet::new));
        List<String> wrong = new ArrayList<>();
        sent.stream()
                .filter(sequence -> !received.contains(sequence))
                .sorted()
                .forEach(sequence -> wrong.add(said("segments.unreceived", sequence)));
        received.stream()
                .filter(sequence -> !sent.contains(sequence))
                .sorted()
                .forEach(sequence -> wrong.add(said("segments.unsent", sequence)));
        return wrong;
    }

    static Finding dropProbability(Evidence evidence) {
        Optional<LogWritten> log = log(evidence, Side.SENDING);
        if (log.isEmpty()) {
            return noLog(CheckName.DROP_PROBABILITY, evidence);
        }
        List<LogRow> segments =
                log.get().rows().stream().filter(row -> row.action() != Action.RECEIVED).toList();
        int drops = (int) segments.stream().filter(TransferJudge::isDropped).count();
        double loss = evidence.plan().loss();
        DropBounds bounds = DropBounds.of(segments.size(), loss);
        String seen = said("drops.seen", drops, segments.size(), loss);
        boolean dropsAtAll = drops > 0 || loss == 0;
        return dropsAtAll && bounds.contain(drops)
                ? Finding.held(CheckName.DROP_PROBABILITY, List.of(seen))
                : Finding.failed(
                        CheckName.DROP_PROBABILITY,
                        List.of(said("drops.expected", Math.max(1, bounds.least()), bounds.most())),
                        List.of(seen),
                        firstRows(log.get().rows()));
    }

    static Finding retransmission(Evidence evidence) {
        Optional<LogWritten> log = log(evidence, Side.SENDING);
        if (log.isEmpty()) {
            return noLog(CheckName.RETRANSMISSION, evidence);
        }
        List<LogRow> segments =
                log.get().rows().stream().filter(row -> row.action() != Action.RECEIVED).toList();
        LogClock.Frame frame = frame(evidence, log.get());
        Optional<LogClock> clock = LogClock.of(log.get().rows(), frame);
        List<String> wrong = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            LogRow dropped = segments.get(i);
            if (!isDropped(dropped)) {
                continue;
            }
            LogRow next = i + 1 < segments.size() ? segments.get(i + 1) : null;
            if (next == null || next.sequence() != dropped.sequence() || !next.isRetransmission()) {
                wrong.add(said("again.never", rowText(dropped)));
            } else if (clock.isPresent()) {
                double waited =
                        clock.get().timeOf(next, frame) - clock.get().timeOf(dropped, frame);
                String line =
                        said("again.after", rowText(dropped), Math.round(waited * 100) / 100.0);
                (waited >= SOONEST_S && waited <= LATEST_S ? lines : wrong).add(line);
            }
        }
        if (!wrong.isEmpty()) {
            return Finding.failed(
                    CheckName.RETRANSMISSION,
                    List.of(said("again.expected")),
                    wrong.stream().limit(SHOWN).toList(),
                    lines.stream().limit(SHOWN).toList());
        }
        if (segments.stream().noneMatch(TransferJudge::isDropped)) {
            return Finding.failed(
                    CheckName.RETRANSMISSION,
                    List.of(said("again.expected")),
                    List.of(said("again.nothing")),
                    List.of());
        }
        return clock.isPresent()
                ? Finding.held(CheckName.RETRANSMISSION, lines.stream().limit(SHOWN).toList())
                : Finding.deviates(
                        CheckName.RETRANSMISSION, List.of(said("again.clock")), List.of());
    }

    private static LogClock.Frame frame(Evidence evidence, LogWritten log) {
        long start =
                evidence.ofRing(Started.class)
                        .filter(started -> started.peer().equals(log.peer()))
                        .mapToLong(Started::atMicros)
                        .findFirst()
                        .orElse(evidence.sinceMicros());
        return new LogClock.Frame(
                start / MICROS_PER_SECOND,
                evidence.sinceMicros() / MICROS_PER_SECOND,
                log.atMicros() / MICROS_PER_SECOND,
                false);
    }

    private static boolean isDropped(LogRow row) {
        return switch (row.action()) {
            case DROPPED, RESENT_DROPPED -> true;
            case SENT, RECEIVED, RESENT -> false;
        };
    }

    private static Optional<LogWritten> log(Evidence evidence, Side side) {
        PeerId peer =
                switch (side) {
                    case SENDING -> evidence.plan().owner();
                    case RECEIVING -> evidence.plan().requester();
                };
        return evidence.since(LogWritten.class)
                .filter(log -> log.peer().equals(peer) && log.side() == side)
                .reduce((_, later) -> later);
    }

    private static Finding noLog(CheckName check, Evidence evidence) {
        return Finding.failed(
                check,
                List.of(
                        said(
                                "log.expected",
                                evidence.plan().owner(),
                                String.valueOf(evidence.rules().files().sendingLog()),
                                evidence.plan().requester(),
                                String.valueOf(evidence.rules().files().receivingLog()))),
                List.of(said("log.none")),
                List.of());
    }

    private static List<String> firstRows(List<LogRow> rows) {
        return rows.stream().limit(SHOWN).map(TransferJudge::rowText).toList();
    }

    private static String rowText(LogRow row) {
        return said(
                "log.row",
                row.action(),
                row.time(),
                row.sequence(),
                row.length(),
                row.acknowledgement());
    }
}
