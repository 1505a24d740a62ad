package ringside.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import ringside.model.HostState.Contact;
import ringside.status.ProcessEvent;

/** The hosts on which peers of a ring were ever started. Immutable. */
public final class Hosts {

    static final Hosts NONE = new Hosts(Collections.emptySortedMap());

    /** The part of the ring of all hosts that are not cut off. */
    static final String UNCUT = "";

    private static final String HERE = "";

    private final SortedMap<String, HostState> byName;

    private Hosts(SortedMap<String, HostState> byName) {
        this.byName = byName;
    }

    /** Returns all, by name: first the machine of the window, if it runs peers. */
    public List<HostState> all() {
        return List.copyOf(byName.values());
    }

    public Optional<HostState> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns whether there is more than one, so that it matters which of them runs a peer. */
    public boolean areSeveral() {
        return byName.size() > 1;
    }

    Hosts after(ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.ProcessStarted e -> started(e.host());
            case ProcessEvent.ProcessAttached _ -> started(HERE);
            case ProcessEvent.HostSilent e -> change(e.host(), host -> host.with(Contact.SILENT));
            case ProcessEvent.HostHeard e -> change(e.host(), host -> host.with(Contact.HEARD));
            case ProcessEvent.HostGone e ->
                    change(e.host(), host -> host.with(Contact.GONE).withCut(false));
            case ProcessEvent.HostCut e -> change(e.host(), host -> host.withCut(true));
            case ProcessEvent.HostMended e -> change(e.host(), host -> host.withCut(false));
            case ProcessEvent.HostTimed e ->
                    change(e.host(), host -> host.withUncertainty(e.uncertaintyMicros()));
            case ProcessEvent.ProcessPaused _,
                    ProcessEvent.ProcessResumed _,
                    ProcessEvent.ProcessMeasured _,
                    ProcessEvent.SampleGiven _,
                    ProcessEvent.OthersUnseen _,
                    ProcessEvent.ProcessKilled _,
                    ProcessEvent.ProcessEnded _ ->
                    this;
        };
    }

    /** A host that was gone is back when it starts a peer. */
    private Hosts started(String name) {
        HostState known = byName.get(name);
        return known == null || known.contact() == Contact.GONE
                ? change(name, host -> host.with(Contact.HEARD))
                : this;
    }

    private Hosts change(String name, UnaryOperator<HostState> change) {
        SortedMap<String, HostState> changed = new TreeMap<>(byName);
        changed.put(name, change.apply(get(name).orElseGet(() -> HostState.heard(name))));
        return new Hosts(Collections.unmodifiableSortedMap(changed));
    }

    /** Returns whether a host is silent; what its peers reported last may be long over. */
    boolean isSilent(String name) {
        return get(name).filter(host -> host.contact() == Contact.SILENT).isPresent();
    }

    /**
     * Returns the part of the ring in which a host's peers are: a name of its own for a host that
     * is cut off, and one for all others.
     */
    String part(String name) {
        return get(name).filter(HostState::cut).map(HostState::name).orElse(UNCUT);
    }
}
