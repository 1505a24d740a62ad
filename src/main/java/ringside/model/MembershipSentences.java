package ringside.model;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/** Sentences about peers themselves: processes, joining, leaving, settings, output. */
final class MembershipSentences {

    private static final int BYTES_PER_MEBIBYTE = 1 << 20;

    private MembershipSentences() {}

    static Explanation of(StatusEntry entry, ProcessEvent event, RingState before) {
        PeerId peer = entry.peer();
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.MEMBERSHIP);
        return switch (event) {
            case ProcessEvent.ProcessStarted e ->
                    says.plain(
                            ExplanationTexts.format(
                                    "processStarted", peer, e.processId(), e.port()));
            case ProcessEvent.ProcessAttached e ->
                    says.plain(ExplanationTexts.format("processAttached", peer, e.processId()));
            case ProcessEvent.ProcessPaused _ ->
                    says.warning(
                            ExplanationTexts.format("processPaused", peer, limit(before, peer)));
            case ProcessEvent.ProcessResumed _ ->
                    says.good(ExplanationTexts.format("processResumed", peer));
            case ProcessEvent.ProcessKilled _ -> says.bad(killed(peer, before));
            case ProcessEvent.ProcessEnded e -> ended(says, peer, e);
        };
    }

    private static Explanation ended(
            ExplanationBuilder says, PeerId peer, ProcessEvent.ProcessEnded event) {
        String text =
                ExplanationTexts.format(
                        "processEnded." + event.kind(), peer, event.exitCode(), event.reason());
        return switch (event.kind()) {
            case QUIT, KILLED -> says.plain(text.strip());
            case REFUSED, VANISHED, CRASHED -> says.bad(text.strip());
        };
    }

    private static String killed(PeerId peer, RingState before) {
        List<PeerId> watchers = watchers(peer, before);
        return watchers.isEmpty()
                ? ExplanationTexts.format("processKilled.unwatched", peer)
                : ExplanationTexts.format("processKilled", peer, ExplanationTexts.list(watchers));
    }

    /** Returns the peers that ping a peer: it is their first or second successor. */
    private static List<PeerId> watchers(PeerId peer, RingState before) {
        return before.peers().stream()
                .filter(PeerState::isResponsive)
                .filter(other -> other.pingsTo(peer).isPresent())
                .map(PeerState::id)
                .toList();
    }

    private static int limit(RingState before, PeerId peer) {
        return before.peer(peer).map(PeerState::settings).orElse(PeerSettings.DEFAULTS).misses();
    }

    static Explanation of(StatusEntry entry, LifeEvent.Hello event) {
        return new ExplanationBuilder(entry, EventKind.MEMBERSHIP)
                .plain(
                        ExplanationTexts.format(
                                "hello", entry.peer(), event.processId(), event.port()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Joining event) {
        return new ExplanationBuilder(entry, EventKind.MEMBERSHIP)
                .plain(
                        ExplanationTexts.format("joining", entry.peer(), event.known()),
                        event.known());
    }

    static Explanation of(StatusEntry entry, LifeEvent.Running event, RingState before) {
        List<PeerId> successors =
                before.peer(entry.peer()).map(PeerState::successors).orElse(List.of());
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.MEMBERSHIP);
        boolean alone = before.health().living().stream().allMatch(id -> id.equals(entry.peer()));
        if (successors.isEmpty()) {
            return says.good(
                    ExplanationTexts.format(alone ? "running.alone" : "running", entry.peer()));
        }
        return says.good(
                ExplanationTexts.format("running.before", entry.peer(), successors.getFirst()),
                successors.getFirst());
    }

    static Explanation of(StatusEntry entry, LifeEvent.Leaving event, RingState before) {
        List<PeerId> predecessors =
                before.peer(entry.peer()).map(PeerState::predecessors).orElse(List.of());
        return new ExplanationBuilder(entry, EventKind.MEMBERSHIP)
                .warning(
                        ExplanationTexts.format(
                                event.filesToHandOver() == 0 ? "leaving.empty" : "leaving",
                                entry.peer(),
                                event.filesToHandOver(),
                                ExplanationTexts.list(predecessors)),
                        predecessors.toArray(PeerId[]::new));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Left event) {
        return new ExplanationBuilder(entry, EventKind.MEMBERSHIP)
                .plain(ExplanationTexts.format("left", entry.peer()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Crashed event) {
        return new ExplanationBuilder(entry, EventKind.MEMBERSHIP)
                .bad(ExplanationTexts.format("crashed", entry.peer(), event.reason()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.TerminalLine event) {
        return new ExplanationBuilder(entry, EventKind.OUTPUT)
                .plain(ExplanationTexts.format("terminalLine", entry.peer(), event.text()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.ActionFailed event) {
        return new ExplanationBuilder(entry, EventKind.REQUESTS)
                .bad(
                        ExplanationTexts.format(
                                "actionFailed", entry.peer(), event.action(), event.reason()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.EventsLeftOut event) {
        return new ExplanationBuilder(entry, EventKind.OUTPUT)
                .warning(ExplanationTexts.format("eventsLeftOut", entry.peer(), event.count()));
    }

    static Explanation of(StatusEntry entry, LifeEvent.Statistics event) {
        return new ExplanationBuilder(entry, EventKind.OUTPUT)
                .plain(
                        ExplanationTexts.format(
                                "statistics",
                                entry.peer(),
                                event.datagramsReceived(),
                                event.datagramsSent(),
                                event.badDatagrams() + event.badFrames(),
                                event.connectionsRefused(),
                                event.heapBytes() / BYTES_PER_MEBIBYTE));
    }
}
