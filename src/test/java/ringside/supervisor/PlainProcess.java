package ringside.supervisor;

import java.util.Optional;
import ringside.channel.PeerConnection;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;

/** A process that is no peer: it runs, can be killed, and says nothing. */
record PlainProcess(Process process, boolean leavesWithItsWindow) implements ChildProcess {

    @Override
    public long id() {
        return process.pid();
    }

    @Override
    public long peerProcess() {
        return id();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
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
        return process.waitFor();
    }

    @Override
    public void whenEnded(Runnable action) {
        throw new UnsupportedOperationException();
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
        process.destroyForcibly();
    }

    @Override
    public Optional<ProcessEnded> explain(int exitCode, boolean wasKilled) {
        throw new UnsupportedOperationException();
    }
}
