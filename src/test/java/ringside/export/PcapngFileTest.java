package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The blocks, byte by byte as the draft of the format has them. */
class PcapngFileTest {

    private static final HexFormat HEX = HexFormat.of();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String lastBlock(int before) {
        byte[] all = out.toByteArray();
        return HEX.formatHex(Arrays.copyOfRange(all, before, all.length));
    }

    private static String joined(String... words) {
        return String.join("", words).replace(" ", "");
    }

    @Test
    void theSectionComesFirst() throws IOException {
        var _ = new PcapngFile(out, "abc", "de");
        assertThat(lastBlock(0))
                .isEqualTo(
                        joined(
                                "0a0d0d0a 30000000",
                                "4d3c2b1a 0100 0000 ffffffffffffffff",
                                "0100 0200 64650000",
                                "0400 0300 61626300",
                                "0000 0000",
                                "30000000"));
    }

    @Test
    void anInterfaceHasItsNameAndRawPackets() throws IOException {
        PcapngFile file = new PcapngFile(out, "", "");
        int before = out.size();
        assertThat(file.addInterface("abcd", "e")).isZero();
        assertThat(lastBlock(before))
                .isEqualTo(
                        joined(
                                "01000000 28000000",
                                "6500 0000 00000000",
                                "0200 0400 61626364",
                                "0300 0100 65000000",
                                "0000 0000",
                                "28000000"));
        assertThat(file.addInterface("f", "g")).isEqualTo(1);
    }

    @Test
    void aPacketHasBothLengthsAndItsDirection() throws IOException {
        PcapngFile file = new PcapngFile(out, "", "");
        int before = out.size();
        file.addPacket(
                3,
                0x0001_0002_0003_0004L,
                ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}),
                416,
                PcapngFile.Direction.OUTBOUND,
                "x");
        assertThat(lastBlock(before))
                .isEqualTo(
                        joined(
                                "06000000 3c000000",
                                "03000000 02000100 04000300",
                                "05000000 a0010000",
                                "0102030405000000",
                                "0200 0400 02000000",
                                "0100 0100 78000000",
                                "0000 0000",
                                "3c000000"));
    }

    @Test
    void statisticsHaveWhatWasNotCaptured() throws IOException {
        PcapngFile file = new PcapngFile(out, "", "");
        int before = out.size();
        file.addStatistics(1, 7, 258);
        assertThat(lastBlock(before))
                .isEqualTo(
                        joined(
                                "05000000 28000000",
                                "01000000 00000000 07000000",
                                "0500 0800 0201000000000000",
                                "0000 0000",
                                "28000000"));
    }
}
