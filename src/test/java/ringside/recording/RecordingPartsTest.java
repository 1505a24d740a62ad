package ringside.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.TransferState.Outcome;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** A bounded recording of an endless run; each part can be read on its own. */
class RecordingPartsTest {

    private static final long PART_BYTES = 20_000;
    private static final FileName FILE = FileName.parse("2012.pdf");

    @TempDir Path folder;
    private final List<StatusEntry> events = new ArrayList<>();
    private long atMicros = 1_000_000_000_000_000L;

    private void add(int peer, StatusEvent event) {
        atMicros += 10_000;
        events.add(new StatusEntry(atMicros, new PeerId(peer), event));
    }

    /**
     * Adds starts of peers, of which one dies, one is paused and two send, and then a thousand
     * pings.
     */
    private void addALongStory() {
        for (int peer = 1; peer <= 5; peer++) {
            add(peer, new ProcessEvent.ProcessStarted(100 + peer, 50_000 + peer));
            add(peer, new LifeEvent.Hello(1, 100 + peer, 50_000 + peer, PeerSettings.DEFAULTS));
            add(peer, new LifeEvent.Running());
            add(
                    peer,
                    new NeighbourEvent.NeighboursChanged(
                            List.of(new PeerId(peer % 5 + 1), new PeerId((peer + 1) % 5 + 1)),
                            List.of(new PeerId((peer + 3) % 5 + 1)),
                            NeighboursCause.STARTED));
            add(peer, new FileEvent.FilesHeld(List.of(new HeldFile(FILE, peer, peer == 1))));
        }
        add(2, new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withLoss(0.5)));
        add(3, new ProcessEvent.ProcessPaused());
        add(4, new ProcessEvent.ProcessKilled());
        add(4, new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.KILLED, 137, "Killed."));
        add(5, new NeighbourEvent.PeerDead(new PeerId(4), 4));
        add(2, new NeighbourEvent.PingMissed(new PeerId(3), 0, 1, 4));
        add(2, new NeighbourEvent.PeerTrusted(new PeerId(3), 1));
        for (long id = 1; id <= 2; id++) {
            add(
                    1,
                    new FileEvent.TransferStarted(
                            id,
                            true,
                            new PeerId(2),
                            FILE,
                            900,
                            0,
                            4,
                            1,
                            0,
                            TransferPurpose.REQUEST));
            add(1, new FileEvent.TransferProgress(id, true, 400, 100, 1));
        }
        add(1, new FileEvent.TransferDone(1, true, 900, 225, 1));
        for (int i = 0; i < 1_000; i++) {
            int peer = i % 2 + 1;
            PeerId target = new PeerId(peer + 1);
            add(peer, new NeighbourEvent.PingSent(target, i, SuccessorRole.FIRST));
            add(peer, new NeighbourEvent.PingAnswered(target, i, 500));
        }
    }

    private static RingState fold(List<StatusEntry> entries) {
        RingState state = RingState.EMPTY;
        for (StatusEntry entry : entries) {
            state = state.after(entry);
        }
        return state;
    }

    private static <T> List<T> each(RingState state, Function<PeerState, T> what) {
        return state.peers().stream().map(what).toList();
    }

    @Test
    void theCheckpointGivesTheSameStateAsAllEvents() {
        addALongStory();
        Checkpoint checkpoint = new Checkpoint();
        events.forEach(checkpoint::add);
        RingState whole = fold(events);
        RingState brief = fold(checkpoint.entries());
        assertThat(checkpoint.entries().size()).isLessThan(60);
        assertThat(each(brief, PeerState::id)).isEqualTo(each(whole, PeerState::id));
        assertThat(each(brief, PeerState::phase)).isEqualTo(each(whole, PeerState::phase));
        assertThat(each(brief, PeerState::settings)).isEqualTo(each(whole, PeerState::settings));
        assertThat(each(brief, PeerState::files)).isEqualTo(each(whole, PeerState::files));
        assertThat(each(brief, p -> p.process().paused()))
                .isEqualTo(each(whole, p -> p.process().paused()));
        assertThat(each(brief, PeerState::successors))
                .isEqualTo(each(whole, PeerState::successors));
        assertThat(each(brief, p -> p.pings().stream().map(t -> t.sentSequence()).toList()))
                .isEqualTo(
                        each(whole, p -> p.pings().stream().map(t -> t.sentSequence()).toList()));
        assertThat(each(whole, p -> p.suspectedBy().size())).containsExactly(0, 0, 0, 1, 0);
        assertThat(each(brief, PeerState::suspectedBy))
                .isEqualTo(each(whole, PeerState::suspectedBy));
        assertThat(brief.health().living()).isEqualTo(whole.health().living());
        assertThat(brief.transfers())
                .singleElement()
                .satisfies(transfer -> {
                    assertThat(transfer.transferId()).isEqualTo(2);
                    assertThat(transfer.outcome()).isEqualTo(Outcome.UNDER_WAY);
                    assertThat(transfer.bytesDone()).isEqualTo(400);
                });
    }

    /** Peers 1 and 2 on lab07, 3 on lab08. */
    @Test
    void theCheckpointKeepsWhatHappenedToHosts() {
        for (int peer = 1; peer <= 3; peer++) {
            String host = peer == 3 ? "lab08" : "lab07";
            add(peer, new ProcessEvent.ProcessStarted(100 + peer, 50_000 + peer, host));
            add(peer, new LifeEvent.Running());
        }
        add(1, new ProcessEvent.HostSilent("lab07"));
        add(2, new ProcessEvent.HostCut("lab07"));
        add(3, new ProcessEvent.HostCut("lab08"));
        add(2, new ProcessEvent.HostGone("lab07", "The connection has ended."));
        add(2, new ProcessEvent.ProcessStarted(300, 50_002, "lab07"));
        add(2, new ProcessEvent.HostSilent("lab07"));
        Checkpoint checkpoint = new Checkpoint();
        events.forEach(checkpoint::add);
        RingState whole = fold(events);
        RingState brief = fold(checkpoint.entries());

        assertThat(each(whole, PeerState::phase))
                .containsExactly(PeerPhase.VANISHED, PeerPhase.STARTING, PeerPhase.RUNNING);
        assertThat(each(brief, PeerState::process)).isEqualTo(each(whole, PeerState::process));
        assertThat(brief.hosts().all()).isEqualTo(whole.hosts().all());
        assertThat(brief.health().living()).isEqualTo(whole.health().living());
    }

    @Test
    void deadPeersAreForgottenAfterAMinute() {
        addALongStory();
        atMicros += Checkpoint.DEAD_MICROS;
        add(1, new LifeEvent.TerminalLine("later"));
        Checkpoint checkpoint = new Checkpoint();
        events.forEach(checkpoint::add);
        assertThat(checkpoint.entries()).noneMatch(entry -> entry.peer().equals(new PeerId(4)));
    }

    @Test
    void partsAreBoundedAndEachCanBeReadOnItsOwn() throws IOException {
        addALongStory();
        try (RecordingParts parts = new RecordingParts(folder, "ring", PART_BYTES)) {
            for (StatusEntry entry : events) {
                parts.write(entry);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSize(1 + RecordingParts.OLDER_PARTS);
            for (Path part : all) {
                assertThat(Files.size(part)).isLessThan(2 * PART_BYTES);
                List<StatusEntry> read = new ArrayList<>();
                RecordingReader.read(part, read::add);
                assertThat(fold(read).health().living()).hasSize(3);
            }
        }
        List<StatusEntry> newest = new ArrayList<>();
        RecordingReader.read(folder.resolve("ring.ringside"), newest::add);
        assertThat(newest.getLast()).isEqualTo(events.getLast());
    }
}
