package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent.ProcessMeasured;
import ringside.status.StatusEntry;
import ringside.supervisor.ManagedPeer.Kind;

/** The memory of the processes of a ring, as the system shows it from outside. */
class MemoryWatchTest {

    private static final long PAGE_BYTES = 4_096;

    private final Roster roster = new Roster();
    private final EntryQueue entries = new EntryQueue();
    private final MemoryWatch watch = new MemoryWatch(roster, entries);
    private final List<Process> processes = new ArrayList<>();

    private Process add(int id) throws IOException {
        Process process = new ProcessBuilder("cat").start();
        processes.add(process);
        ManagedPeer peer = new ManagedPeer(new PeerId(id), Kind.STARTED);
        peer.setProcess(new PlainProcess(process, true));
        roster.add(peer);
        return process;
    }

    private List<StatusEntry> told() {
        List<StatusEntry> told = new ArrayList<>();
        entries.drain(told::add, Integer.MAX_VALUE);
        return told;
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void eachLivingPeerIsMeasuredAndToldOnce() throws Exception {
        Process one = add(14);
        Process other = add(43);
        watch.look();
        assertThat(told())
                .extracting(StatusEntry::peer)
                .containsExactlyInAnyOrder(new PeerId(14), new PeerId(43));
        watch.look();
        assertThat(told()).as("what has not changed").isEmpty();
        assertThat(one.isAlive() && other.isAlive()).isTrue();
    }

    @Test
    void aNewPeerIsMeasuredAtTheNextLook() throws Exception {
        add(14);
        watch.look();
        add(43);
        watch.look();
        assertThat(told()).extracting(StatusEntry::peer).endsWith(new PeerId(43)).hasSize(2);
    }

    @Test
    void aMeasureNamesTheProcessAndItsMemory() throws Exception {
        long process = add(14).pid();
        watch.look();
        assertThat(told())
                .first()
                .satisfies(entry -> {
                    ProcessMeasured measured = (ProcessMeasured) entry.event();
                    assertThat(measured.processId()).isEqualTo(process);
                    assertThat(measured.residentBytes()).isGreaterThan(PAGE_BYTES);
                });
    }

    @Test
    void ofAnEndedProcessNothingIsTold() throws Exception {
        Process ended = add(14);
        ended.destroyForcibly();
        ended.waitFor();
        watch.look();
        assertThat(told()).isEmpty();
    }

    @Test
    void aPeerWithoutAProcessIsPassedOver() {
        roster.add(new ManagedPeer(new PeerId(14), Kind.STARTED));
        watch.look();
        assertThat(told()).isEmpty();
    }
}
