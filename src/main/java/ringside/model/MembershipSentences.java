package ringside.model;

import static ringside.model.ExplanationTexts.format;

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
                    says.plain(format("processStarted", peer, e.processId(), e.port()));
            case ProcessEvent.ProcessAttached e ->
                    says.plain(format("processAttached", peer, e.processId()));
            case ProcessEvent.ProcessMeasured e ->
                    new ExplanationBuilder(entry, EventKind.OUTPUT)
                            .plain(
                                    format(
                                            "processMeasured",
                                            peer,
                                            e.processId(),
                                            Amounts.bytes(e.residentBytes())));
            case ProcessEvent.SampleGiven e ->
                    new ExplanationBuilder(entry, EventKind.REQUESTS)
                            .plain(format("sampleGiven", peer, e.number()));
            case ProcessEvent.OthersUnseen _ -> says.plain(format("othersUnseen", peer));
            case ProcessEvent.ProcessPaused _ ->
                    says.warning(format("processPaused", peer, limit(before, peer)));
            case ProcessEvent.ProcessResumed _ -> says.good(format("processResumed", peer));
            case ProcessEvent.ProcessKilled _ -> says.bad(killed(peer, before));
            case ProcessEvent.ProcessEnded e -> ended(says, peer, e);
            case ProcessEvent.HostSilent e -> says.warning(format("hostSilent", e.host()));
            case ProcessEvent.HostHeard e -> says.good(format("hostHeard", e.host()));
            case ProcessEvent.HostGone e -> says.bad(format("hostGone", e.host(), e.reason()));
            case ProcessEvent.HostCut e -> says.warning(format("hostCut", e.host()));
            case ProcessEvent.HostMended e -> says.good(format("hostMended", e.host()));
            case ProcessEvent.HostTimed e ->
                    says.plain(
                            format(
                                    "hostTimed",
                                    e.host(),
                                    Amounts.shortTime(e.uncertaintyMicros())));
        };
    }

    private static Explanation ended(
            ExplanationBuilder says, PeerId peer, ProcessEvent.ProcessEnded event) {
        String text =
                format(
                        isUnasked(event) ? "processEnded.unasked" : "processEnded." + event.kind(),
                        peer,
                        event.exitCode(),
                        event.reason());
        return switch (event.kind()) {
            case QUIT, KILLED -> says.plain(text.strip());
            case REFUSED, VANISHED, CRASHED -> says.bad(text.strip());
        };
    }

    /** A program of others may end by itself with exit code 0, or with one that nobody knows. */
    static boolean isUnasked(ProcessEvent.ProcessEnded event) {
        return event.kind() == ProcessEvent.ExitKind.CRASHED && event.exitCode() == 0;
    }

    private static String killed(PeerId peer, RingState before) {
        List<PeerId> watchers = watchers(peer, before);
        String nobody =
                before.health().isWhole() ? "processKilled.unwatched" : "processKilled.unseen";
        return watchers.isEmpty()
                ? format(nobody, peer)
                : format("processKilled", peer, ExplanationTexts.list(watchers));
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

    static Explanation of(StatusEntry entry, LifeEvent event, RingState before) {
        PeerId peer = entry.peer();
        ExplanationBuilder membership = new ExplanationBuilder(entry, EventKind.MEMBERSHIP);
        ExplanationBuilder requests = new ExplanationBuilder(entry, EventKind.REQUESTS);
        ExplanationBuilder output = new ExplanationBuilder(entry, EventKind.OUTPUT);
        return switch (event) {
            case LifeEvent.Hello e ->
                    membership.plain(format("hello", peer, e.processId(), e.port()));
            case LifeEvent.Joining e ->
                    membership.plain(format("joining", peer, e.known()), e.known());
            case LifeEvent.Running _ -> running(membership, peer, before);
            case LifeEvent.Leaving e -> leaving(membership, peer, e, before);
            case LifeEvent.Left _ -> membership.plain(format("left", peer));
            case LifeEvent.Crashed e -> membership.bad(format("crashed", peer, e.reason()));
            case LifeEvent.ActionFailed e ->
                    requests.bad(format("actionFailed", peer, e.action(), e.reason()));
            case LifeEvent.SettingsChanged e ->
                    output.plain(SettingsSentences.of(peer, e.settings(), before));
            case LifeEvent.TerminalLine e -> output.plain(format("terminalLine", peer, e.text()));
            case LifeEvent.EventsLeftOut e ->
                    output.warning(format("eventsLeftOut", peer, e.count()));
            case LifeEvent.UnreadableDatagrams e ->
                    output.warning(
                            format(
                                    e.count() == 1
                                            ? "unreadableDatagrams.one"
                                            : "unreadableDatagrams",
                                    peer,
                                    e.count(),
                                    e.source(),
                                    e.bytes(),
                                    format("datagramFormat." + e.format()),
                                    e.hex(),
                                    e.text()));
            case LifeEvent.Statistics e ->
                    output.plain(
                            format(
                                    "statistics",
                                    peer,
                                    e.datagramsReceived(),
                                    e.datagramsSent(),
                                    e.badDatagrams() + e.badFrames(),
                                    e.connectionsRefused(),
                                    e.heapBytes() / BYTES_PER_MEBIBYTE));
        };
    }

    private static Explanation running(ExplanationBuilder says, PeerId peer, RingState before) {
        List<PeerId> successors = before.peer(peer).map(PeerState::successors).orElse(List.of());
        if (!successors.isEmpty()) {
            PeerId next = successors.getFirst();
            return says.good(format("running.before", peer, next), next);
        }
        boolean alone = before.health().living().stream().allMatch(peer::equals);
        return says.good(format(alone ? "running.alone" : "running", peer));
    }

    private static Explanation leaving(
            ExplanationBuilder says, PeerId peer, LifeEvent.Leaving event, RingState before) {
        List<PeerId> predecessors =
                before.peer(peer).map(PeerState::predecessors).orElse(List.of());
        return says.warning(
                format(
                        event.filesToHandOver() == 0 ? "leaving.empty" : "leaving",
                        peer,
                        event.filesToHandOver(),
                        ExplanationTexts.list(predecessors)),
                predecessors.toArray(PeerId[]::new));
    }
}
