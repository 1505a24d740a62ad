package ringside.app.base;

import java.util.Optional;
import ringside.model.Amounts;
import ringside.model.HostState;
import ringside.model.HostState.Contact;
import ringside.model.Hosts;
import ringside.model.PeerState;
import ringside.model.RingState;

/** The words for hosts (WINDOW 2.13). Pure. */
public final class HostWords {

    /** From here on a reader of times must know: messages within a house take less. */
    private static final long WORTH_A_WORD_MICROS = 1_000;

    private HostWords() {}

    /** Returns the host's name, or words for the machine of the window. */
    public static String name(HostState host) {
        return host.isHere() ? Texts.text("host.here") : host.name();
    }

    /** Returns the name, and what is wrong with the host if something is: 'lab07 · cut off'. */
    public static String words(HostState host) {
        String state = state(host);
        return state.isEmpty() ? name(host) : Texts.text("host.state", name(host), state);
    }

    /** Returns the same, and how far its times may be wrong if that matters: 'lab07 · ±2 ms'. */
    public static String onItsArc(HostState host) {
        return host.uncertaintyMicros() < WORTH_A_WORD_MICROS
                ? words(host)
                : Texts.text(
                        "host.state", words(host), Texts.text("host.uncertain", uncertainty(host)));
    }

    /** Returns its words, what lives there, and how far its times may be wrong. */
    public static String tip(HostState host, String living) {
        String tip = Texts.text("host.tip", words(host), living);
        return host.uncertaintyMicros() == 0
                ? tip
                : Texts.text("host.tip.times", tip, uncertainty(host));
    }

    private static String uncertainty(HostState host) {
        return Amounts.shortTime(host.uncertaintyMicros());
    }

    /** Returns the same for the host of a peer; empty where all peers run on one. */
    public static Optional<String> of(PeerState peer, Hosts hosts) {
        return host(peer, hosts).map(HostWords::words);
    }

    /** Returns only the name of the host of a peer; empty where all peers run on one. */
    public static Optional<String> nameOf(PeerState peer, Hosts hosts) {
        return host(peer, hosts).map(HostWords::name);
    }

    private static Optional<HostState> host(PeerState peer, Hosts hosts) {
        return hosts.areSeveral() ? hosts.get(peer.process().host()) : Optional.empty();
    }

    /** Returns the words beside a peer; none where its whole host is gone, which its arc says. */
    public static String beside(PeerState peer, Hosts hosts, long nowMicros) {
        boolean isWithItsHost =
                PeerLook.of(peer) == PeerLook.VANISHED
                        && hosts.get(peer.process().host())
                                .filter(host -> host.contact() == Contact.GONE)
                                .isPresent();
        return isWithItsHost ? "" : PeerLook.words(peer, nowMicros);
    }

    /** Returns how many peers run on each host: 'lab07 8 · lab08 7 (cut off)'; empty for one. */
    public static String loads(RingState ring) {
        return ring.hosts().areSeveral()
                ? ring.hosts().all().stream()
                        .map(host -> load(host, ring.aliveOn(host).size()))
                        .reduce((before, next) -> Texts.text("status.and", before, next))
                        .orElse("")
                : "";
    }

    private static String load(HostState host, int peers) {
        String state = state(host);
        return state.isEmpty()
                ? Texts.text("host.load", name(host), peers)
                : Texts.text("host.load.state", name(host), peers, state);
    }

    /** A host that is gone is no longer cut off. */
    private static String state(HostState host) {
        if (host.contact() != Contact.HEARD) {
            return Texts.text("host." + host.contact());
        }
        return host.cut() ? Texts.text("host.cut") : "";
    }
}
