package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.SuccessorRole;

/** Events reach listeners at once, and the picture when it is drawn. */
class EntryQueueTest {

    private static final int CAPACITY = 8;
    private static final PeerId PEER = new PeerId(5);

    private final EntryQueue queue = new EntryQueue(CAPACITY);
    private final List<StatusEntry> heard = new ArrayList<>();
    private final List<StatusEntry> drawn = new ArrayList<>();
    private long at;

    private StatusEntry entry(PeerEvent event) {
        at++;
        return new StatusEntry(at, PEER, event);
    }

    private StatusEntry ping() {
        return entry(new NeighbourEvent.PingSent(new PeerId(9), at, SuccessorRole.FIRST));
    }

    private StatusEntry news() {
        return entry(new LifeEvent.TerminalLine("news"));
    }

    @Test
    void aListenerGetsEventsThatNobodyDraws() {
        queue.listen(heard::add);
        StatusEntry ping = ping();
        queue.addReport(ping);
        queue.addProcessEvent(PEER, new ProcessEvent.ProcessPaused());

        assertThat(heard).hasSize(2).startsWith(ping);
        assertThat(queue.drain(drawn::add, 10)).isEqualTo(2);
        assertThat(drawn).isEqualTo(heard);
    }

    /** An agent passes on what waits when it hears of it. */
    @Test
    void aListenerFindsTheEntryWaiting() {
        queue.listen(_ -> queue.drain(drawn::add, 10));
        queue.addReport(news());
        queue.addProcessEvent(PEER, new ProcessEvent.ProcessPaused());

        assertThat(drawn).hasSize(2);
    }

    @Test
    void aPictureThatNobodyDrawsLosesPingsButTheRecordingLosesNone() {
        queue.listen(heard::add);
        for (int i = 0; i < 20; i++) {
            queue.addReport(ping());
        }
        StatusEntry news = news();
        queue.addReport(news);

        assertThat(heard).hasSize(21).endsWith(news);
        queue.drain(drawn::add, 100);
        assertThat(drawn).hasSize(8).endsWith(news);
        assertThat(drawn.get(6).event()).isEqualTo(new LifeEvent.EventsLeftOut(14));
    }

    @Test
    void afterItWasDrawnEverythingFitsAgain() {
        for (int i = 0; i < 20; i++) {
            queue.addReport(ping());
        }
        queue.drain(drawn::add, 100);
        drawn.clear();
        for (int i = 0; i < 5; i++) {
            queue.addReport(ping());
        }
        queue.drain(drawn::add, 100);

        assertThat(drawn)
                .hasSize(6)
                .first()
                .extracting(StatusEntry::event)
                .isEqualTo(new LifeEvent.EventsLeftOut(14));
    }
}
