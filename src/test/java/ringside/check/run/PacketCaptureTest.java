package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.check.Observation.Transport;
import ringside.check.Observation.Travelled;

/** What is recorded of a packet (PROGRAMS 5.6). */
class PacketCaptureTest {

    private static final int ETHERNET = 14;
    private static final int IPV4_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 11, 12, 1000})
    void datagramsOfAnyLengthAreSeen(int length) {
        assertThat(PacketCapture.read(datagram(length), 5))
                .contains(new Travelled(5, Transport.UDP, 50_003, 50_004, length));
    }

    @Test
    void whatIsTooShortForItsHeadersIsPassedOver() {
        ByteBuffer whole = datagram(0);
        for (int length = 0; length < whole.limit(); length++) {
            assertThat(PacketCapture.read(whole.duplicate().limit(length), 5)).isEmpty();
        }
    }

    private static ByteBuffer datagram(int length) {
        int datagram = UDP_HEADER + length;
        return ByteBuffer.allocate(ETHERNET + IPV4_HEADER + datagram)
                .put(ETHERNET, (byte) 0x45)
                .putShort(ETHERNET + 2, (short) (IPV4_HEADER + datagram))
                .put(ETHERNET + 9, (byte) UDP)
                .putShort(ETHERNET + IPV4_HEADER, (short) 50_003)
                .putShort(ETHERNET + IPV4_HEADER + 2, (short) 50_004);
    }
}
