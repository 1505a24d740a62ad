package ringside.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ringside.peer.Effect;

/**
 * Rows of a transfer log that are still to be written (SPEC 4.6). They become text only when they
 * are, on another thread than the one that gathers them.
 */
final class LogRows {

    private static final long MICROS_PER_HUNDREDTH = 10_000;

    private static final byte[] TAB = {'\t'};

    /** Lines that differ in nothing but their segment. */
    private record Row(
            long atMicros, String event, long sequence, int mss, int bytes, long acknowledgement) {

        void appendTo(AsciiText text) {
            byte[] beginning = ascii(event + '\t' + seconds(atMicros) + '\t');
            byte[] end = ascii("\t" + acknowledgement + '\n');
            long next = sequence;
            int left = bytes;
            do {
                int length = Math.min(mss, left);
                text.put(beginning);
                text.put(next);
                text.put(TAB);
                text.put(length);
                text.put(end);
                next += length;
                left -= length;
            } while (left > 0);
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static String seconds(long atMicros) {
            long hundredths = (atMicros + MICROS_PER_HUNDREDTH / 2) / MICROS_PER_HUNDREDTH;
            long fraction = hundredths % 100;
            return hundredths / 100 + (fraction < 10 ? ".0" : ".") + fraction;
        }
    }

    private final List<Row> rows = new ArrayList<>();

    void add(long atMicros, Effect.LogLines lines) {
        rows.add(
                switch (lines) {
                    case Effect.Log line ->
                            new Row(
                                    atMicros,
                                    line.event(),
                                    line.sequence(),
                                    line.bytes(),
                                    line.bytes(),
                                    line.acknowledgement());
                    case Effect.LogTrain train ->
                            new Row(
                                    atMicros,
                                    train.event(),
                                    train.sequence(),
                                    train.mss(),
                                    train.bytes(),
                                    0);
                });
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns the number of rows; each becomes one line or more. */
    int count() {
        return rows.size();
    }

    /** Returns the lines in ASCII, tab-separated and in order, each with its line break. */
    byte[] text() {
        AsciiText text = new AsciiText();
        rows.forEach(row -> row.appendTo(text));
        return text.toBytes();
    }
}
