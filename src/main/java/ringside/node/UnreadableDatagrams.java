package ringside.node;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.status.LifeEvent;

/**
 * Datagrams that came in and were no messages, counted by where they came from (PROGRAMS 3.4). A
 * flood costs one event a second for each source. Confined to the loop's thread.
 */
final class UnreadableDatagrams {

    /** Sources that are told apart at once; what comes from others meanwhile is not told. */
    static final int MOST_SOURCES = 16;

    /** Bytes that an event shows. */
    static final int SHOWN_BYTES = 32;

    /** Least time between two events of a source. */
    private static final long INTERVAL_MICROS = 1_000_000;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final Map<SocketAddress, Source> sources = new LinkedHashMap<>();

    /** What came from one source since its last event. */
    private static final class Source {
        private LifeEvent.@Nullable UnreadableDatagrams first;
        private long count;
        private long nextAtMicros = Long.MIN_VALUE;
    }

    /** Returns whether datagrams from a source are being counted. */
    boolean isKnown(SocketAddress source) {
        return sources.containsKey(source);
    }

    boolean isFull() {
        return sources.size() >= MOST_SOURCES;
    }

    /** Counts a datagram, all remaining bytes of the buffer, which is left as it is. */
    void add(SocketAddress from, ByteBuffer datagram) {
        if (isFull() && !isKnown(from)) {
            return;
        }
        Source source = sources.computeIfAbsent(from, _ -> new Source());
        source.count++;
        if (source.first == null) {
            source.first = describe(from, datagram);
        }
    }

    private static LifeEvent.UnreadableDatagrams describe(SocketAddress from, ByteBuffer datagram) {
        byte[] shown = new byte[Math.min(SHOWN_BYTES, datagram.remaining())];
        datagram.get(datagram.position(), shown);
        return new LifeEvent.UnreadableDatagrams(
                words(from),
                1,
                datagram.remaining(),
                FormatGuess.of(datagram),
                HEX.formatHex(shown),
                printable(shown));
    }

    private static String words(SocketAddress from) {
        return from instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                : from.toString();
    }

    private static String printable(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(each >= ' ' && each <= '~' ? (char) each : '.');
        }
        return text.toString();
    }

    /** Returns whether any source is still to be told, or forgotten. */
    boolean isCounting() {
        return !sources.isEmpty();
    }

    /** Reports what has come from each source whose last event is long enough ago. */
    void report(long nowMicros, Consumer<LifeEvent.UnreadableDatagrams> receiver) {
        Iterator<Source> all = sources.values().iterator();
        while (all.hasNext()) {
            Source source = all.next();
            if (nowMicros >= source.nextAtMicros) {
                LifeEvent.UnreadableDatagrams first = source.first;
                if (first == null) {
                    all.remove();
                } else {
                    receiver.accept(first.withCount(source.count));
                    source.first = null;
                    source.count = 0;
                    source.nextAtMicros = nowMicros + INTERVAL_MICROS;
                }
            }
        }
    }
}
