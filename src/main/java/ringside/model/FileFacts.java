package ringside.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.HeldFile;
import ringside.status.LookupPurpose;

/**
 * All that is known of one file of the ring at one moment (SPEC 3.2, 8).
 *
 * @param name with which its first holder has it
 * @param bytes its size
 * @param owner the first living peer at or after its hash; empty without living peers
 * @param holders the living peers that have it, the owner first, then clockwise
 * @param requests those of the last lookups with which a user asked for it, the latest first
 */
public record FileFacts(
        FileName name,
        long bytes,
        Optional<PeerId> owner,
        List<Holder> holders,
        List<LookupState> requests) {

    /**
     * A peer that holds the file.
     *
     * @param file as the peer tells
     * @param isDamaged whether it has found its bytes changed
     * @param origin how it came to it, if that was seen
     * @param reason why it lies there
     */
    public record Holder(
            PeerId peer,
            HeldFile file,
            boolean isDamaged,
            Optional<FileOrigin> origin,
            Answer reason) {}

    /** Copies the lists. */
    public FileFacts {
        holders = List.copyOf(holders);
        requests = List.copyOf(requests);
    }

    /** Returns what is known; empty if no living peer holds the file. */
    public static Optional<FileFacts> of(FileNumber number, RingState ring) {
        TreeSet<PeerId> living = new TreeSet<>(ring.health().living());
        PeerId hash = number.hashOn(ring.circle());
        Optional<PeerId> owner =
                living.isEmpty() ? Optional.empty() : Optional.of(IdealRing.owner(living, hash));
        List<Holder> holders =
                ring.peers().stream()
                        .filter(peer -> peer.phase().isAlive())
                        .flatMap(peer ->
                                peer.files().stream()
                                        .filter(file -> file.name().number().equals(number))
                                        .map(file -> holder(peer, file, ring)))
                        .sorted(Comparator.comparing(Holder::peer, hash.nearestFirst()))
                        .toList();
        if (holders.isEmpty()) {
            return Optional.empty();
        }
        HeldFile first = holders.getFirst().file();
        return Optional.of(
                new FileFacts(first.name(), first.bytes(), owner, holders, requests(number, ring)));
    }

    private static Holder holder(PeerState peer, HeldFile file, RingState ring) {
        return new Holder(
                peer.id(),
                file,
                peer.damaged().stream()
                        .anyMatch(name -> name.number().equals(file.name().number())),
                peer.originOf(file.name().number()),
                PeerQuestions.held(file, peer, ring));
    }

    private static List<LookupState> requests(FileNumber number, RingState ring) {
        return ring.lookups().reversed().stream()
                .filter(lookup -> lookup.number().equals(number))
                .filter(lookup -> lookup.purpose() == LookupPurpose.REQUEST)
                .toList();
    }
}
