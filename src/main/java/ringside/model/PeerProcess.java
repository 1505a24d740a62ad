package ringside.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import ringside.status.ProcessEvent;

/**
 * The known state of a peer's process.
 *
 * @param paused whether it was stopped with SIGSTOP; it is not dead, but cannot answer
 * @param byHand whether it was started in a terminal: it can be commanded, not killed (SPEC 9.3)
 * @param host the name of the host that runs it; empty for the machine of the window itself
 * @param processId 0 while not known
 * @param port 0 while not known
 * @param residentBytes memory that it held last, seen from outside; 0 while not known
 * @param startedAtMicros when the process was first heard of
 * @param phaseSinceMicros when the phase began
 * @param exitCode of an ended process; 0 otherwise
 * @param reason what the end means, one plain sentence; empty while it lives
 */
@RecordBuilder
public record PeerProcess(
        PeerPhase phase,
        boolean paused,
        boolean byHand,
        String host,
        long processId,
        int port,
        long residentBytes,
        long startedAtMicros,
        long phaseSinceMicros,
        int exitCode,
        String reason)
        implements PeerProcessBuilder.With {

    private static final String HERE = "";

    /** Returns a process that has just started on the machine of the window. */
    static PeerProcess starting(long processId, int port, long atMicros) {
        return new PeerProcess(
                PeerPhase.STARTING,
                false,
                false,
                HERE,
                processId,
                port,
                0,
                atMicros,
                atMicros,
                0,
                "");
    }

    static PeerProcess attached(long processId, long atMicros) {
        return starting(processId, 0, atMicros).withByHand(true);
    }

    PeerProcess measured(ProcessEvent.ProcessMeasured event) {
        return with().processId(event.processId()).residentBytes(event.residentBytes()).build();
    }

    PeerProcess with(PeerPhase next, long atMicros) {
        long since = next == phase ? phaseSinceMicros : atMicros;
        return with().phase(next).phaseSinceMicros(since).build();
    }

    PeerProcess ended(PeerPhase how, int code, String why, long atMicros) {
        return with().phase(how)
                .paused(false)
                .phaseSinceMicros(phase.isAlive() ? atMicros : phaseSinceMicros)
                .exitCode(code)
                .reason(why)
                .build();
    }
}
