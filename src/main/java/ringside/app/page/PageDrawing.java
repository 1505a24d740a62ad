package ringside.app.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.app.base.HostWords;
import ringside.app.base.PeerLook;
import ringside.app.base.RingLayout;
import ringside.app.base.Texts;
import ringside.app.ring.CentreWords;
import ringside.app.ring.HostLook;
import ringside.app.ring.Placement;
import ringside.app.ring.RingGeometry;
import ringside.app.ring.ShownPeers;
import ringside.app.ring.ShownTraffic;
import ringside.model.HostState;
import ringside.model.Hosts;
import ringside.model.InvariantCheck;
import ringside.model.KnownShortcut;
import ringside.model.LookupState;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.model.RingVerdict;
import ringside.model.ShortcutEntry;
import ringside.model.Suspicion;
import ringside.model.TargetPings;
import ringside.model.TransferState;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.HeldFile;
import ringside.status.SuccessorRole;

/**
 * What the page draws of a ring, and what of it changes from one moment to the next. The same
 * states, selections and words as in the window. For one thread.
 */
final class PageDrawing {

    /** The circle for which peers are moved apart, in pixels: that of a page on a laptop. */
    private static final double CIRCLE = 560;

    /** The distance of two discs on it, in radii of a disc. */
    private static final double APART = 2.3;

    private static final double PLACES = 1e4;
    private static final double THOUSANDTHS = 1e3;
    private static final int NEIGHBOURS = 2;

    private final RingLayout layout;
    private final Map<String, Drawn> drawn = new HashMap<>();
    private final Map<PeerId, Told> told = new HashMap<>();
    private final Map<PeerId, @Nullable Long[]> changed = new HashMap<>();
    private Map<String, @Nullable Drawn> changes = new LinkedHashMap<>();
    private final Map<String, Set<String>> present = new HashMap<>();
    private final Map<PeerId, List<KnownShortcut>> tables = new HashMap<>();
    private Answering answers = new Answering(Set.of(), Set.of());
    private Set<PeerId> placed = Set.of();
    private int placements;
    private Placement placement = Placement.EMPTY;
    private RingVerdict verdict = RingVerdict.of(RingState.EMPTY);
    private Hosts hosts = RingState.EMPTY.hosts();
    private long startMicros;
    private long nowMicros;

    /** What a peer was last drawn from, at which placement, and the names of its pings. */
    private record Told(PeerState from, int placement, Set<String> pings) {}

    /** The peers by which shortcuts are judged. */
    private record Answering(Set<PeerId> living, Set<PeerId> answering) {}

    PageDrawing(RingLayout layout) {
        this.layout = layout;
    }

    /** How much of the words in the middle is told again, which costs more than all the rest. */
    enum Words {
        /** The ring is judged anew. */
        JUDGED,
        /** The last verdict stands, and only times in its words change. */
        TIMED,
        /** Nothing is told again. */
        AS_BEFORE
    }

    /**
     * Goes to a moment, and returns what has changed.
     *
     * @param state of the ring
     * @param atMicros the time that is shown, in microseconds since the epoch
     */
    Map<String, @Nullable Drawn> moveTo(RingState state, long atMicros, Words words) {
        changes = new LinkedHashMap<>();
        startMicros = state.startedAtMicros();
        nowMicros = atMicros;
        List<PeerState> shown = ShownPeers.of(state, atMicros);
        place(shown);
        drawHosts(state.hosts());
        boolean filesMoved = drawPeers(shown);
        if (filesMoved) {
            drawFiles(shown, state.circle());
        }
        drawShortcuts(shown, state);
        drawRequests(state);
        drawTransfers(state.transfers());
        switch (words) {
            case JUDGED -> {
                judge(state);
                draw("middle", middle(shown));
            }
            case TIMED -> draw("middle", middle(shown));
            case AS_BEFORE -> {}
        }
        return changes;
    }

    private void judge(RingState state) {
        verdict = RingVerdict.of(state);
        for (InvariantCheck check : verdict.checks()) {
            String name = "light." + check.invariant();
            draw(
                    "light " + check.invariant(),
                    new Drawn.Light(
                            Texts.text(name),
                            check.outcome() == InvariantCheck.Outcome.UNKNOWN
                                    ? Texts.text("light.unknown")
                                    : Texts.text(name + ".on"),
                            check.violation()));
        }
    }

    private void draw(String name, Drawn value) {
        if (!value.equals(drawn.put(name, value))) {
            changes.put(name, value);
        }
    }

    private void erase(String name) {
        if (drawn.remove(name) != null) {
            changes.put(name, null);
        }
    }

    /** Erases what was drawn of a kind before and is not drawn now. */
    private void keepOnly(Set<String> names, String kind) {
        Set<String> before = present.put(kind, names);
        if (before != null) {
            before.stream().filter(name -> !names.contains(name)).forEach(this::erase);
        }
    }

    private void place(List<PeerState> shown) {
        TreeSet<PeerId> ids = new TreeSet<>();
        shown.forEach(peer -> ids.add(peer.id()));
        if (!ids.equals(placed)) {
            placed = ids;
            placements++;
            RingGeometry circle = RingGeometry.fitting(CIRCLE, CIRCLE, ids.size());
            double gap = APART * circle.peerRadius() / (2 * Math.PI * circle.radius());
            placement = Placement.of(ids, layout, gap);
        }
    }

    /** Draws the hosts, where there are several, again only where one has changed. */
    private void drawHosts(Hosts now) {
        if (isSame(hosts, now)) {
            return;
        }
        hosts = now;
        if (hosts.areSeveral()) {
            for (HostState host : hosts.all()) {
                draw(
                        "host " + host.name(),
                        new Drawn.Host(
                                host.name(),
                                HostWords.name(host),
                                HostWords.onItsArc(host),
                                String.join(" ", HostLook.classesOf(host, hosts))));
            }
        }
    }

    /** Hosts are immutable and shared, as states are. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Hosts one, Hosts other) {
        return one == other;
    }

    /** Draws the peers and their pings, and returns whether files may have moved with them. */
    private boolean drawPeers(List<PeerState> shown) {
        boolean filesMoved = false;
        for (PeerId gone : told.keySet().stream().filter(id -> !placed.contains(id)).toList()) {
            Told last = told.remove(gone);
            if (last != null) {
                last.pings().forEach(this::erase);
            }
            changed.remove(gone);
            erase("peer " + gone);
            filesMoved = true;
        }
        for (PeerState peer : shown) {
            Told last = told.get(peer.id());
            boolean moved = last == null || last.placement() != placements;
            if (last != null && !moved && isSame(last.from(), peer) && isSteady(peer)) {
                continue;
            }
            filesMoved |= moved || last == null || !holdsTheSame(last.from(), peer);
            draw("peer " + peer.id(), peer(peer, last == null ? null : last.from()));
            Set<String> pings = new HashSet<>();
            for (TargetPings table : peer.pings()) {
                String name = "ping " + peer.id() + " " + table.target();
                if (table.sentSequence() != TargetPings.NONE && pings.add(name)) {
                    draw(name, ping(peer, table));
                }
            }
            if (last != null) {
                last.pings().stream().filter(name -> !pings.contains(name)).forEach(this::erase);
            }
            told.put(peer.id(), new Told(peer, placements, pings));
        }
        return filesMoved;
    }

    /** States are immutable and shared, so one that is not the same object has changed. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(PeerState one, PeerState other) {
        return one == other;
    }

    /** Returns whether no word beside a peer goes with the time. */
    private static boolean isSteady(PeerState peer) {
        return PeerLook.of(peer).isAlive();
    }

    private static boolean holdsTheSame(PeerState one, PeerState other) {
        return one.files().equals(other.files())
                && one.phase().isAlive() == other.phase().isAlive();
    }

    private Drawn.Peer peer(PeerState peer, @Nullable PeerState before) {
        PeerLook look = PeerLook.of(peer);
        Suspicion worst = peer.worstSuspicion().orElse(null);
        boolean counting = worst != null && (look.isAlive() || !worst.declaredDead());
        String host = peer.process().host();
        return new Drawn.Peer(
                number(peer.id()),
                turn(peer.id()),
                host.isEmpty() ? null : host,
                look.styleClass(),
                look.word(),
                HostWords.beside(peer, hosts, nowMicros),
                peer.isResponsive(),
                worst != null && counting ? worst.missed() : 0,
                worst != null && counting ? Math.max(1, worst.limit()) : 0,
                look.isAlive()
                        ? null
                        : peer.process().phaseSinceMicros()
                                + ShownPeers.DEAD_STAY_MICROS
                                - startMicros,
                firstTwo(peer.successors()),
                firstTwo(peer.predecessors()),
                changes(peer, before));
    }

    /** Notes which neighbours of a peer have changed, and returns when each did. */
    private @Nullable List<@Nullable Long> changes(PeerState peer, @Nullable PeerState before) {
        @Nullable Long[] times =
                changed.computeIfAbsent(peer.id(), id -> new @Nullable Long[2 * NEIGHBOURS]);
        if (before != null && !ShownPeers.isFresh(peer, nowMicros)) {
            note(times, 0, before.successors(), peer.successors());
            note(times, NEIGHBOURS, before.predecessors(), peer.predecessors());
        }
        return Arrays.stream(times).allMatch(time -> time == null)
                ? null
                : new ArrayList<>(Arrays.asList(times));
    }

    private void note(@Nullable Long[] times, int first, List<PeerId> was, List<PeerId> is) {
        for (int i = 0; i < NEIGHBOURS; i++) {
            if (i < is.size() && (i >= was.size() || !is.get(i).equals(was.get(i)))) {
                times[first + i] = nowMicros - startMicros;
            }
        }
    }

    private Drawn.Ping ping(PeerState peer, TargetPings table) {
        return new Drawn.Ping(
                number(peer.id()),
                number(table.target()),
                table.role() != SuccessorRole.FIRST,
                table.sentSequence(),
                table.sentAtMicros() - startMicros,
                table.answeredSequence() >= table.sentSequence()
                        ? table.answeredAtMicros() - startMicros
                        : null,
                table.missedSequence() >= table.sentSequence()
                        ? table.missedAtMicros() - startMicros
                        : null,
                ShownTraffic.travelMicros(peer.settings()));
    }

    private void drawFiles(List<PeerState> shown, Circle circle) {
        SortedMap<FileNumber, List<PeerId>> owners = new TreeMap<>();
        SortedMap<FileNumber, List<PeerId>> copies = new TreeMap<>();
        for (PeerState peer : shown) {
            for (HeldFile file : peer.phase().isAlive() ? peer.files() : List.<HeldFile>of()) {
                FileNumber number = file.name().number();
                owners.computeIfAbsent(number, key -> new ArrayList<>());
                copies.computeIfAbsent(number, key -> new ArrayList<>());
                (file.owned() ? owners : copies)
                        .computeIfPresent(
                                number,
                                (key, holders) -> {
                                    holders.add(peer.id());
                                    return holders;
                                });
            }
        }
        Set<String> names = new HashSet<>();
        owners.forEach((number, holders) -> {
            String name = "file " + number;
            names.add(name);
            draw(
                    name,
                    new Drawn.File(
                            number.digits(),
                            number.hash().value(),
                            turn(number.hashOn(circle)),
                            numbers(holders),
                            numbers(copies.getOrDefault(number, List.of()))));
        });
        keepOnly(names, "file");
    }

    /** Draws the tables of shortcuts, again only where the table or the ring has changed. */
    private void drawShortcuts(List<PeerState> shown, RingState state) {
        Set<PeerId> answering =
                shown.stream()
                        .filter(PeerState::isResponsive)
                        .map(PeerState::id)
                        .collect(Collectors.toSet());
        Answering now = new Answering(Set.copyOf(state.health().living()), answering);
        if (!now.equals(answers)) {
            answers = now;
            tables.clear();
        }
        Set<String> names = new HashSet<>();
        for (PeerState peer : shown) {
            if (peer.phase().isAlive() && peer.settings().shortcuts()) {
                String name = "shortcuts " + peer.id();
                names.add(name);
                if (!peer.shortcuts().equals(tables.put(peer.id(), peer.shortcuts()))) {
                    draw(name, shortcuts(peer.id(), state));
                }
            }
        }
        keepOnly(names, "shortcuts");
        tables.keySet().removeIf(id -> !names.contains("shortcuts " + id));
    }

    private static Drawn.Shortcuts shortcuts(PeerId peer, RingState state) {
        return new Drawn.Shortcuts(
                number(peer),
                ShortcutEntry.tableOf(peer, state).stream().map(PageDrawing::shortcut).toList());
    }

    private static Drawn.Shortcut shortcut(ShortcutEntry entry) {
        PeerId to = entry.peer();
        PeerId right = entry.right();
        return new Drawn.Shortcut(
                Texts.text("inspector.shortcut.interval", entry.start(), entry.last()),
                to == null ? null : number(to),
                right == null ? null : number(right),
                entry.verdict().name().toLowerCase(Locale.ROOT),
                Texts.text("inspector.shortcut." + entry.verdict()));
    }

    private void drawRequests(RingState state) {
        Set<String> names = new HashSet<>();
        for (LookupState lookup : state.lookups()) {
            if (ShownTraffic.isShown(lookup, nowMicros)) {
                String name = "request " + lookup.requester() + " " + lookup.lookupId();
                names.add(name);
                draw(
                        name,
                        new Drawn.Request(
                                lookup.number().digits(),
                                number(lookup.requester()),
                                hops(lookup, state)));
            }
        }
        keepOnly(names, "request");
    }

    private List<Drawn.Hop> hops(LookupState lookup, RingState state) {
        List<LookupState.Hop> sorted =
                lookup.hops().stream()
                        .sorted(Comparator.comparingInt(LookupState.Hop::number))
                        .toList();
        List<Drawn.Hop> hops = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            LookupState.Hop hop = sorted.get(i);
            hops.add(
                    new Drawn.Hop(
                            number(hop.from()),
                            number(hop.to()),
                            hop.number(),
                            ShownTraffic.litAtMicros(lookup, hop, i) - startMicros,
                            state.peer(hop.from())
                                    .filter(peer -> peer.takesShortcutTo(hop.to()))
                                    .isPresent()));
        }
        return hops;
    }

    private void drawTransfers(List<TransferState> transfers) {
        Set<String> names = new HashSet<>();
        for (TransferState transfer : transfers) {
            if (ShownTraffic.isShown(transfer, nowMicros)) {
                String name = "transfer " + transfer.sender() + " " + transfer.transferId();
                names.add(name);
                draw(name, transfer(transfer));
            }
        }
        keepOnly(names, "transfer");
    }

    private static Drawn.Transfer transfer(TransferState transfer) {
        return new Drawn.Transfer(
                number(transfer.sender()),
                number(transfer.receiver()),
                transfer.isAskedFor(),
                transfer.outcome() == TransferState.Outcome.FAILED,
                Math.round(transfer.progress() * THOUSANDTHS) / THOUSANDTHS,
                transfer.isAskedFor() ? ShownTraffic.words(transfer) : "");
    }

    private Drawn.Middle middle(List<PeerState> shown) {
        return new Drawn.Middle(
                CentreWords.counts(shown),
                CentreWords.health(verdict, nowMicros),
                verdict.isRight(),
                verdict.contradiction(nowMicros).orElse(""),
                CentreWords.lastHeal(verdict.health()));
    }

    private double turn(PeerId id) {
        return Math.round(placement.turnOf(id) * PLACES) / PLACES;
    }

    private static List<BigDecimal> firstTwo(List<PeerId> peers) {
        return numbers(peers.subList(0, Math.min(NEIGHBOURS, peers.size())));
    }

    static List<BigDecimal> numbers(List<PeerId> peers) {
        return peers.stream().map(PageDrawing::number).toList();
    }

    /** Returns how the page numbers a peer: as the window does, with decimals on a wide circle. */
    static BigDecimal number(PeerId peer) {
        return new BigDecimal(peer.toString());
    }
}
