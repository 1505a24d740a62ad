package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;
import ringside.status.WireEvent;

/** SPEC 13.5: peers 8 and 43 on two hosts, whose clocks and pipes differ. */
class CausalOrderTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final StatusEvent SENT =
            new LookupEvent.LookupSent(1, LookupPurpose.REQUEST, NUMBER, id(43), 1);
    private static final StatusEvent ARRIVED =
            new LookupEvent.LookupArrived(1, LookupPurpose.REQUEST, NUMBER, id(8), 1, true);
    private static final StatusEvent ANSWERED =
            new LookupEvent.LookupAnswered(1, LookupPurpose.REQUEST, NUMBER, id(43), true);

    private final List<StatusEntry> told = new ArrayList<>();
    private long nanos;
    private final CausalOrder order = new CausalOrder(() -> nanos);

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    private static StatusEntry at(long micros, int peer, StatusEvent event) {
        return new StatusEntry(micros, id(peer), event);
    }

    private void add(long micros, int peer, StatusEvent event) {
        order.add(at(micros, peer, event), told::add);
    }

    @Test
    void anEffectThatComesFirstWaitsForItsCause() {
        add(200, 43, ARRIVED);
        assertThat(told).isEmpty();

        add(100, 8, SENT);

        assertThat(told).containsExactly(at(100, 8, SENT), at(200, 43, ARRIVED));
    }

    @Test
    void anEffectIsLaterThanItsCause() {
        add(100, 8, SENT);
        add(40, 43, ARRIVED);
        add(90, 8, ANSWERED);

        assertThat(told)
                .containsExactly(at(100, 8, SENT), at(101, 43, ARRIVED), at(102, 8, ANSWERED));
    }

    @Test
    void theEventsOfAPeerKeepTheirOrder() {
        StatusEvent next = new LifeEvent.TerminalLine("next");
        add(200, 43, ARRIVED);
        add(201, 43, next);
        add(60, 8, new LifeEvent.TerminalLine("of another"));
        assertThat(told).extracting(StatusEntry::peer).containsExactly(id(8));

        add(300, 8, SENT);

        assertThat(told).endsWith(at(300, 8, SENT), at(301, 43, ARRIVED), at(301, 43, next));
    }

    @Test
    void aCauseThatIsNotToldIsNotWaitedForForEver() {
        add(200, 43, ARRIVED);
        nanos = CausalOrder.PATIENCE_NANOS - 1;
        order.tick();
        assertThat(told).isEmpty();

        nanos++;
        order.tick();

        assertThat(told).containsExactly(at(200, 43, ARRIVED));
    }

    @Test
    void whatWaitsOfAHostThatIsGoneIsTold() {
        add(200, 43, ARRIVED);

        order.end(List.of(id(43)));

        assertThat(told).containsExactly(at(200, 43, ARRIVED));
    }

    /** Whatever waits for whatever: a whole conversation of one host comes before the other. */
    @Test
    void aLongChainIsToldInItsOrder() {
        int length = 20_000;
        for (int step = 1; step <= length; step++) {
            add(0, 43, segment(SegmentStep.RECEIVED, step));
            add(0, 43, segment(SegmentStep.ACKNOWLEDGEMENT_SENT, step));
        }
        assertThat(told).isEmpty();
        for (int step = 1; step <= length; step++) {
            add(0, 8, segment(SegmentStep.SENT, step));
            add(0, 8, segment(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, step));
        }

        assertThat(told).hasSize(4 * length);
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).atMicros()).isGreaterThanOrEqualTo(told.get(i - 1).atMicros());
        }
        assertThat(told)
                .extracting(entry -> ((FileEvent.SegmentTraced) entry.event()).step())
                .startsWith(
                        SegmentStep.SENT,
                        SegmentStep.RECEIVED,
                        SegmentStep.ACKNOWLEDGEMENT_SENT,
                        SegmentStep.ACKNOWLEDGEMENT_RECEIVED,
                        SegmentStep.SENT);
    }

    private static StatusEvent segment(SegmentStep step, int number) {
        return new FileEvent.SegmentTraced(9, step, id(8), number, 1, number + 1);
    }

    @Test
    void theReceiverOfATransferBeginsAndEndsFirst() {
        StatusEvent sends = started(true, 43);
        StatusEvent receives = started(false, 8);
        StatusEvent sent = new FileEvent.TransferDone(9, true, 10, 1, 0);
        StatusEvent received = new FileEvent.TransferDone(9, false, 10, 1, 0);
        add(10, 8, sends);
        add(20, 8, sent);
        add(15, 43, receives);
        add(25, 43, received);

        assertThat(told)
                .containsExactly(
                        at(15, 43, receives),
                        at(16, 8, sends),
                        at(25, 43, received),
                        at(26, 8, sent));
    }

    private static StatusEvent started(boolean sending, int other) {
        return new FileEvent.TransferStarted(
                9,
                sending,
                id(other),
                FileName.parse("2012.pdf"),
                10,
                0,
                100,
                1,
                0,
                TransferPurpose.REQUEST);
    }

    @Test
    void aNeighbourLeavesBeforeItIsMissed() {
        StatusEvent leaving = new LifeEvent.Leaving(0);
        StatusEvent missed = new NeighbourEvent.NeighbourLeft(id(8));
        add(50, 43, missed);
        add(70, 8, leaving);

        assertThat(told).containsExactly(at(70, 8, leaving), at(71, 43, missed));
    }

    /** It came back meanwhile, and leaves again. */
    @Test
    void aSecondDepartureIsNotTheFirst() {
        StatusEvent missed = new NeighbourEvent.NeighbourLeft(id(8));
        add(50, 8, new LifeEvent.Leaving(0));
        add(60, 43, missed);
        add(100, 8, new LifeEvent.Hello(1, 7, 50_008, PeerSettings.DEFAULTS));
        add(210, 43, missed);
        assertThat(told).hasSize(3);

        add(200, 8, new LifeEvent.Leaving(0));

        assertThat(told).endsWith(at(210, 43, missed)).hasSize(5);
    }

    @Test
    void aLookupThatEndsWhereItBeganWaitsForNobody() {
        StatusEvent alone =
                new LookupEvent.LookupArrived(1, LookupPurpose.STORE, NUMBER, id(8), 0, false);
        add(5, 8, alone);

        assertThat(told).containsExactly(at(5, 8, alone));
    }

    @Test
    void aMessageWaitsForItsSenderOnlyIfThatCaptures() {
        StatusEvent received = message(WireEvent.Passage.RECEIVED, 50_043, 50_008);
        add(10, 43, received);
        assertThat(told).containsExactly(at(10, 43, received));

        StatusEvent sent = message(WireEvent.Passage.SENT, 50_008, 50_043);
        StatusEvent captures = new WireEvent.CaptureSwitched(true);
        add(20, 8, captures);
        add(30, 43, received);
        add(40, 8, sent);

        assertThat(told).endsWith(at(20, 8, captures), at(40, 8, sent), at(41, 43, received));
    }

    private static StatusEvent message(WireEvent.Passage passage, int port, int otherPort) {
        return new WireEvent.MessageCaptured(
                passage, WireEvent.Transport.UDP, port, otherPort, 3, "AQEB");
    }
}
