package ringside.hosts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ringside.status.StatusEntry;
import ringside.supervisor.Supervisor;

/**
 * The agent's end of its pipe: writes what its ring reports, and what the agent itself says, which
 * any thread may. While the pipe takes nothing, the ring's events wait in the ring, within its
 * bounds. A pipe that has broken takes everything and keeps nothing: its reading side ends the
 * agent.
 */
final class ReportWriter implements AutoCloseable {

    /** Events written before the pipe is flushed: the reader is to see the first ones soon. */
    private static final int BATCH = 256;

    private static final long LONGEST_WAIT_S = 1;

    private final BufferedWriter out;
    private final Supervisor ring;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean isClosed;

    ReportWriter(OutputStream out, Supervisor ring) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.ring = ring;
        ring.listen(_ -> news.release());
        thread = Thread.ofPlatform().daemon().name("report writer").start(this::passOn);
    }

    synchronized void write(AgentReport report) {
        append(report);
        flush();
    }

    private void passOn() {
        while (!isClosed) {
            awaitNews();
            while (passOnSome() == BATCH) {
                // There may be more.
            }
        }
    }

    /** Waits for an event; one that found the ring's queue full comes without news. */
    private void awaitNews() {
        try {
            var _ = news.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS);
            news.drainPermits();
        } catch (InterruptedException e) {
            isClosed = true;
        }
    }

    private synchronized int passOnSome() {
        int count = ring.drain(this::append, BATCH);
        flush();
        return count;
    }

    private void append(StatusEntry entry) {
        append(new AgentReport.Happened(entry));
    }

    private void append(AgentReport report) {
        try {
            out.write(AgentLines.write(report));
            out.write('\n');
        } catch (IOException e) {
            // The reading side sees the same end.
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            // The reading side sees the same end.
        }
    }

    /** Stops passing on; the pipe stays open for those who own it. */
    @Override
    public void close() {
        isClosed = true;
        news.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        passOnSome();
    }
}
