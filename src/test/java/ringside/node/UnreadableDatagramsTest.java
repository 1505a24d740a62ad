package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.Explanations;
import ringside.model.Reasons;
import ringside.model.RingState;
import ringside.model.Rule;
import ringside.ring.PeerId;
import ringside.status.DatagramFormat;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;

/** PROGRAMS 3.4: another program's datagrams at the port of one of Ringside's own peers. */
class UnreadableDatagramsTest {

    private static final InetSocketAddress SOURCE =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_005);

    private static final byte[] PICKLE = HexFormat.of().parseHex("80049528000000");

    private final UnreadableDatagrams unreadable = new UnreadableDatagrams();

    private List<LifeEvent.UnreadableDatagrams> reportedAt(long nowMicros) {
        List<LifeEvent.UnreadableDatagrams> reported = new ArrayList<>();
        unreadable.report(nowMicros, reported::add);
        return reported;
    }

    private static LifeEvent.UnreadableDatagrams pickles(int count) {
        return new LifeEvent.UnreadableDatagrams(
                "127.0.0.1:50005",
                count,
                7,
                DatagramFormat.PICKLE,
                "80 04 95 28 00 00 00",
                "...(...");
    }

    @Test
    void theFirstIsToldAtOnceAndAFloodOnceASecond() {
        assertThat(reportedAt(0)).isEmpty();
        unreadable.add(SOURCE, ByteBuffer.wrap(PICKLE));
        assertThat(reportedAt(10)).containsExactly(pickles(1));
        for (int i = 0; i < 1_000; i++) {
            unreadable.add(SOURCE, ByteBuffer.wrap(PICKLE));
            assertThat(reportedAt(20 + i)).isEmpty();
        }
        assertThat(reportedAt(1_000_009)).isEmpty();
        assertThat(reportedAt(1_000_010)).containsExactly(pickles(1_000));
    }

    @Test
    void theFirstOfManyIsShown() {
        unreadable.add(SOURCE, ByteBuffer.wrap("ping from 5\n".getBytes(StandardCharsets.UTF_8)));
        unreadable.add(SOURCE, ByteBuffer.wrap(PICKLE));
        assertThat(reportedAt(0))
                .containsExactly(
                        new LifeEvent.UnreadableDatagrams(
                                "127.0.0.1:50005",
                                2,
                                12,
                                DatagramFormat.TEXT,
                                "70 69 6e 67 20 66 72 6f 6d 20 35 0a",
                                "ping from 5."));
    }

    @Test
    void onlyTheBeginningOfALongOneIsShown() {
        unreadable.add(SOURCE, ByteBuffer.wrap("x".repeat(1_000).getBytes(StandardCharsets.UTF_8)));
        assertThat(reportedAt(0))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.bytes()).isEqualTo(1_000);
                    assertThat(event.text()).isEqualTo("x".repeat(32));
                });
    }

    /** A stranger may use another port for every datagram. */
    @Test
    void moreSourcesAreNotTold() {
        for (int port = 1; port <= 100; port++) {
            unreadable.add(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    ByteBuffer.wrap(PICKLE));
        }
        assertThat(reportedAt(0)).hasSize(UnreadableDatagrams.MOST_SOURCES);
        assertThat(reportedAt(1_000_000)).isEmpty();
        assertThat(unreadable.isFull()).isFalse();
        unreadable.add(SOURCE, ByteBuffer.wrap(PICKLE));
        assertThat(reportedAt(1_000_000)).containsExactly(pickles(1));
    }

    @Test
    void aSentenceSaysWhatCameAndWhy() {
        StatusEntry one = new StatusEntry(1, new PeerId(8), pickles(1));
        assertThat(Explanations.of(one, RingState.EMPTY).text())
                .isEqualTo(
                        "8 could not read a datagram from 127.0.0.1:50005. It looks like a pickle of"
                                + " Python; its 7 bytes begin with 80 04 95 28 00 00 00"
                                + " ('...(...').");
        StatusEntry many = new StatusEntry(1, new PeerId(8), pickles(3));
        assertThat(Explanations.of(many, RingState.EMPTY).text())
                .startsWith("8 could not read 3 datagrams from 127.0.0.1:50005. The first looks");
        assertThat(Explanations.isRoutine(many, RingState.EMPTY)).isFalse();
        assertThat(Reasons.of(one, RingState.EMPTY).rule()).isEqualTo(Rule.BAD_INPUT);
    }
}
