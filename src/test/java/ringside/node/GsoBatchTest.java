package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.PatientBinding;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Input;
import ringside.peer.SegmentTrain;
import ringside.ring.PeerId;
import ringside.status.SuccessorRole;
import ringside.wire.Keys;
import ringside.wire.MessageSeal;

/** Batched segments arrive as if each had been sent on its own, with a ring key and without. */
@ParameterizedClass
@EnumSource
class GsoBatchTest {

    /** How messages are sealed. */
    enum Sealing {
        NONE,
        KEYED;

        MessageSeal of(PeerId peer) {
            return switch (this) {
                case NONE -> MessageSeal.none();
                case KEYED -> MessageSeal.keyed(Keys.KEY, peer, 0);
            };
        }
    }

    private static final int BASE_PORT = 27_600;

    private static final Addresses ADDRESSES =
            new Addresses(InetAddress.getLoopbackAddress(), BASE_PORT);
    private static final PeerId SENDER = new PeerId(1);
    private static final PeerId RECEIVER = new PeerId(2);
    private static final PeerId OTHER = new PeerId(3);

    private final Counters sent = new Counters();
    private final Counters received = new Counters();
    private final List<Datagram> arrived = new ArrayList<>();
    private int trains;
    private final UdpEndpoint from;
    private final UdpEndpoint to;

    GsoBatchTest(Sealing sealing) {
        from = open(SENDER, sealing, sent);
        to = open(RECEIVER, sealing, received);
    }

    private static UdpEndpoint open(PeerId peer, Sealing sealing, Counters counters) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
            PatientBinding.bind(() -> channel.bind(ADDRESSES.of(peer)));
            channel.configureBlocking(false);
            return new UdpEndpoint(
                    channel,
                    ADDRESSES,
                    sealing.of(peer),
                    counters,
                    new PeerClock(),
                    new MessageCapture(0, () -> 0, event -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        from.close();
        to.close();
    }

    /**
     * Few are sent one by one; from 17 on, the system segments them if it can; 64 KiB is its limit.
     */
    @ParameterizedTest
    @CsvSource({"1,400", "2,400", "16,400", "17,400", "100,400", "60,1400", "3,65000", "200,1"})
    void everySegmentArrivesAsItWasSent(int count, int mss) {
        List<Datagram> segments = segments(count, mss);
        for (int round = 0; round < 3; round++) {
            arrived.clear();
            segments.forEach(segment -> from.send(RECEIVER, segment));
            from.flush();
            takeAll(count);
            assertThat(arrived).containsExactlyElementsOf(segments);
        }
        assertThat(sent.datagramsSent).isEqualTo(3L * count);
        assertThat(received.datagramsReceived).isEqualTo(3L * count);
        assertThat(received.badDatagrams).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,400", "2,400", "16,400", "17,400", "100,400", "60,1400", "3,65000", "200,1"})
    void everySegmentOfATrainArrives(int count, int mss) {
        byte[] data = new byte[count * mss - mss / 2];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i / 7);
        }
        SegmentTrain train = new SegmentTrain(5, 1 + 3L * mss, mss, Bytes.of(data));
        for (int round = 0; round < 3; round++) {
            arrived.clear();
            from.send(RECEIVER, train);
            from.flush();
            takeAll(count);
            assertThat(arrived).containsExactlyElementsOf(train.segments());
        }
        assertThat(sent.datagramsSent).isEqualTo(3L * count);
        assertThat(received.datagramsReceived).isEqualTo(3L * count);
    }

    /** Linux keeps a train together. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aLongTrainArrivesInFewSteps() {
        SegmentTrain train = new SegmentTrain(5, 1, 400, Bytes.of(new byte[100 * 400]));
        for (int round = 0; round < 3; round++) {
            arrived.clear();
            trains = 0;
            from.send(RECEIVER, train);
            from.flush();
            takeAll(100);
        }
        assertThat(trains).isBetween(1, 10);
    }

    /** What the system cuts trains into concerns nothing that is sent between them. */
    @Test
    void aLargerDatagramBetweenTrainsArrivesWhole() {
        List<Datagram> messages = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            SegmentTrain train = new SegmentTrain(5, 1, 400, Bytes.of(new byte[40 * 400]));
            from.send(RECEIVER, train);
            messages.addAll(train.segments());
            Datagram.Segment larger = new Datagram.Segment(7, 1, 1_400, Bytes.of(new byte[1_400]));
            from.send(RECEIVER, larger);
            messages.add(larger);
            Datagram.Receipt receipt =
                    new Datagram.SelectiveAcknowledgement(9, 401, Bytes.of((byte) 1));
            from.send(RECEIVER, receipt);
            messages.add(receipt);
            from.flush();
            takeAll(messages.size());
        }
        assertThat(arrived).containsExactlyElementsOf(messages);
        assertThat(received.badDatagrams).isZero();
    }

    /** A shorter segment ends a batch, and so does another message or another receiver. */
    @Test
    void aDatagramBetweenBatchesKeepsItsOrder() {
        List<Datagram> messages = new ArrayList<>(segments(20, 400));
        messages.add(new Datagram.Segment(7, 1, 400, Bytes.of(new byte[10])));
        messages.addAll(segments(20, 400));
        messages.add(new Datagram.Ping(SuccessorRole.FIRST, 3));
        messages.addAll(segments(30, 100));
        for (Datagram message : messages) {
            from.send(RECEIVER, message);
        }
        from.send(OTHER, messages.getFirst());
        from.flush();
        takeAll(messages.size());
        assertThat(arrived).containsExactlyElementsOf(messages);
    }

    /** Two files may end at once, with segments of the same length or of others. */
    @ParameterizedTest
    @CsvSource({"10,10", "300,200", "10,400"})
    void theLastSegmentsOfTwoTransfersArriveEach(int one, int other) {
        List<Datagram> messages = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            SegmentTrain train = new SegmentTrain(5, 1, 400, Bytes.of(new byte[40 * 400]));
            from.send(RECEIVER, train);
            messages.addAll(train.segments());
            from.flush();
            Datagram.Segment last = new Datagram.Segment(7, 401, 400, Bytes.of(new byte[one]));
            Datagram.Segment next = new Datagram.Segment(8, 401, 400, Bytes.of(new byte[other]));
            for (Datagram.Segment segment : List.of(last, next)) {
                from.send(RECEIVER, segment);
                messages.add(segment);
            }
            from.flush();
            takeAll(messages.size());
        }
        assertThat(arrived).containsExactlyElementsOf(messages);
        assertThat(received.badDatagrams).isZero();
    }

    /** Returns segments of the length of the MSS; only the last is shorter. */
    private static List<Datagram> segments(int count, int mss) {
        List<Datagram> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[i == count - 1 ? Math.max(1, mss - 1) : mss];
            Arrays.fill(data, (byte) i);
            segments.add(new Datagram.Segment(5, 1 + (long) i * mss, mss, Bytes.of(data)));
        }
        return segments;
    }

    private void take(Input input) {
        switch (input) {
            case Input.DatagramReceived(PeerId sender, Datagram message) -> {
                assertThat(sender).isEqualTo(SENDER);
                arrived.add(message);
            }
            case Input.TrainReceived(PeerId sender, SegmentTrain train) -> {
                trains++;
                assertThat(sender).isEqualTo(SENDER);
                train.segments().forEach(segment -> arrived.add(segment.copy()));
            }
            case Input other -> throw new AssertionError(other);
        }
    }

    private void takeAll(int count) {
        Awaitility.await("datagrams received of " + count)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> {
                            to.receive(this::take);
                            return arrived.size();
                        },
                        received -> received >= count);
    }
}
