package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;

/** A peer that is placed on a host at the moment at which its life before ends (SPEC 13.7). */
@RealProcesses
class ReturnOnHostTest {

    private static final long LIMIT_S = 60;

    private static final PeerId PEER = new PeerId(20);

    private static final Command.AddOn BACK_ON_LAB = new Command.AddOn(List.of(PEER), "lab");

    @TempDir private Path folder;

    private final BlockingQueue<Life> lives = new LinkedBlockingQueue<>();
    private Supervisor ring;

    @BeforeEach
    void open() throws IOException {
        ring =
                Supervisor.open(
                        WatchedRing.settings(
                                folder,
                                FakePeerMain.class.getName(),
                                WatchedRing.PATIENT,
                                SupervisorTest.BASE_PORT),
                        new OnHosts());
    }

    @AfterEach
    void close() {
        WatchedRing.done(ring.quitAll());
    }

    @Test
    void itWaitsUntilThatEndHasBeenReported() throws Exception {
        WatchedRing.done(ring.startRing(List.of(PEER)));
        Life first = lives.poll(LIMIT_S, TimeUnit.SECONDS);
        first.gone().complete(null);

        CompletableFuture<Void> back = ring.carryOut(BACK_ON_LAB);
        CompletableFuture.anyOf(first.looked(), back).get(LIMIT_S, TimeUnit.SECONDS);
        first.reported().complete(null);

        WatchedRing.done(back);
        Life second = lives.poll(LIMIT_S, TimeUnit.SECONDS);
        assertThat(second).isNotNull();
        second.kill();
    }

    @Test
    void whileItsProcessRunsItIsRefused() throws Exception {
        WatchedRing.done(ring.startRing(List.of(PEER)));

        assertThat(ring.carryOut(BACK_ON_LAB))
                .failsWithin(LIMIT_S, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("Peer 20 is already running.");
        lives.poll(LIMIT_S, TimeUnit.SECONDS).kill();
    }

    /** Starts processes that end when the test says so. */
    private final class OnHosts implements PeerProgram {

        @Override
        public ChildProcess start(
                PeerId peer, PeerStart start, StatusAccess status, ConnectionListener listener) {
            Life life =
                    new Life(
                            new CompletableFuture<>(),
                            new CompletableFuture<>(),
                            new CompletableFuture<>());
            lives.add(life);
            return life;
        }

        @Override
        public void place(PeerId peer, String host) {}
    }

    /**
     * A process of another host.
     *
     * @param gone when it has ended
     * @param looked when somebody has seen that
     * @param reported when its end is known here
     */
    private record Life(
            CompletableFuture<Void> gone,
            CompletableFuture<Void> looked,
            CompletableFuture<Void> reported)
            implements ChildProcess {

        @Override
        public long id() {
            return 1;
        }

        @Override
        public String host() {
            return "lab";
        }

        @Override
        public long peerProcess() {
            return id();
        }

        @Override
        public boolean isAlive() {
            if (gone.isDone()) {
                looked.complete(null);
            }
            return !gone.isDone();
        }

        @Override
        public Voice hear(PeerConnection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hearNoMore(PeerConnection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int waitFor() throws InterruptedException {
            try {
                reported.get();
                return 0;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void whenEnded(Runnable action) {
            var _ = gone.thenRun(action);
        }

        @Override
        public void pause() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void kill() {
            gone.complete(null);
            reported.complete(null);
        }

        @Override
        public boolean leavesWithItsWindow() {
            return true;
        }

        @Override
        public Optional<ProcessEnded> explain(int exitCode, boolean wasKilled) {
            return Optional.empty();
        }
    }
}
