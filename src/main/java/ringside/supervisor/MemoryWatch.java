package ringside.supervisor;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent.ProcessMeasured;
import ringside.supervisor.PeerProgram.ChildProcess;

/**
 * Looks from outside how much memory the processes of all living peers of this machine hold, and
 * reports what has changed. Use {@link #look} on one thread.
 */
final class MemoryWatch {

    /** A process that is new is measured after a second, and each one after so many again. */
    private static final int ALL_EACH = 5;

    /** Half of the last digit that is shown: nobody sees a smaller change. */
    private static final long LEAST_CHANGE_BYTES = 1 << 19;

    private final Roster roster;
    private final EntryQueue entries;
    private final Map<PeerId, ProcessMeasured> told = new HashMap<>();
    private int looks;

    MemoryWatch(Roster roster, EntryQueue entries) {
        this.roster = roster;
        this.entries = entries;
    }

    /** Looks once a second, on a thread of its own, until the roster has closed. */
    void begin() {
        Thread.ofPlatform().daemon().name("memory").start(this::lookAgainAndAgain);
    }

    private void lookAgainAndAgain() {
        try {
            while (!roster.isClosed()) {
                look();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the processes that are new, or at those of all peers that live now. */
    void look() {
        Map<PeerId, Long> processes = new HashMap<>();
        for (ManagedPeer peer : roster.living()) {
            processOf(peer).ifPresent(process -> processes.put(peer.id(), process));
        }
        told.keySet().retainAll(processes.keySet());
        if (looks % ALL_EACH != 0) {
            processes.entrySet().removeIf(each -> isKnown(each.getKey(), each.getValue()));
        }
        looks++;
        Map<Long, Long> bytes = ResidentMemory.bytes(processes.values());
        processes.forEach((peer, process) -> {
            Long resident = bytes.get(process);
            if (resident != null) {
                tell(peer, new ProcessMeasured(process, resident));
            }
        });
    }

    private boolean isKnown(PeerId peer, long process) {
        ProcessMeasured before = told.get(peer);
        return before != null && before.processId() == process;
    }

    private static OptionalLong processOf(ManagedPeer peer) {
        ChildProcess process = peer.process();
        if (process == null) {
            return peer.introducedProcess();
        }
        return process.host().isEmpty()
                ? OptionalLong.of(process.peerProcess())
                : OptionalLong.empty();
    }

    private void tell(PeerId peer, ProcessMeasured now) {
        ProcessMeasured before = told.get(peer);
        if (before == null
                || before.processId() != now.processId()
                || Math.abs(before.residentBytes() - now.residentBytes()) >= LEAST_CHANGE_BYTES) {
            told.put(peer, now);
            entries.addProcessEvent(peer, now);
        }
    }
}
