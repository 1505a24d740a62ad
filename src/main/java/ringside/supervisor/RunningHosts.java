package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** This machine and the other hosts of a ring: files of peers elsewhere travel here (SPEC 13.2). */
public record RunningHosts(PeerFiles files) implements RingHost {

    /** Time for a file to travel, in s. */
    private static final long FILE_LIMIT_S = 60;

    @Override
    public long nowNanos() {
        return ThisMachine.HERE.nowNanos();
    }

    @Override
    public void awaitNews(long mostMs) throws InterruptedException {
        ThisMachine.HERE.awaitNews(mostMs);
    }

    @Override
    public long mismatch(Path original, PeerId peer, String received) throws IOException {
        try {
            Path copy = files.fileOf(peer, received).get(FILE_LIMIT_S, TimeUnit.SECONDS);
            return Files.mismatch(original, copy);
        } catch (ExecutionException e) {
            throw new IOException(ActionFailedException.causeOf(e).getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException(Messages.SUPERVISOR.format("fetched.late", received), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.SUPERVISOR.format("fetched.late", received), e);
        }
    }
}
