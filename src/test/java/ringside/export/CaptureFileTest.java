package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;

/** What goes into a capture, and the headers that are put before it. */
class CaptureFileTest {

    private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder;
    private final List<StatusEntry> entries = new ArrayList<>();

    private void tell(long atMicros, int peer, WireEvent event) {
        entries.add(new StatusEntry(atMicros, new PeerId(peer), event));
    }

    private static MessageCaptured udp(Passage passage, int port, int otherPort) {
        return MessageCaptured.of(passage, Transport.UDP, port, otherPort, 10, TEN);
    }

    private List<Long> times(long from, long to) {
        return CaptureFile.messages(entries, from, to).stream().map(StatusEntry::atMicros).toList();
    }

    private static byte[] bytes(IpPackets.Packet packet) {
        byte[] bytes = new byte[packet.captured().remaining()];
        packet.captured().duplicate().get(bytes);
        return bytes;
    }

    @Test
    void aMessageThatBothEndsReportStandsOnceAtItsSender() {
        tell(3, 77, udp(Passage.RECEIVED, 50_077, 50_043));
        tell(1, 43, udp(Passage.SENT, 50_043, 50_077));
        tell(5, 43, udp(Passage.SENT, 50_043, 50_077));
        tell(9, 77, udp(Passage.RECEIVED, 50_077, 50_014));
        assertThat(times(0, 100)).containsExactly(1L, 5L, 9L);
    }

    @Test
    void onlyMessagesOfTheIntervalAreWritten() {
        for (int i = 1; i <= 5; i++) {
            tell(i, 43, udp(Passage.SENT, 50_043, 50_000 + i));
        }
        assertThat(times(2, 4)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void oneThatWasDroppedIsNoTwinOfOneThatArrived() {
        tell(1, 43, udp(Passage.DROPPED, 50_043, 50_077));
        tell(2, 77, udp(Passage.RECEIVED, 50_077, 50_043));
        assertThat(times(0, 9)).containsExactly(1L, 2L);
    }

    @Test
    void aDatagramGetsItsHeaders() {
        List<IpPackets.Packet> packets =
                new IpPackets()
                        .of(
                                MessageCaptured.of(
                                        Passage.SENT, Transport.UDP, 50_043, 50_077, 416, TEN));
        assertThat(packets).hasSize(1);
        assertThat(packets.getFirst().wholeLength()).isEqualTo(20 + 8 + 416);
        assertThat(HexFormat.of().formatHex(bytes(packets.getFirst())))
                .isEqualTo(
                        "450001bc0000000040117b2f7f0000017f000001"
                                + "c37bc39d01a80000"
                                + "30313233343536373839");
    }

    @Test
    void theSequenceNumbersOfAConnectionGoOn() {
        IpPackets headers = new IpPackets();
        List<String> numbers = new ArrayList<>();
        for (Passage passage : List.of(Passage.SENT, Passage.RECEIVED, Passage.SENT)) {
            MessageCaptured message =
                    MessageCaptured.of(passage, Transport.TCP, 41_000, 50_077, 300, TEN);
            byte[] packet = bytes(headers.of(message).getFirst());
            numbers.add(HexFormat.of().formatHex(packet, 24, 32));
        }
        assertThat(numbers)
                .containsExactly("0000000100000001", "000000010000012d", "0000012d0000012d");
    }

    @Test
    void theLongestFrameFillsMoreThanAPacket() {
        byte[] first = new byte[4_096];
        List<IpPackets.Packet> packets =
                new IpPackets()
                        .of(
                                MessageCaptured.of(
                                        Passage.SENT,
                                        Transport.TCP,
                                        41_000,
                                        50_077,
                                        MessageCaptured.MAX_LENGTH,
                                        first));
        assertThat(packets).extracting(IpPackets.Packet::wholeLength).containsExactly(65_535, 81);
        assertThat(bytes(packets.getLast())).hasSize(40);
    }

    @Test
    void theNumberOfMessagesIsTold() throws Exception {
        tell(1, 43, udp(Passage.SENT, 50_043, 50_077));
        tell(2, 43, udp(Passage.DROPPED, 50_043, 50_077));
        tell(3, 43, new WireEvent.MessagesUncaptured(5));
        Path file = folder.resolve("ring.pcapng");
        assertThat(CaptureFile.write(entries, 0, 10, file)).isEqualTo(2);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("peer-43", "peer-43-dropped", "dropped on purpose: never sent");
    }
}
