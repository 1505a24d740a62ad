package ringside.wire;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * Tags with a key. Behind a datagram come a sequence number of 8 bytes and the tag of kind, sender,
 * receiver, datagram and number. The tag of a data segment covers its header and its length; its
 * data is covered by the digest of the file, which a tagged frame has named (decision 34). Confined
 * to one thread.
 */
final class KeyedSeal implements MessageSeal {

    private static final byte DATAGRAM = 'D';
    private static final byte SEGMENT = 'S';
    private static final int SEQUENCE_BYTES = Long.BYTES;
    static final int SEAL_BYTES = SEQUENCE_BYTES + Tag.BYTES;
    private static final int SENDER = 1;
    private static final int RECEIVER = 2;

    private final PeerId self;
    private final Tag tag;
    private final SecureRandom random = new SecureRandom();
    private final byte[] context = {DATAGRAM, 0, 0};

    /** Kind, sender, receiver, length of the datagram, its header, and its sequence number. */
    private final byte[] segment =
            new byte[1 + 1 + 1 + Short.BYTES + DatagramCodec.HEADER_BYTES + SEQUENCE_BYTES];

    private final ByteBuffer segmentFields = ByteBuffer.wrap(segment);
    private final long[] nextTo = new long[Circle.IDS_OF_PROCESSES];
    private final ReplayWindow[] heardFrom = new ReplayWindow[Circle.IDS_OF_PROCESSES];

    KeyedSeal(RingKey key, PeerId self, long startMicros) {
        this.self = self;
        tag = new Tag(key);
        Arrays.fill(nextTo, startMicros);
        Arrays.setAll(heardFrom, _ -> new ReplayWindow());
    }

    @Override
    public int datagramBytes() {
        return SEAL_BYTES;
    }

    @Override
    public void seal(PeerId to, ByteBuffer buffer, int start) {
        int end = buffer.position();
        long sequence = nextTo[to.value()]++;
        buffer.putLong(sequence);
        if (DatagramCodec.isSegment(buffer, start, end)) {
            tag.append(segment(self, to, buffer, start, end), buffer, buffer.position());
        } else {
            tag.append(context(self, to), buffer, start);
        }
    }

    @Override
    public Verdict open(PeerId from, ByteBuffer datagram) {
        int endOfMessage = datagram.limit() - SEAL_BYTES;
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
        int start = datagram.position();
        int tagAt = end + SEQUENCE_BYTES;
        if (DatagramCodec.isSegment(datagram, start, end)) {
            datagram.position(tagAt);
            boolean fits = tag.fits(segment(from, self, datagram, start, end), datagram, tagAt);
            datagram.position(start);
            return fits;
        }
        return tag.fits(context(from, self), datagram, tagAt);
    }

    private byte[] segment(PeerId from, PeerId to, ByteBuffer buffer, int start, int end) {
        segmentFields.clear();
        segmentFields.put(SEGMENT).put((byte) from.value()).put((byte) to.value());
        segmentFields.putShort((short) (end - start));
        buffer.get(start, segment, segmentFields.position(), DatagramCodec.HEADER_BYTES);
        segmentFields.position(segmentFields.position() + DatagramCodec.HEADER_BYTES);
        segmentFields.putLong(buffer.getLong(end));
        return segment;
    }

    private byte[] context(PeerId from, PeerId to) {
        context[SENDER] = (byte) from.value();
        context[RECEIVER] = (byte) to.value();
        return context;
    }

    @Override
    public ExchangeSeal accepted() {
        byte[] challenge = new byte[KeyedExchange.CHALLENGE_BYTES];
        random.nextBytes(challenge);
        KeyedExchange exchange = new KeyedExchange(tag, self);
        exchange.setChallenge(challenge);
        return exchange;
    }

    @Override
    public ExchangeSeal connecting(PeerId to) {
        return new KeyedExchange(tag, to);
    }
}
