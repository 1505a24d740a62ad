package ringside.program;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.supervisor.Signals;

/**
 * The process that is a peer: of those in its terminal, the one that holds the peer's port, and not
 * the shell around it (PROGRAMS 1.5). As long as none is known to hold it, the one with which the
 * terminal began. Thread-safe.
 */
public final class ProgramProcess {

    private static final long POLL_MS = 100;

    /** Time for what is around the process to end with it, and to pass on its exit code; ms. */
    private static final long AROUND_MS = 1_000;

    private final Process leader;
    private final int port;
    private final QuitDeadline quit;
    private volatile @Nullable ProcessStatus holder;
    private volatile Ending ending = Ending.BY_ITSELF;

    /** How its life came to an end. */
    enum Ending {
        BY_ITSELF,
        /** It was told to quit, lived on, and was killed. */
        OVERSTAYED,
        /** It has ended; what was around it lived on and was killed, and nobody knows its code. */
        LEFT_ALONE
    }

    /**
     * Creates the process of a peer that has just started, and whose time to quit is nobody's
     * concern here.
     *
     * @param leader the process with which the terminal began, which leads a group
     * @param port UDP port of the peer
     */
    public ProgramProcess(Process leader, int port) {
        this(leader, port, new QuitDeadline(QuitDeadline.PATIENCE, System::nanoTime));
    }

    /**
     * Creates the process of a peer that has just started.
     *
     * @param leader the process with which the terminal began, which leads a group
     * @param port UDP port of the peer
     */
    ProgramProcess(Process leader, int port, QuitDeadline quit) {
        this.leader = leader;
        this.port = port;
        this.quit = quit;
    }

    /** Returns the number of the process with which the terminal began. */
    long leader() {
        return leader.pid();
    }

    /** Returns whether the peer or the process with which its terminal began still runs. */
    public boolean isAlive() {
        ProcessStatus found = holder;
        return leader.isAlive() || (found != null && found.isAlive());
    }

    /** Returns whether a process is the one that is known to hold the port. */
    boolean isHolder(long processId) {
        ProcessStatus found = holder;
        return found != null && found.id() == processId;
    }

    /** Looks which process is the peer now. */
    public void look() {
        holder = PortHolder.find(leader(), port).orElse(holder);
    }

    /** Returns the number of the process that is the peer now; looks for it while none is known. */
    long number() {
        ProcessStatus found = holder;
        if (found == null || !found.isAlive()) {
            look();
            found = holder;
        }
        return found == null ? leader() : found.id();
    }

    /**
     * Waits for its end, and ends it when its time to quit is up. Then ends whatever is left in its
     * terminal, which may hold the terminal and its ports.
     *
     * @return the exit code of the process with which the terminal began
     */
    public int waitFor() throws InterruptedException {
        while (!hasEnded()) {
            waitMore();
        }
        long aroundEnds = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AROUND_MS);
        while (leader.isAlive()) {
            if (!quit.isTold() && System.nanoTime() >= aroundEnds) {
                ending = Ending.LEFT_ALONE;
                kill();
            }
            waitMore();
        }
        ProcessStatus found = holder;
        Stream.of(leader(), found == null ? leader() : found.group())
                .distinct()
                .forEach(Signals::killGroup);
        return leader.waitFor();
    }

    private void waitMore() throws InterruptedException {
        if (leader.isAlive()) {
            var _ = leader.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
        } else {
            Thread.sleep(POLL_MS);
        }
        if (quit.isOver() && isAlive()) {
            ending = Ending.OVERSTAYED;
            kill();
        }
    }

    /** Returns whether the peer has ended, and no other process has taken over its port. */
    private boolean hasEnded() {
        ProcessStatus found = holder;
        boolean lives = found == null ? leader.isAlive() : found.isAlive();
        if (!lives) {
            holder = PortHolder.find(leader(), port).orElse(found);
        }
        return !lives && Objects.equals(holder, found);
    }

    /** Returns how it ended; valid after {@link #waitFor}. */
    Ending ending() {
        return ending;
    }

    /** Suspends it, with all of its groups. */
    public void pause() {
        groups().forEach(Signals::pauseGroup);
        quit.paused();
    }

    /** Lets it go on. */
    public void resume() {
        groups().forEach(Signals::resumeGroup);
        quit.resumed();
    }

    /** Ends it at once, with all of its groups. */
    public void kill() {
        groups().forEach(Signals::killGroup);
    }

    /** Returns the group of its terminal, and the one of the peer if it has left that. */
    private List<Long> groups() {
        ProcessStatus found = holder;
        if (found == null || !found.isAlive()) {
            return List.of(leader());
        }
        return leader.isAlive()
                ? Stream.of(leader(), found.group()).distinct().toList()
                : List.of(found.group());
    }
}
