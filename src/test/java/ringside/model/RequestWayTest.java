package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import ringside.model.RequestWay.Step;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The way of a request for 2012, whose hash is 220. */
class RequestWayTest {

    private static final FileNumber FILE = new FileNumber("2012");
    private static final long LOOKUP = 7;

    private RingState ring = RingState.EMPTY;

    private void tell(long at, int peer, StatusEvent event) {
        ring = ring.after(new StatusEntry(at, new PeerId(peer), event));
    }

    /** Sends it along peers, one a microsecond. */
    private void goes(long at, int... peers) {
        tell(
                at,
                peers[0],
                new LookupEvent.LookupSent(
                        LOOKUP, LookupPurpose.REQUEST, FILE, new PeerId(peers[1]), 1));
        for (int i = 1; i < peers.length - 1; i++) {
            forward(at + i, peers[0], i, peers[i], peers[i + 1], 0);
        }
    }

    private void forward(long at, int requester, int hop, int from, int to, int replica) {
        tell(
                at,
                from,
                new LookupEvent.LookupForwarded(
                        LOOKUP, FILE, new PeerId(requester), hop, new PeerId(to), false, replica));
    }

    private RequestWay way() {
        return wayAt(Long.MAX_VALUE);
    }

    private RequestWay wayAt(long micros) {
        return RequestWay.of(ring.lookups().getLast(), micros);
    }

    private static Tuple hop(int number, long before, long after) {
        return Tuple.tuple(number, before, after);
    }

    @Test
    void eachHopHasWhatIsLeftBeforeAndAfterIt() {
        goes(1, 92, 156, 190, 215, 236);
        assertThat(way().hops())
                .extracting(Step::number, Step::leftBefore, Step::leftAfter)
                .containsExactly(hop(1, 128, 64), hop(2, 64, 30), hop(3, 30, 5), hop(4, 5, 0));
        assertThat(way().leftAtFirst()).isEqualTo(128);
        assertThat(way().hasArrived()).isTrue();
    }

    @Test
    void aHopHalvesWhenAtMostHalfIsLeft() {
        goes(1, 92, 156, 157, 236);
        assertThat(way().hops()).extracting(Step::halves).containsExactly(true, false, true);
        assertThat(way().halvings()).isEqualTo(2);
    }

    @Test
    void hopsAcrossZeroGoOnClockwise() {
        goes(1, 240, 10, 236);
        assertThat(way().hops())
                .extracting(Step::number, Step::leftBefore, Step::leftAfter)
                .containsExactly(hop(1, 236, 210), hop(2, 210, 0));
    }

    @Test
    void hopsFromTheOwnerToCopiesDoNotBelongToIt() {
        goes(1, 92, 236);
        forward(3, 92, 2, 236, 14, 1);
        assertThat(way().hops()).extracting(Step::number).containsExactly(1);
    }

    @Test
    void anOwnerThatAsksForItsOwnFileHasNoWay() {
        goes(1, 220, 236);
        assertThat(way().hops()).isEmpty();
        assertThat(way().hasArrived()).isFalse();
    }

    @Test
    void theLastAttemptCounts() {
        goes(1, 92, 156, 190);
        goes(10, 92, 160, 236);
        assertThat(way().hops()).extracting(hop -> hop.to().value()).containsExactly(160, 236);
    }

    @Test
    void inThePastItEndsWithTheHopOfThatMoment() {
        goes(1, 92, 156, 190, 236);
        assertThat(wayAt(2).hops()).extracting(Step::number).containsExactly(1, 2);
        assertThat(wayAt(2).hasArrived()).isFalse();
    }

    @Test
    void eachEventOfARequestLeadsToIt() {
        goes(1, 92, 156, 236);
        RequestKey key = new RequestKey(new PeerId(92), LOOKUP);
        assertThat(
                        List.of(
                                new LookupEvent.LookupPassedBy(LOOKUP, FILE, new PeerId(201)),
                                new LookupEvent.LookupArrived(
                                        LOOKUP,
                                        LookupPurpose.REQUEST,
                                        FILE,
                                        new PeerId(92),
                                        2,
                                        true)))
                .allSatisfy(event ->
                        assertThat(RequestKey.of(new StatusEntry(9, new PeerId(236), event), ring))
                                .contains(key));
    }

    /** 18 bits have 1,024 places for each id of a process. */
    @Test
    void onAWiderCircleTheWayLeadsToTheSameAngle() {
        Circle circle = Circle.of(18);
        LookupState request =
                LookupState.first(
                                1,
                                new PeerId(92).on(circle),
                                LookupPurpose.REQUEST,
                                new FileNumber("2012"),
                                0)
                        .via(
                                new LookupState.Hop(
                                        new PeerId(92).on(circle),
                                        new PeerId(156).on(circle),
                                        1,
                                        1))
                        .via(
                                new LookupState.Hop(
                                        new PeerId(156).on(circle),
                                        new PeerId(236).on(circle),
                                        2,
                                        2));
        RequestWay way = RequestWay.of(request, 10);

        assertThat(way.hops())
                .extracting(Step::leftBefore, Step::leftAfter)
                .containsExactly(Tuple.tuple(128L * 1024, 64L * 1024), Tuple.tuple(64L * 1024, 0L));
        assertThat(way.halvings()).isEqualTo(2);
    }
}
