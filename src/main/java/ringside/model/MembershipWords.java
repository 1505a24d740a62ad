package ringside.model;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** Sentences about peers as such: processes, joining, leaving, settings, output. */
final class MembershipWords {

    private static final int BYTES_PER_MEBIBYTE = 1 << 20;

    private MembershipWords() {}

    static Explanation of(StatusEntry entry, ProcessEvent event, RingState before) {
        PeerId peer = entry.peer();
        Sentence says = new Sentence(entry, EventKind.MEMBERSHIP);
        return switch (event) {
            case ProcessEvent.ProcessStarted e ->
                    says.plain(Words.say("processStarted", peer, e.processId(), e.port()));
            case ProcessEvent.ProcessAttached e ->
                    says.plain(Words.say("processAttached", peer, e.processId()));
            case ProcessEvent.ProcessPaused _ ->
                    says.warning(Words.say("processPaused", peer, limit(before, peer)));
            case ProcessEvent.ProcessResumed _ -> says.good(Words.say("processResumed", peer));
            case ProcessEvent.ProcessKilled _ -> says.bad(killed(peer, before));
            case ProcessEvent.ProcessEnded e -> ended(says, peer, e);
        };
    }

    private static Explanation ended(
            Sentence says, PeerId peer, ProcessEvent.ProcessEnded event) {
        String text =
                Words.say("processEnded." + event.kind(), peer, event.exitCode(), event.reason());
        return switch (event.kind()) {
            case QUIT, KILLED -> says.plain(text.strip());
            case REFUSED, VANISHED, CRASHED -> says.bad(text.strip());
        };
    }

    private static String killed(PeerId peer, RingState before) {
        List<PeerId> watchers = watchers(peer, before);
        return watchers.isEmpty()
                ? Words.say("processKilled.unwatched", peer)
                : Words.say("processKilled", peer, Words.list(watchers));
    }

    /** Who pings a peer: those that have it as first or second successor. */
    private static List<PeerId> watchers(PeerId peer, RingState before) {
        return before.peers().stream()
                .filter(PeerState::isResponsive)
                .filter(other -> other.pingsTo(peer).isPresent())
                .map(PeerState::id)
                .toList();
    }

    private static int limit(RingState before, PeerId peer) {
        return before.peer(peer)
                .map(PeerState::settings)
                .orElse(PeerSettings.DEFAULTS)
                .misses();
    }

    static Explanation of(StatusEntry entry, LifeEvent.Hello event) {
        return new Sentence(entry, EventKind.MEMBERSHIP)
                .plain(Words.say("hello", entry.peer(), event.processId(), event.port()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Joining event) {
        return new Sentence(entry, EventKind.MEMBERSHIP)
                .plain(Words.say("joining", entry.peer(), event.known()), event.known());
    }

    static Explanation of(StatusEntry entry, LifeEvent.Running event, RingState before) {
        List<PeerId> successors =
                before.peer(entry.peer()).map(PeerState::successors).orElse(List.of());
        Sentence says = new Sentence(entry, EventKind.MEMBERSHIP);
        boolean alone =
                before.health().living().stream().allMatch(id -> id.equals(entry.peer()));
        if (successors.isEmpty()) {
            return says.good(Words.say(alone ? "running.alone" : "running", entry.peer()));
        }
        return says.good(
                        Words.say("running.before", entry.peer(), successors.getFirst()),
                successors.getFirst());
    }

    static Explanation of(StatusEntry entry, LifeEvent.Leaving event, RingState before) {
        List<PeerId> predecessors =
                before.peer(entry.peer()).map(PeerState::predecessors).orElse(List.of());
        return new Sentence(entry, EventKind.MEMBERSHIP)
                .warning(
                        Words.say(
                                event.filesToHandOver() == 0 ? "leaving.empty" : "leaving",
                                entry.peer(),
                                event.filesToHandOver(),
                                Words.list(predecessors)),
                        predecessors.toArray(PeerId[]::new));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Left event) {
        return new Sentence(entry, EventKind.MEMBERSHIP).plain(Words.say("left", entry.peer()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Crashed event) {
        return new Sentence(entry, EventKind.MEMBERSHIP)
                .bad(Words.say("crashed", entry.peer(), event.reason()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.TerminalLine event) {
        return new Sentence(entry, EventKind.OUTPUT)
                .plain(Words.say("terminalLine", entry.peer(), event.text()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.ActionFailed event) {
        return new Sentence(entry, EventKind.REQUESTS)
                .bad(Words.say("actionFailed", entry.peer(), event.action(), event.reason()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.EventsLeftOut event) {
        return new Sentence(entry, EventKind.OUTPUT)
                .warning(Words.say("eventsLeftOut", entry.peer(), event.count()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Statistics event) {
        return new Sentence(entry, EventKind.OUTPUT)
                .plain(
                        Words.say(
                                "statistics",
                                entry.peer(),
                                event.datagramsReceived(),
                                event.datagramsSent(),
                                event.badDatagrams() + event.badFrames(),
                                event.connectionsRefused(),
                                event.heapBytes() / BYTES_PER_MEBIBYTE));
    }
}
