package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.app.base.Motion;
import ringside.model.TargetPings;
import ringside.ring.PeerId;
import ringside.status.SuccessorRole;

class PingDotTest {

    private static final long NONE = TargetPings.NONE;

    private static TargetPings table(long answered, long answeredAt, long missed, long missedAt) {
        return new TargetPings(
                new PeerId(9),
                SuccessorRole.FIRST,
                5,
                1_000,
                answered,
                answeredAt,
                missed,
                missedAt,
                0,
                4,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // now, kind, share: a ping sent at 1000 and answered at 1010, each way drawn in 100
        "1000, PING, 0",
        "1050, PING, 0.5",
        "1100, REPLY, 1",
        "1150, REPLY, 0.5",
        "1200, NONE, 0"
    })
    void anAnsweredPingTravelsThereAndBack(long now, PingDot.Kind kind, double share) {
        PingDot dot = PingDot.of(table(5, 1_010, NONE, NONE), now, 100, 50);
        assertThat(dot.kind()).isEqualTo(kind);
        assertThat(dot.share()).isEqualTo(share, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"PING, 0.2, 0.5", "REPLY, 0.9, 0.5", "MISSED, 1, 1"})
    void withReducedMotionADotStandsHalfwayAndAMissedOneAtItsEnd(
            PingDot.Kind kind, double share, double drawn) {
        PingDot dot = new PingDot(kind, share);
        assertThat(dot.drawnAt(Motion.REDUCED)).isEqualTo(drawn);
        assertThat(dot.drawnAt(Motion.FULL)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"1050, PING", "1300, PING", "1500, MISSED", "1549, MISSED", "1550, NONE"})
    void aMissedPingWaitsAtItsTargetAndTurnsRedForAMoment(long now, PingDot.Kind kind) {
        boolean known = now >= 1_500;
        TargetPings table = table(4, 900, known ? 5 : NONE, known ? 1_500 : NONE);
        assertThat(PingDot.of(table, now, 100, 50).kind()).isEqualTo(kind);
    }
}
