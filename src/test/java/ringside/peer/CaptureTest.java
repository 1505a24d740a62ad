package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import org.junit.jupiter.api.Test;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;
import ringside.status.SuccessorRole;
import ringside.status.WireEvent;

/** SPEC 9.7: what is not sent on purpose is told while messages are captured, and only then. */
class CaptureTest {

    @Test
    void theRunnerAndTheWindowAreTold() {
        Bench bench = Bench.peerFive().command(new PeerCommand.Capture(true));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Capture(true),
                        new Effect.Report(new WireEvent.CaptureSwitched(true)));
        assertThat(bench.command(new PeerCommand.Capture(false)).effects())
                .containsExactly(
                        new Effect.Capture(false),
                        new Effect.Report(new WireEvent.CaptureSwitched(false)));
    }

    @Test
    void aReplyOverACutLinkIsDroppedNotSent() {
        Bench bench = Bench.peerFive().command(new PeerCommand.CutLink(id(1)));
        assertThat(bench.ping(1, SuccessorRole.FIRST).effects(Effect.Drop.class)).isEmpty();

        bench.command(new PeerCommand.Capture(true)).ping(1, SuccessorRole.FIRST);
        assertThat(bench.effect(Effect.Drop.class).to()).isEqualTo(id(1));
        assertThat(bench.effect(Effect.Drop.class).message())
                .isInstanceOf(Datagram.PingReply.class);
        assertThat(bench.effects(Effect.Send.class)).isEmpty();
    }

    @Test
    void aSegmentThatIsLostOnPurposeIsDroppedNotSent() {
        UploadsBench uploads = UploadsBench.accepted(1_000);
        uploads.bench.command(new PeerCommand.Capture(true));
        uploads.bench.command(new PeerCommand.DropNext(Droppable.SEGMENT));
        Bench bench = uploads.read(0, 400);
        assertThat(bench.effect(Effect.Drop.class).message())
                .isInstanceOfSatisfying(
                        Datagram.Segment.class,
                        segment -> assertThat(segment.sequence()).isEqualTo(1));
        assertThat(bench.effects(Effect.Send.class)).isEmpty();
    }
}
