package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.ring.PeerId;
import ringside.wire.MessageSeal.Verdict;

/** SPEC 10.6, decision 38: segments that are sent together share a tag, and are opened each. */
@BesideOthers
class SegmentSealTest {

    private static final PeerId ONE = new PeerId(1);
    private static final PeerId TWO = new PeerId(2);
    private static final PeerId THREE = new PeerId(3);
    private static final long START = 1_700_000_000_000_000L;
    private static final long TRANSFER = 7;
    private static final int MSS = 40;
    private static final int PIECE = DatagramCodec.HEADER_BYTES + MSS + SegmentSeal.BYTES;
    private static final int END_OF_DATA = PIECE - SegmentSeal.BYTES;

    private final MessageSeal sender = MessageSeal.keyed(Keys.KEY, ONE, START);
    private final MessageSeal receiver = MessageSeal.keyed(Keys.KEY, TWO, START);

    private static Datagram.Segment segment(int place) {
        return new Datagram.Segment(TRANSFER, 1 + (long) place * MSS, MSS, Bytes.of(new byte[MSS]));
    }

    private static Datagram.Segment shortSegment(int place) {
        return new Datagram.Segment(TRANSFER, 1 + (long) place * MSS, MSS, Bytes.of(new byte[3]));
    }

    private List<byte[]> sent(List<Datagram.Segment> segments) {
        return sent(sender, segments);
    }

    private static List<byte[]> sent(MessageSeal sender, List<Datagram.Segment> segments) {
        ByteBuffer batch = ByteBuffer.allocateDirect(segments.size() * PIECE);
        for (Datagram.Segment segment : segments) {
            DatagramCodec.encode(segment, batch);
            batch.position(batch.position() + sender.segmentBytes());
        }
        int pieceBytes = PIECE - MSS + segments.getFirst().data().length();
        sender.sealSegments(TWO, batch.flip(), pieceBytes);
        List<byte[]> datagrams = new ArrayList<>();
        while (batch.hasRemaining()) {
            byte[] datagram = new byte[Math.min(pieceBytes, batch.remaining())];
            batch.get(datagram);
            datagrams.add(datagram);
        }
        return datagrams;
    }

    private List<byte[]> sent(int first, int end) {
        return sent(IntStream.range(first, end).mapToObj(SegmentSealTest::segment).toList());
    }

    private Verdict open(byte[] datagram) {
        return receiver.open(ONE, ByteBuffer.wrap(datagram));
    }

    private static byte[] tag(byte[] datagram) {
        return Arrays.copyOfRange(datagram, datagram.length - Tag.BYTES, datagram.length);
    }

    /** PROTOCOL 'A ring with a key' has this example. */
    @Test
    void aSealHasNumberPlaceBytesOfDataAndTag() {
        byte[] second = sent(List.of(segment(0), shortSegment(1))).get(1);
        assertThat(
                        HexFormat.ofDelimiter(" ")
                                .formatHex(
                                        second, second.length - SegmentSeal.BYTES, second.length))
                .isEqualTo(
                        "00 06 0a 24 18 1e 40 01 00 01 00 2b"
                                + " ac 06 b6 56 c1 83 f4 e1 f7 9b 76 ef bd 07 25 75");
    }

    @Test
    void theReceiverFindsEachSegmentAsItWas() throws Exception {
        List<Datagram.Segment> segments = List.of(segment(0), segment(1), shortSegment(2));
        List<Datagram> found = new ArrayList<>();
        for (byte[] datagram : sent(segments)) {
            ByteBuffer bytes = ByteBuffer.wrap(datagram);
            assertThat(receiver.open(ONE, bytes)).isEqualTo(Verdict.GENUINE);
            found.add(DatagramCodec.decode(bytes));
        }
        assertThat(found).isEqualTo(segments);
    }

    @Test
    void segmentsThatFollowEachOtherShareATag() {
        List<byte[]> datagrams = sent(3, 7);
        assertThat(datagrams).allMatch(other -> Arrays.equals(tag(other), tag(datagrams.get(0))));
    }

    /** One was lost on purpose; another transfer goes to the same peer; one is sent again. */
    @Test
    void othersHaveATagOfTheirOwn() {
        Datagram.Segment ofOther = new Datagram.Segment(8, 81, MSS, Bytes.of(new byte[MSS]));
        List<byte[]> datagrams =
                sent(List.of(segment(0), segment(1), segment(3), ofOther, segment(3)));
        assertThat(datagrams.stream().map(SegmentSealTest::tag).map(HexFormat.of()::formatHex))
                .satisfies(tags -> {
                    assertThat(tags.get(0)).isEqualTo(tags.get(1));
                    assertThat(tags.subList(1, 5)).doesNotHaveDuplicates();
                });
        assertThat(datagrams).allMatch(datagram -> open(datagram) == Verdict.GENUINE);
    }

    /** Two files may end in one batch with segments of the same length. */
    @Test
    void nothingFollowsAShortSegment() {
        List<byte[]> datagrams = sent(List.of(shortSegment(2), shortSegment(5)));
        assertThat(tag(datagrams.get(0))).isNotEqualTo(tag(datagrams.get(1)));
        assertThat(datagrams).allMatch(datagram -> open(datagram) == Verdict.GENUINE);
    }

    @Test
    void segmentsAreOpenedInAnyOrderAndWithoutTheOthers() {
        for (int seed = 0; seed < 20; seed++) {
            List<byte[]> datagrams = sent(0, 50);
            Collections.shuffle(datagrams, new Random(seed));
            assertThat(datagrams.subList(0, 30)).allMatch(one -> open(one) == Verdict.GENUINE);
        }
    }

    @Test
    void eachComesOnce() {
        List<byte[]> datagrams = sent(0, 3);
        assertThat(datagrams).allMatch(datagram -> open(datagram) == Verdict.GENUINE);
        assertThat(datagrams).allMatch(datagram -> open(datagram) == Verdict.REPLAYED);
    }

    /** Whether the tag of the train is known already, or is computed; decision 34: not the data. */
    @Test
    void theTagCoversHeaderLengthNumberAndPlace() {
        for (boolean isKnown : new boolean[] {false, true}) {
            List<byte[]> datagrams = sent(0, 3);
            for (int i = 0; i < PIECE; i++) {
                MessageSeal fresh = MessageSeal.keyed(Keys.KEY, TWO, START);
                if (isKnown) {
                    assertThat(fresh.open(ONE, ByteBuffer.wrap(datagrams.get(0))))
                            .isEqualTo(Verdict.GENUINE);
                }
                byte[] changed = datagrams.get(1).clone();
                changed[i] ^= 1;
                boolean isData = i >= DatagramCodec.HEADER_BYTES && i < END_OF_DATA;
                assertThat(fresh.open(ONE, ByteBuffer.wrap(changed)))
                        .as("byte %d, known: %b", i, isKnown)
                        .isEqualTo(isData ? Verdict.GENUINE : Verdict.WRONG_TAG);
            }
        }
    }

    @Test
    void noSegmentMayBeShorterOrLongerOrBehindTheLast() {
        byte[] last = sent(List.of(segment(0), shortSegment(1))).get(1);
        int endOfData = last.length - SegmentSeal.BYTES;
        byte[] shorter = new byte[last.length - 1];
        System.arraycopy(last, 0, shorter, 0, endOfData - 1);
        System.arraycopy(last, endOfData, shorter, endOfData - 1, SegmentSeal.BYTES);
        assertThat(open(shorter)).isEqualTo(Verdict.WRONG_TAG);
        byte[] longer = new byte[last.length + 1];
        System.arraycopy(last, 0, longer, 0, endOfData);
        System.arraycopy(last, endOfData, longer, endOfData + 1, SegmentSeal.BYTES);
        assertThat(open(longer)).isEqualTo(Verdict.WRONG_TAG);
        assertThat(open(last)).isEqualTo(Verdict.GENUINE);

        byte[] behind = sent(0, 1).get(0);
        ByteBuffer fields = ByteBuffer.wrap(behind);
        fields.putLong(Long.BYTES, 1 + MSS);
        fields.putLong(END_OF_DATA, fields.getLong(END_OF_DATA) + 1);
        fields.putShort(END_OF_DATA + Long.BYTES, (short) 1);
        assertThat(open(behind)).isEqualTo(Verdict.WRONG_TAG);
    }

    @Test
    void aSegmentComesFromItsSenderToItsReceiver() {
        byte[] datagram = sent(0, 1).get(0);
        assertThat(receiver.open(THREE, ByteBuffer.wrap(datagram))).isEqualTo(Verdict.WRONG_TAG);
        assertThat(sender.open(TWO, ByteBuffer.wrap(datagram))).isEqualTo(Verdict.WRONG_TAG);
        MessageSeal stranger = MessageSeal.keyed(Keys.OTHER_KEY, TWO, START);
        assertThat(stranger.open(ONE, ByteBuffer.wrap(datagram))).isEqualTo(Verdict.WRONG_TAG);
    }

    /** What is known of one sender's train is of no use to another. */
    @Test
    void aKnownTrainIsThatOfItsSender() {
        List<byte[]> datagrams = sent(0, 4);
        assertThat(open(datagrams.get(0))).isEqualTo(Verdict.GENUINE);
        ByteBuffer reflected = ByteBuffer.wrap(datagrams.get(1));
        assertThat(receiver.open(THREE, reflected)).isEqualTo(Verdict.WRONG_TAG);
        byte[] forged = datagrams.get(2).clone();
        forged[PIECE - 1] ^= 1;
        assertThat(open(forged)).isEqualTo(Verdict.WRONG_TAG);
        assertThat(open(datagrams.get(1))).isEqualTo(Verdict.GENUINE);
        assertThat(open(datagrams.get(2))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void trainsOfTwoSendersComeInTurns() {
        MessageSeal third = MessageSeal.keyed(Keys.KEY, THREE, START);
        List<byte[]> ofOne = sent(sender, List.of(segment(0), segment(1), segment(2)));
        List<byte[]> ofThree = sent(third, List.of(segment(0), segment(1), segment(2)));
        for (int i = 0; i < 3; i++) {
            assertThat(open(ofOne.get(i))).isEqualTo(Verdict.GENUINE);
            assertThat(receiver.open(THREE, ByteBuffer.wrap(ofThree.get(i))))
                    .isEqualTo(Verdict.GENUINE);
        }
    }

    /** Segments and other datagrams to one receiver share one run of numbers. */
    @Test
    void segmentsTakeANumberEach() {
        byte[] third = sent(0, 3).get(2);
        assertThat(ByteBuffer.wrap(third).getLong(END_OF_DATA)).isEqualTo(START + 2);
        ByteBuffer other = ByteBuffer.allocate(DatagramCodec.HEADER_BYTES + KeyedSeal.SEAL_BYTES);
        DatagramCodec.encode(new Datagram.Acknowledgement(TRANSFER, 1), other);
        sender.seal(TWO, other, 0);
        assertThat(other.getLong(DatagramCodec.HEADER_BYTES)).isEqualTo(START + 3);
    }
}
