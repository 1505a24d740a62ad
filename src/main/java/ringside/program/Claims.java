package ringside.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.SentenceKind;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;
import ringside.transcript.Reading;

/**
 * What the peers of a ring say of themselves, as events (PROGRAMS 3.4). The lines have no numbers
 * of pings, requests or transfers; these are counted here. Thread-safe.
 */
final class Claims {

    /** Predecessors that a peer of this program names. */
    private static final int PREDECESSORS = 2;

    private final boolean saysForwarded;
    private final PeerSettings settings;
    private final FileSizes sizes;
    private final Map<PeerId, Peer> peers = new HashMap<>();
    private final Map<FileNumber, Lookup> lookups = new HashMap<>();
    private final Set<FileNumber> requested = new HashSet<>();
    private long lastId;

    /** The sizes of files that peers have. */
    interface FileSizes {

        /** Returns the size of a file in a peer's folder, in bytes; 0 if it is not known. */
        long sizeOf(PeerId peer, FileNumber file);
    }

    /** What is known of one peer's present life. */
    private static final class Peer {
        private List<PeerId> successors = List.of();
        private List<PeerId> predecessors = List.of();

        /** Those that pinged it, the one that did last at the front. */
        private final Deque<PeerId> pingedBy = new ArrayDeque<>();

        private final Map<PeerId, Long> pings = new HashMap<>();
        private @Nullable FileNumber notHere;
        private boolean isLeaving;
    }

    /** A request on its way, and the transfer that answers it. */
    private static final class Lookup {
        private final long id;
        private final FileNumber file;
        private final PeerId requester;
        private @Nullable PeerId owner;
        private int hops;
        private boolean isSaid;

        Lookup(long id, FileNumber file, PeerId requester) {
            this.id = id;
            this.file = file;
            this.requester = requester;
        }
    }

    /**
     * Creates the claims of a ring that has not started.
     *
     * @param settings that its peers were given
     */
    Claims(Rules rules, PeerSettings settings, FileSizes sizes) {
        this.settings = settings;
        this.sizes = sizes;
        saysForwarded =
                rules.sentences().stream().anyMatch(rule -> rule.kind() == SentenceKind.FORWARDED);
    }

    /** Returns the files that were asked for so far. */
    synchronized Set<FileNumber> requested() {
        return Set.copyOf(requested);
    }

    /** Notes that a request is typed to a peer: from now on it is on its way. */
    synchronized List<PeerEvent> requested(PeerId id, FileNumber file) {
        requested.add(file);
        return sent(id, peers.computeIfAbsent(id, _ -> new Peer()), file);
    }

    /**
     * Notes that a peer begins a life.
     *
     * @param successors those that it was started with; empty if it joins
     */
    synchronized List<PeerEvent> started(PeerId id, List<PeerId> successors) {
        Peer peer = new Peer();
        peer.successors = successors.stream().distinct().filter(each -> !each.equals(id)).toList();
        peers.put(id, peer);
        return List.of(neighbours(peer, NeighboursCause.STARTED));
    }

    /** Notes that the word to quit is typed to a peer. */
    synchronized List<PeerEvent> leaving(PeerId id) {
        return leaving(peers.computeIfAbsent(id, _ -> new Peer()));
    }

    private static List<PeerEvent> leaving(Peer peer) {
        if (peer.isLeaving) {
            return List.of();
        }
        peer.isLeaving = true;
        return List.of(new LifeEvent.Leaving(0));
    }

    /**
     * Takes the sentence with which a peer confirms the request that was typed to it. The owner may
     * have answered before it is read.
     */
    private boolean confirms(PeerId speaker, FileNumber file) {
        Lookup lookup = lookups.get(file);
        if (lookup == null || !lookup.requester.equals(speaker) || lookup.isSaid) {
            return false;
        }
        lookup.isSaid = true;
        return true;
    }

    /** Returns what a reading of a peer's output says. */
    synchronized List<PeerEvent> eventsOf(PeerId speaker, Reading reading) {
        Peer peer = peers.computeIfAbsent(speaker, _ -> new Peer());
        return switch (reading) {
            case Reading.Line(long _, String text) -> List.of(new LifeEvent.TerminalLine(text));
            case Reading.Unreadable _ -> List.of();
            case Reading.Sentence sentence -> said(speaker, peer, sentence);
        };
    }

    private List<PeerEvent> said(PeerId speaker, Peer peer, Reading.Sentence sentence) {
        Optional<PeerId> named = sentence.peers().stream().findFirst();
        return switch (sentence.kind()) {
            case PING_REQUEST -> pinged(speaker, peer, named.orElseThrow());
            case PING_RESPONSE -> answered(peer, named.orElseThrow());
            case REQUEST_SENT ->
                    fileOf(sentence)
                            .filter(file -> !confirms(speaker, file))
                            .map(file -> sent(speaker, peer, file))
                            .orElse(List.of());
            case NOT_HERE -> {
                peer.notHere = fileOf(sentence).orElse(null);
                yield saysForwarded ? List.of() : forwarded(peer);
            }
            case FORWARDED -> forwarded(peer);
            case HERE ->
                    lookupOf(sentence).map(lookup -> arrived(speaker, lookup)).orElse(List.of());
            case RESPONSE_FROM ->
                    lookupOf(sentence)
                            .map(lookup -> responded(lookup, named.orElseThrow()))
                            .orElse(List.of());
            case SENDING ->
                    latest(lookup -> speaker.equals(lookup.owner))
                            .map(this::sending)
                            .orElse(List.of());
            case SENT ->
                    latest(lookup -> speaker.equals(lookup.owner))
                            .map(lookup -> done(lookup, true))
                            .orElse(List.of());
            case RECEIVING ->
                    latest(lookup -> speaker.equals(lookup.requester))
                            .map(this::receiving)
                            .orElse(List.of());
            case RECEIVED ->
                    latest(lookup -> speaker.equals(lookup.requester))
                            .map(lookup -> done(lookup, false))
                            .orElse(List.of());
            case DEPARTS -> List.of(new NeighbourEvent.NeighbourLeft(named.orElseThrow()));
            case OWN_DEPARTURE -> leaving(peer);
            case DEAD -> List.of(new NeighbourEvent.PeerDead(named.orElseThrow(), 0));
            case FIRST_SUCCESSOR -> successor(peer, 0, named.orElseThrow());
            case SECOND_SUCCESSOR -> successor(peer, 1, named.orElseThrow());
            case PINGS_SENT,
                    RESPONSE_SENT,
                    JOIN_FORWARDED,
                    JOIN_RECEIVED,
                    CHANGE_RECEIVED,
                    JOIN_ACCEPTED,
                    STORE_FORWARDED,
                    STORE_ACCEPTED ->
                    List.of();
        };
    }

    /** The two that pinged it last are its predecessors, as far as one can know. */
    private static List<PeerEvent> pinged(PeerId speaker, Peer peer, PeerId from) {
        peer.pingedBy.remove(from);
        peer.pingedBy.addFirst(from);
        if (peer.pingedBy.size() > PREDECESSORS) {
            peer.pingedBy.removeLast();
        }
        List<PeerId> now =
                peer.pingedBy.stream().sorted(speaker.nearestFirst().reversed()).toList();
        if (now.equals(peer.predecessors)) {
            return List.of();
        }
        peer.predecessors = now;
        return List.of(neighbours(peer, NeighboursCause.PING_HEARD));
    }

    private static List<PeerEvent> answered(Peer peer, PeerId target) {
        long sequence = peer.pings.merge(target, 1L, Long::sum) - 1;
        SuccessorRole role =
                peer.successors.indexOf(target) == 1 ? SuccessorRole.SECOND : SuccessorRole.FIRST;
        return List.of(
                new NeighbourEvent.PingSent(target, sequence, role),
                NeighbourEvent.PingAnswered.afterUnknownTime(target, sequence));
    }

    private static List<PeerEvent> successor(Peer peer, int index, PeerId id) {
        List<PeerId> now = new ArrayList<>(peer.successors);
        if (index < now.size()) {
            now.set(index, id);
        } else {
            now.add(id);
        }
        peer.successors = now.stream().distinct().toList();
        return List.of(neighbours(peer, NeighboursCause.SAID));
    }

    private static PeerEvent neighbours(Peer peer, NeighboursCause cause) {
        return new NeighbourEvent.NeighboursChanged(peer.successors, peer.predecessors, cause);
    }

    private List<PeerEvent> sent(PeerId speaker, Peer peer, FileNumber file) {
        lastId++;
        Lookup lookup = new Lookup(lastId, file, speaker);
        lookups.put(file, lookup);
        return peer.successors.stream()
                .limit(1)
                .<PeerEvent>map(to ->
                        new LookupEvent.LookupSent(lookup.id, LookupPurpose.REQUEST, file, to, 1))
                .toList();
    }

    private List<PeerEvent> forwarded(Peer peer) {
        Lookup lookup = peer.notHere == null ? null : lookups.get(peer.notHere);
        if (lookup == null || peer.successors.isEmpty()) {
            return List.of();
        }
        lookup.hops++;
        return List.of(
                new LookupEvent.LookupForwarded(
                        lookup.id,
                        lookup.file,
                        lookup.requester,
                        lookup.hops,
                        peer.successors.getFirst(),
                        false,
                        0));
    }

    private static List<PeerEvent> arrived(PeerId speaker, Lookup lookup) {
        lookup.owner = speaker;
        return List.of(
                new LookupEvent.LookupArrived(
                        lookup.id,
                        LookupPurpose.REQUEST,
                        lookup.file,
                        lookup.requester,
                        lookup.hops + 1,
                        true));
    }

    private static List<PeerEvent> responded(Lookup lookup, PeerId owner) {
        lookup.owner = owner;
        return List.of(
                new LookupEvent.LookupAnswered(
                        lookup.id, LookupPurpose.REQUEST, lookup.file, owner, true));
    }

    private List<PeerEvent> sending(Lookup lookup) {
        return List.of(started(lookup, lookup.requester, true));
    }

    private List<PeerEvent> receiving(Lookup lookup) {
        PeerId owner = lookup.owner;
        return owner == null ? List.of() : List.of(started(lookup, owner, false));
    }

    private PeerEvent started(Lookup lookup, PeerId other, boolean sending) {
        return new FileEvent.TransferStarted(
                lookup.id,
                sending,
                other,
                new FileName(lookup.file, "pdf"),
                bytesOf(lookup),
                0,
                settings.mss(),
                1,
                sending ? settings.loss() : 0,
                TransferPurpose.REQUEST);
    }

    private PeerEvent doneEvent(Lookup lookup, boolean sending) {
        return new FileEvent.TransferDone(lookup.id, sending, bytesOf(lookup), 0, 0);
    }

    private List<PeerEvent> done(Lookup lookup, boolean sending) {
        return List.of(doneEvent(lookup, sending));
    }

    private long bytesOf(Lookup lookup) {
        PeerId owner = lookup.owner;
        return owner == null ? 0 : sizes.sizeOf(owner, lookup.file);
    }

    private Optional<Lookup> latest(Predicate<Lookup> which) {
        return lookups.values().stream()
                .filter(which)
                .max(Comparator.comparingLong(lookup -> lookup.id));
    }

    private Optional<Lookup> lookupOf(Reading.Sentence sentence) {
        return fileOf(sentence).map(lookups::get);
    }

    /** Returns the file that a sentence names, by its number or by the hash of a requested one. */
    private Optional<FileNumber> fileOf(Reading.Sentence sentence) {
        String said = sentence.file();
        if (said == null) {
            return Optional.empty();
        }
        return said.length() == 4
                ? Optional.of(new FileNumber(said))
                : requested.stream()
                        .filter(file -> Integer.toString(file.hash().value()).equals(said))
                        .findFirst();
    }
}
