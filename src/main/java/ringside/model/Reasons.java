package ringside.model;

import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/**
 * Gives the reason for an event, and its rule (WINDOW 6.3); {@link Explanations} says what
 * happened. Pure; any thread may call.
 */
public final class Reasons {

    private static final double MILLIS_PER_SECOND = 1e3;

    /** Longest wait for the reply to a ping, in milliseconds (SPEC 2.3). */
    private static final long LONGEST_WAIT_MS = 500;

    private Reasons() {}

    /**
     * Gives the reason of one event.
     *
     * @param before the ring as it was when the event happened
     */
    public static Reason of(StatusEntry entry, RingState before) {
        PeerId peer = entry.peer();
        return switch (entry.event()) {
            case ProcessEvent event -> of(peer, event, before);
            case PeerEvent event ->
                    switch (event) {
                        case LifeEvent e -> of(peer, e, before);
                        case NeighbourEvent e -> of(peer, e, before);
                        case LookupEvent e -> FileReasons.of(peer, e, before);
                        case FileEvent e -> FileReasons.of(peer, e, before);
                        case WireEvent e -> of(e);
                    };
        };
    }

    /** Gives the reason why a ring counts as consistent again. */
    public static Reason ofHeal() {
        return Reason.of(Rule.STABILIZATION, "healed");
    }

    private static Reason of(PeerId peer, ProcessEvent event, RingState before) {
        return switch (event) {
            case ProcessEvent.ProcessStarted e ->
                    Reason.of(Rule.START, "processStarted", peer, e.port());
            case ProcessEvent.ProcessAttached _ -> Reason.of(Rule.REPORTING, "processAttached");
            case ProcessEvent.ProcessMeasured _ -> Reason.of(Rule.START, "processMeasured", peer);
            case ProcessEvent.SampleGiven _ -> Reason.of(Rule.STORING, "sampleGiven", peer);
            case ProcessEvent.OthersUnseen _ -> Reason.of(Rule.REPORTING, "othersUnseen");
            case ProcessEvent.ProcessPaused _ ->
                    Reason.of(Rule.MISSES, "processPaused", deathAfter(before, peer));
            case ProcessEvent.ProcessResumed _ ->
                    Reason.of(Rule.RING_MERGE, "processResumed", peer);
            case ProcessEvent.ProcessKilled _ ->
                    Reason.of(Rule.MISSES, "processKilled", peer, deathAfter(before, peer));
            case ProcessEvent.HostSilent e -> Reason.of(Rule.HOSTS, "hostSilent", e.host());
            case ProcessEvent.HostHeard e -> Reason.of(Rule.HOSTS, "hostHeard", e.host());
            case ProcessEvent.HostGone e -> Reason.of(Rule.HOSTS, "hostGone", e.host());
            case ProcessEvent.HostCut e ->
                    Reason.of(Rule.HOSTS, "hostCut", e.host(), deathAfter(before, peer));
            case ProcessEvent.HostMended e -> Reason.of(Rule.HOSTS, "hostMended", e.host());
            case ProcessEvent.HostTimed e -> Reason.of(Rule.HOSTS, "hostTimed", e.host());
            case ProcessEvent.ProcessEnded e ->
                    switch (e.kind()) {
                        case QUIT -> Reason.of(Rule.LEAVING, "ended.QUIT");
                        case KILLED -> Reason.of(Rule.DEATH, "ended.KILLED", peer);
                        case REFUSED -> Reason.of(Rule.PORT, "ended.REFUSED", e.exitCode());
                        case VANISHED -> Reason.of(Rule.DEATH, "ended.VANISHED", peer);
                        case CRASHED ->
                                MembershipSentences.isUnasked(e)
                                        ? Reason.of(Rule.DEATH, "ended.unasked", peer)
                                        : Reason.of(Rule.DEATH, "ended.CRASHED", e.exitCode());
                    };
        };
    }

    private static Reason of(PeerId peer, LifeEvent event, RingState before) {
        return switch (event) {
            case LifeEvent.Hello _ -> Reason.of(Rule.REPORTING, "hello", peer);
            case LifeEvent.Joining e -> Reason.of(Rule.JOINING, "joining", peer, e.known());
            case LifeEvent.Running _ -> running(peer, before);
            case LifeEvent.Leaving e -> leaving(e);
            case LifeEvent.Left _ -> Reason.of(Rule.LEAVING, "left");
            case LifeEvent.SettingsChanged _ -> Reason.of(Rule.REPORTING, "settingsChanged");
            case LifeEvent.TerminalLine _ -> Reason.of(Rule.PINGS, "terminalLine", peer);
            case LifeEvent.ActionFailed e -> Reason.of(Rule.REPORTING, "actionFailed", e.action());
            case LifeEvent.Crashed _ -> Reason.of(Rule.DEATH, "crashed", peer);
            case LifeEvent.EventsLeftOut _ -> Reason.of(Rule.OVERLOAD, "eventsLeftOut");
            case LifeEvent.UnreadableDatagrams _ ->
                    Reason.of(Rule.BAD_INPUT, "unreadableDatagrams", peer);
            case LifeEvent.Statistics e ->
                    Reason.of(
                            Rule.BAD_INPUT,
                            "statistics",
                            e.badDatagrams() + e.badFrames() + e.connectionsRefused());
        };
    }

    private static Reason of(WireEvent event) {
        return switch (event) {
            case WireEvent.CaptureSwitched e ->
                    Reason.of(Rule.CAPTURE, e.on() ? "captureSwitched.on" : "captureSwitched.off");
            case WireEvent.MessageCaptured e ->
                    Reason.of(Rule.CAPTURE, "messageCaptured." + e.passage());
            case WireEvent.MessagesUncaptured _ -> Reason.of(Rule.CAPTURE, "messagesUncaptured");
        };
    }

    private static Reason running(PeerId peer, RingState before) {
        return before.peer(peer)
                .filter(state -> !state.predecessors().isEmpty())
                .map(state ->
                        Reason.of(Rule.JOINING, "running", peer, state.predecessors().getFirst()))
                .orElseGet(() -> Reason.of(Rule.START, "running.given", peer));
    }

    private static Reason leaving(LifeEvent.Leaving event) {
        return event.filesToHandOver() == 0
                ? Reason.of(Rule.LEAVING, "leaving")
                : Reason.of(Rule.HANDOVER, "leaving.files", event.filesToHandOver());
    }

    private static Reason of(PeerId peer, NeighbourEvent event, RingState before) {
        PeerSettings settings = settings(before, peer);
        double wait = Math.min(settings.pingIntervalMs(), LONGEST_WAIT_MS) / MILLIS_PER_SECOND;
        double interval = settings.pingIntervalMs() / MILLIS_PER_SECOND;
        return switch (event) {
            case NeighbourEvent.PingSent e ->
                    Reason.of(
                            Rule.PINGS,
                            e.sequence() == 0 ? "pingSent.fresh" : "pingSent." + e.role(),
                            peer,
                            e.target(),
                            interval);
            case NeighbourEvent.PingAnswered e ->
                    Reason.of(Rule.PINGS, "pingAnswered", e.target(), peer, e.sequence());
            case NeighbourEvent.PingMissed e ->
                    Reason.of(Rule.MISSES, "pingMissed", e.sequence(), e.target(), wait, e.limit());
            case NeighbourEvent.PeerSuspected e ->
                    Reason.of(Rule.MISSES, "peerSuspected", e.target(), settings.misses());
            case NeighbourEvent.PeerTrusted e -> Reason.of(Rule.MISSES, "peerTrusted", e.target());
            case NeighbourEvent.PeerDead e ->
                    Reason.of(Rule.DEATH, "peerDead", e.missed(), e.target(), peer);
            case NeighbourEvent.NeighbourLeft e ->
                    Reason.of(Rule.LEAVING, "neighbourLeft", e.neighbour(), peer);
            case NeighbourEvent.LinkCut e ->
                    Reason.of(Rule.MISSES, "linkCut", peer, e.other(), deathAfter(before, peer));
            case NeighbourEvent.LinkMended e ->
                    Reason.of(Rule.RING_MERGE, "linkMended", peer, e.other());
            case NeighbourEvent.ShortcutsChanged _ ->
                    Reason.of(Rule.SHORTCUTS, "shortcutsChanged", peer);
            case NeighbourEvent.NeighboursChanged e -> changed(peer, e);
        };
    }

    private static Reason changed(PeerId peer, NeighbourEvent.NeighboursChanged event) {
        Rule rule =
                switch (event.cause()) {
                    case STARTED -> Rule.START;
                    case JOINED -> Rule.JOINING;
                    case PING_HEARD, PREDECESSOR_SILENT -> Rule.PREDECESSORS;
                    case STABILISED, SUCCESSOR_SILENT, SAID -> Rule.STABILIZATION;
                    case SUCCESSOR_DIED -> Rule.DEATH;
                    case FOUND_AGAIN -> Rule.RING_MERGE;
                    case NEIGHBOUR_LEFT -> Rule.LEAVING;
                };
        return Reason.of(rule, "neighbours." + event.cause(), peer);
    }

    /** Returns how long after its last answer a silent peer is declared dead, in words. */
    static String deathAfter(RingState before, PeerId peer) {
        PeerSettings settings = settings(before, peer);
        long wait = Math.min(settings.pingIntervalMs(), LONGEST_WAIT_MS);
        long millis = settings.misses() * settings.pingIntervalMs() + wait;
        return ExplanationTexts.format(
                "deathAfter",
                settings.misses(),
                settings.pingIntervalMs() / MILLIS_PER_SECOND,
                millis / MILLIS_PER_SECOND);
    }

    static PeerSettings settings(RingState before, PeerId peer) {
        return before.peer(peer).map(PeerState::settings).orElse(PeerSettings.DEFAULTS);
    }
}
