package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent.PeerDead;
import ringside.status.NeighbourEvent.PingAnswered;
import ringside.status.NeighbourEvent.PingMissed;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

/**
 * Explains one declaration of death by reading the events backwards to the last sign of life (SPEC
 * 2.3, 6.1). For one thread.
 */
public final class DeathExplanation {

    private final StatusEntry declaration;
    private final PeerDead dead;

    /** Those of the dead peer and of the one that declared it dead. */
    private final List<String> hosts;

    private final List<Long> missed = new ArrayList<>();
    private String lastSign = "";
    private String cause = "";

    /**
     * Starts from the declaration.
     *
     * @param ring as it was when the death was declared
     */
    public DeathExplanation(StatusEntry declaration, PeerDead dead, RingState ring) {
        this.declaration = declaration;
        this.hosts =
                Stream.of(dead.target(), declaration.peer())
                        .flatMap(id -> ring.peer(id).stream())
                        .map(peer -> peer.process().host())
                        .toList();
        this.dead = dead;
    }

    /** Returns whether the last sign of life was found. */
    public boolean isComplete() {
        return !lastSign.isEmpty();
    }

    /** Takes a missed ping; called backwards in time. */
    public void missed(StatusEntry entry, PingMissed event) {
        if (isFromDeclarer(entry) && event.target().equals(dead.target())) {
            missed.addFirst(event.sequence());
        }
    }

    /** Takes an answered ping; called backwards in time, so the first was the last sign of life. */
    public void answered(StatusEntry entry, PingAnswered event) {
        if (isFromDeclarer(entry) && event.target().equals(dead.target())) {
            lastSign =
                    ExplanationTexts.format(
                            "ask.dropped.last",
                            dead.target(),
                            event.sequence(),
                            ago(entry.atMicros()));
        }
    }

    /** Takes an event of a process, which may be the cause of the death. */
    public void process(StatusEntry entry, ProcessEvent event) {
        boolean isOfTarget =
                event instanceof ProcessEvent.OfHost some
                        ? hosts.contains(some.host())
                        : entry.peer().equals(dead.target());
        if (!isOfTarget || !cause.isEmpty()) {
            return;
        }
        cause =
                switch (event) {
                    case ProcessEvent.ProcessKilled _ ->
                            ExplanationTexts.format(
                                    "ask.dropped.killed", dead.target(), ago(entry.atMicros()));
                    case ProcessEvent.ProcessPaused _ ->
                            ExplanationTexts.format(
                                    "ask.dropped.paused", dead.target(), ago(entry.atMicros()));
                    case ProcessEvent.HostGone e ->
                            ExplanationTexts.format(
                                    "ask.dropped.host.gone", e.host(), ago(entry.atMicros()));
                    case ProcessEvent.HostCut e ->
                            ExplanationTexts.format(
                                    "ask.dropped.host.cut", e.host(), ago(entry.atMicros()));
                    case ProcessEvent.HostSilent e ->
                            ExplanationTexts.format(
                                    "ask.dropped.host.silent", e.host(), ago(entry.atMicros()));
                    case ProcessEvent.ProcessEnded _,
                            ProcessEvent.ProcessResumed _,
                            ProcessEvent.ProcessStarted _,
                            ProcessEvent.ProcessAttached _,
                            ProcessEvent.ProcessMeasured _,
                            ProcessEvent.SampleGiven _,
                            ProcessEvent.OthersUnseen _,
                            ProcessEvent.HostHeard _,
                            ProcessEvent.HostMended _,
                            ProcessEvent.HostTimed _ ->
                            "";
                };
    }

    private boolean isFromDeclarer(StatusEntry entry) {
        return entry.peer().equals(declaration.peer());
    }

    private String ago(long atMicros) {
        return Amounts.seconds(Math.max(0, declaration.atMicros() - atMicros));
    }

    /** Returns the question, answered with the events found so far. */
    public Answer answer() {
        PeerId peer = declaration.peer();
        String sequences = missed.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String pings =
                missed.isEmpty()
                        ? ExplanationTexts.format(
                                "ask.dropped.pings.unknown", peer, dead.target(), dead.missed())
                        : ExplanationTexts.format(
                                "ask.dropped.pings", peer, dead.target(), dead.missed(), sequences);
        String answer = String.join(" ", pings, lastSign, cause).strip().replaceAll(" +", " ");
        return new Answer(
                ExplanationTexts.format("ask.dropped", peer, dead.target()),
                answer,
                Rule.MISSES,
                List.of(peer, dead.target()));
    }
}
