package ringside.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * Tags with a key. Behind a datagram come a sequence number of 8 bytes and the tag of kind, sender,
 * receiver, datagram and number; data segments have a {@link SegmentSeal}, which leaves their data
 * to the digest of the file, which a tagged frame has named (decision 34). Confined to one thread.
 */
final class KeyedSeal implements MessageSeal {

    private static final byte DATAGRAM = 'D';
    private static final byte CHALLENGE = 'C';
    private static final int SEQUENCE_BYTES = Long.BYTES;
    static final int SEAL_BYTES = SEQUENCE_BYTES + Tag.BYTES;
    private static final int SENDER = 1;
    private static final int RECEIVER = 2;

    private final PeerId self;
    private final Tag tag;
    private final SegmentSeal segments;
    private final byte[] context = {DATAGRAM, 0, 0};

    private final long startMicros;
    private final long startNanos = System.nanoTime();
    private final long process = ProcessHandle.current().pid();
    private long nextChallenge;
    private final long[] nextTo = new long[Circle.IDS_OF_PROCESSES];
    private final ReplayWindow[] heardFrom = new ReplayWindow[Circle.IDS_OF_PROCESSES];

    KeyedSeal(RingKey key, PeerId self, long startMicros) {
        this.self = self;
        tag = new Tag(key);
        segments = new SegmentSeal(tag);
        this.startMicros = startMicros;
        Arrays.fill(nextTo, startMicros);
        Arrays.setAll(heardFrom, _ -> new ReplayWindow());
    }

    @Override
    public int segmentBytes() {
        return SegmentSeal.BYTES;
    }

    @Override
    public void seal(PeerId to, ByteBuffer buffer, int start) {
        buffer.putLong(nextTo[to.value()]++);
        tag.append(context(self, to), buffer, start);
    }

    @Override
    public void sealSegments(PeerId to, ByteBuffer sent, int pieceBytes) {
        int start = 0;
        while (start < sent.limit()) {
            long number = nextTo[to.value()];
            int count = segments.seal(self, to, sent, start, pieceBytes, number);
            nextTo[to.value()] += count;
            start += count * pieceBytes;
        }
    }

    @Override
    public Verdict open(PeerId from, ByteBuffer datagram) {
        int endOfMessage = datagram.limit() - MessageSeal.keyedBytes(datagram);
        if (endOfMessage < datagram.position() || !hasItsTag(from, datagram, endOfMessage)) {
            return Verdict.WRONG_TAG;
        }
        if (!heardFrom[from.value()].take(datagram.getLong(endOfMessage))) {
            return Verdict.REPLAYED;
        }
        datagram.limit(endOfMessage);
        return Verdict.GENUINE;
    }

    private boolean hasItsTag(PeerId from, ByteBuffer datagram, int end) {
        return DatagramCodec.isSegment(datagram, datagram.position(), end)
                ? segments.fits(from, self, datagram, end)
                : tag.fits(context(from, self), datagram, end + SEQUENCE_BYTES);
    }

    private byte[] context(PeerId from, PeerId to) {
        context[SENDER] = (byte) from.value();
        context[RECEIVER] = (byte) to.value();
        return context;
    }

    @Override
    public ExchangeSeal accepted() {
        KeyedExchange exchange = new KeyedExchange(tag, self);
        exchange.setChallenge(challenge());
        return exchange;
    }

    /**
     * Returns the tag of a number, which nobody without the key can guess, and of what no other
     * process has alike: its start by two clocks, and its id. So a peer that starts need not load a
     * source of randomness.
     */
    private byte[] challenge() {
        ByteBuffer numbered = ByteBuffer.allocate(1 + 1 + 4 * Long.BYTES);
        numbered.put(CHALLENGE).put((byte) self.value()).putLong(startMicros);
        numbered.putLong(process).putLong(startNanos).putLong(nextChallenge++);
        return tag.of(numbered.array()).clone();
    }

    @Override
    public ExchangeSeal connecting(PeerId to) {
        return new KeyedExchange(tag, to);
    }
}
