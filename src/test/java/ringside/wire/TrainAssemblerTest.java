package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.SegmentTrain;

/** Which datagrams that have arrived together are consecutive segments of one file. */
class TrainAssemblerTest {

    private static final long ID = 0xFEDC_BA98L;
    private static final int MSS = 400;

    private final TrainAssembler assembler = new TrainAssembler();

    @Test
    void consecutiveSegmentsAreOneTrain() {
        assertThat(assembler.take(segment(ID, 801, MSS, MSS, 1))).isTrue();
        assertThat(assembler.take(segment(ID, 1_201, MSS, MSS, 2))).isTrue();
        assertThat(assembler.take(segment(ID, 1_601, MSS, 7, 3))).isTrue();
        SegmentTrain train = assembler.end();
        assertThat(train).isNotNull();
        assertThat(train.segments())
                .containsExactly(
                        new Datagram.Segment(ID, 801, MSS, bytes(MSS, 1)),
                        new Datagram.Segment(ID, 1_201, MSS, bytes(MSS, 2)),
                        new Datagram.Segment(ID, 1_601, MSS, bytes(7, 3)));
        assertThat(assembler.end()).isNull();
    }

    @Test
    void aGapOrAnotherTransferOrAnotherSizeOrAShortSegmentEndsIt() {
        for (ByteBuffer other :
                new ByteBuffer[] {
                    segment(ID, 801, MSS, MSS, 2),
                    segment(ID + 1, 401, MSS, MSS, 2),
                    segment(ID, 401, MSS + 1, MSS, 2),
                    segment(ID, 1, MSS, MSS, 2)
                }) {
            assertThat(assembler.take(segment(ID, 1, MSS, MSS, 1))).isTrue();
            int before = other.position();
            assertThat(assembler.take(other)).isFalse();
            assertThat(other.position()).isEqualTo(before);
            assertThat(assembler.end()).extracting(SegmentTrain::count).isEqualTo(1);
        }
        assertThat(assembler.take(segment(ID, 1, MSS, MSS - 1, 1))).isTrue();
        assertThat(assembler.take(segment(ID, MSS, MSS, MSS, 2))).isFalse();
    }

    /** Behind the greatest sequence number there is none, though its sum would be a number. */
    @Test
    void noTrainGoesOnBehindTheGreatestSequenceNumber() {
        assertThat(assembler.take(segment(ID, Long.MAX_VALUE, MSS, MSS, 1))).isTrue();
        ByteBuffer next = segment(ID, 1, MSS, MSS, 2).putLong(8, Long.MAX_VALUE + MSS);
        assertThat(assembler.take(next)).isFalse();
        assertThat(assembler.end()).extracting(SegmentTrain::count).isEqualTo(1);
    }

    @Test
    void whatIsNoSegmentBeginsNoTrain() {
        assertThat(assembler.take(encoded(new Datagram.Acknowledgement(ID, 401)))).isFalse();
        ByteBuffer longer = segment(ID, 1, MSS, MSS, 1).putShort(2, (short) (MSS - 1));
        assertThat(assembler.take(longer)).isFalse();
        assertThat(assembler.take(segment(ID, 1, MSS, MSS, 1).putLong(8, 0))).isFalse();
        assertThat(assembler.take(segment(ID, 1, MSS, MSS, 1).putShort(2, (short) 0))).isFalse();
        assertThat(assembler.take(segment(ID, 1, MSS, MSS, 1).put(0, (byte) '{'))).isFalse();
        assertThat(assembler.take(segment(ID, 1, MSS, MSS, 1).put(1, (byte) 9))).isFalse();
        assertThat(assembler.take(ByteBuffer.allocate(3))).isFalse();
        assertThat(assembler.end()).isNull();
    }

    private static ByteBuffer segment(long id, long sequence, int mss, int length, int content) {
        return encoded(new Datagram.Segment(id, sequence, mss, bytes(length, content)));
    }

    private static ByteBuffer encoded(Datagram message) {
        ByteBuffer target = ByteBuffer.allocate(2_000);
        DatagramCodec.encode(message, target);
        return target.flip();
    }

    private static Bytes bytes(int length, int content) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) content);
        return Bytes.of(data);
    }
}
