package ringside.supervisor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/**
 * Detects conditions that no single peer can know: another ring on the same ports, and living peers
 * declared dead because a machine is slower than the pings (SPEC 9.6). Reports each once. Call with
 * one entry at a time, on any thread.
 */
public final class RingWatch implements Consumer<StatusEntry> {

    /** Living peers declared dead within {@link #WITHIN_MICROS} that are no accident. */
    static final int FALSE_DEATHS = 10;

    private static final long WITHIN_MICROS = TimeUnit.MINUTES.toMicros(1);

    /** The name of this machine among hosts. */
    private static final String HERE = "";

    private final Predicate<PeerId> isOurs;
    private final int basePort;
    private final Consumer<String> say;
    private final Map<PeerId, Boolean> goesOn = new HashMap<>();
    private final Set<PeerId> cutOff = new HashSet<>();
    private final Map<PeerId, String> hosts = new HashMap<>();

    /** By the host of both peers, when it was. */
    private final Map<String, Deque<Long>> falseDeaths = new HashMap<>();

    private boolean isStrangerReported;
    private boolean isSlownessReported;

    /**
     * Creates a watch for one ring.
     *
     * @param isOurs whether a peer was ever started or attached here
     * @param say receives a sentence for the user; must not block
     */
    public RingWatch(Predicate<PeerId> isOurs, int basePort, Consumer<String> say) {
        this.isOurs = isOurs;
        this.basePort = basePort;
        this.say = say;
    }

    @Override
    public void accept(StatusEntry entry) {
        switch (entry.event()) {
            case ProcessEvent event -> note(entry.peer(), event);
            case LifeEvent.Running _ -> goesOn.put(entry.peer(), true);
            case LifeEvent.Leaving _ -> goesOn.remove(entry.peer());
            case NeighbourEvent.LinkCut(PeerId other) -> {
                cutOff.add(entry.peer());
                cutOff.add(other);
            }
            case NeighbourEvent.NeighboursChanged now -> lookForStranger(now);
            case NeighbourEvent.PeerDead(PeerId target, int _) ->
                    lookForSlowness(entry.atMicros(), entry.peer(), target);
            case PeerEvent _ -> {}
        }
    }

    private void note(PeerId peer, ProcessEvent event) {
        switch (event) {
            case ProcessEvent.ProcessStarted started -> {
                goesOn.remove(peer);
                hosts.put(peer, started.host());
            }
            case ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessKilled _,
                    ProcessEvent.ProcessEnded _ ->
                    goesOn.remove(peer);
            case ProcessEvent.ProcessAttached _,
                    ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.OfHost _ -> {}
        }
    }

    private void lookForStranger(NeighbourEvent.NeighboursChanged now) {
        if (isStrangerReported) {
            return;
        }
        Stream.concat(now.successors().stream(), now.predecessors().stream())
                .filter(isOurs.negate())
                .findFirst()
                .ifPresent(stranger -> {
                    isStrangerReported = true;
                    say.accept(Messages.SUPERVISOR.format("watch.stranger", stranger, basePort));
                });
    }

    /**
     * Counts false deaths: both peers ran, neither was paused, no link was cut, and no network lies
     * between them, so only the machine was late.
     */
    private void lookForSlowness(long atMicros, PeerId teller, PeerId target) {
        if (isSlownessReported
                || !goesOn.getOrDefault(teller, false)
                || !goesOn.getOrDefault(target, false)
                || cutOff.contains(teller)
                || cutOff.contains(target)
                || !hostOf(teller).equals(hostOf(target))) {
            return;
        }
        String host = hostOf(teller);
        Deque<Long> deaths = falseDeaths.computeIfAbsent(host, _ -> new ArrayDeque<>());
        deaths.add(atMicros);
        while (deaths.getFirst() < atMicros - WITHIN_MICROS) {
            deaths.removeFirst();
        }
        if (deaths.size() >= FALSE_DEATHS) {
            isSlownessReported = true;
            say.accept(slowness(host));
        }
    }

    private static String slowness(String host) {
        return host.equals(HERE)
                ? Messages.SUPERVISOR.format("watch.slow", FALSE_DEATHS)
                : Messages.SUPERVISOR.format("watch.slow.host", FALSE_DEATHS, host);
    }

    private String hostOf(PeerId peer) {
        return hosts.getOrDefault(peer, HERE);
    }
}
