package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.peer.Bytes;
import ringside.peer.Datagram;

/** The encoding of UDP messages: pings as JSON, transfers as bytes. */
class DatagramCodecTest {

    @ParameterizedTest
    @MethodSource("ringside.wire.WireCases#datagrams")
    void pingsAreWrittenAndReadAsJson(WireCases.Case expected) throws MalformedMessageException {
        ByteBuffer bytes = encoded((Datagram) expected.message());
        assertThat(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString())
                .isEqualTo(expected.json());
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(expected.message());
    }

    @Test
    void aSegmentIsSixteenBytesOfHeaderAndItsData() throws MalformedMessageException {
        Datagram.Segment segment =
                new Datagram.Segment(
                        0xFEDCBA98L, 0x0102030405L, 60_000, Bytes.of((byte) 7, (byte) 8));
        ByteBuffer bytes = encoded(segment);
        assertThat(toArray(bytes))
                .containsExactly(
                        1, 1, 0xEA, 0x60, 0xFE, 0xDC, 0xBA, 0x98, 0, 0, 0, 1, 2, 3, 4, 5, 7, 8);
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(segment);
    }

    @Test
    void anAcknowledgementIsSixteenBytes() throws MalformedMessageException {
        Datagram.Acknowledgement acknowledgement = new Datagram.Acknowledgement(1, 401);
        ByteBuffer bytes = encoded(acknowledgement);
        assertThat(toArray(bytes))
                .containsExactly(2, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0x91);
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(acknowledgement);
    }

    @Test
    void aSelectiveAcknowledgementIsSixteenBytesAndItsBitmap() throws MalformedMessageException {
        Datagram.SelectiveAcknowledgement acknowledgement =
                new Datagram.SelectiveAcknowledgement(1, 401, Bytes.of((byte) 0, (byte) 0x82));
        ByteBuffer bytes = encoded(acknowledgement);
        assertThat(toArray(bytes))
                .containsExactly(3, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0x91, 0, 0x82);
        assertThat(DatagramCodec.decode(bytes)).isEqualTo(acknowledgement);
    }

    @Test
    void aBitmapThatIsTooLongOrEndsInNothingIsMalformed() {
        byte[] whole = new byte[DatagramCodec.HEADER_BYTES + 33];
        whole[0] = 3;
        whole[1] = 1;
        whole[DatagramCodec.HEADER_BYTES - 1] = 1;
        Arrays.fill(whole, DatagramCodec.HEADER_BYTES, whole.length, (byte) 1);
        assertThatThrownBy(() -> DatagramCodec.decode(ByteBuffer.wrap(whole)))
                .isInstanceOf(MalformedMessageException.class);
        byte[] endsInNothing = Arrays.copyOf(whole, DatagramCodec.HEADER_BYTES + 32);
        endsInNothing[endsInNothing.length - 1] = 0;
        assertThatThrownBy(() -> DatagramCodec.decode(ByteBuffer.wrap(endsInNothing)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void theLargestSegmentFitsOneDatagram() {
        Datagram.Segment segment = new Datagram.Segment(1, 1, 65_000, Bytes.of(new byte[65_000]));
        assertThat(encoded(segment).remaining()).isLessThanOrEqualTo(DatagramCodec.MAX_BYTES);
    }

    @Test
    void everyTruncationOfAHeaderIsMalformed() {
        byte[] whole = WireCases.bytesOf(encoded(new Datagram.Acknowledgement(1, 401)));
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(whole, 0, length);
            assertThatThrownBy(() -> DatagramCodec.decode(part))
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    /**
     * SPEC 10.1: random bytes decode or cause MalformedMessageException, and nearly all the latter.
     */
    @Test
    void randomBytesAreMalformedOrAreAMessageAndNothingElse() {
        Random random = new Random(1);
        int malformed = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = '{';
            }
            try {
                DatagramCodec.decode(ByteBuffer.wrap(bytes));
            } catch (MalformedMessageException expected) {
                malformed++;
            }
        }
        assertThat(malformed).isGreaterThan(19_900);
    }

    private static ByteBuffer encoded(Datagram message) {
        ByteBuffer buffer = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(message, buffer);
        return buffer.flip();
    }

    private static int[] toArray(ByteBuffer buffer) {
        byte[] bytes = WireCases.bytesOf(buffer);
        int[] unsigned = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            unsigned[i] = bytes[i] & 0xFF;
        }
        return unsigned;
    }
}
