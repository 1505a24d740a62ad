package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;

/** SPEC 1.7: peers at several addresses of this machine, which has 127.0.0.0/8 for itself. */
@RealProcesses
class SeveralAddressesTest {

    private static final int BASE_PORT = 25_300;

    @TempDir private Path root;

    @Test
    void aPeerFindsAnotherOnceItIsToldWhereItIs() throws Exception {
        try (LoopRing ring = new LoopRing(root, BASE_PORT)) {
            ring.start(10, 20, 20, _ -> {}, "--listen", "127.0.0.2", "--at", "127.0.0.3=20");
            ring.start(20, 10, 10, _ -> {}, "--listen", "127.0.0.3");
            ring.await(2, missed(10));
            ring.await(2, missed(20));
            assertThat(ring.seen())
                    .noneMatch(entry -> entry.event() instanceof NeighbourEvent.PingAnswered);
            ring.command(20, new ChannelCommand.Locate("127.0.0.2", List.of(new PeerId(10))));
            ring.await(2, answered(20));
            ring.await(2, answered(10));
        }
    }

    @Test
    void aPlaceThatIsNoAddressIsRefused() throws Exception {
        try (LoopRing ring = new LoopRing(root, BASE_PORT)) {
            ring.start(10, 10, 10, _ -> {});
            ring.command(10, new ChannelCommand.Locate("lab07", List.of(new PeerId(20))));
            ring.await(
                    1,
                    entry ->
                            entry.event()
                                    .equals(
                                            new LifeEvent.ActionFailed(
                                                    "locate",
                                                    "it is no IPv4 or IPv6 address in digits:"
                                                            + " 'lab07'")));
        }
    }

    private static Predicate<StatusEntry> missed(int by) {
        return entry ->
                entry.peer().equals(new PeerId(by))
                        && entry.event() instanceof NeighbourEvent.PingMissed;
    }

    private static Predicate<StatusEntry> answered(int by) {
        return entry ->
                entry.peer().equals(new PeerId(by))
                        && entry.event() instanceof NeighbourEvent.PingAnswered;
    }
}
