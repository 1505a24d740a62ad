package ringside.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.model.RingState;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/** The events since the scenario began that its lines can ask for. For one thread. */
final class ObservedEvents {

    private final Map<FileCommand, String> receivedAt = new HashMap<>();
    private final Set<FileCommand> notFound = new HashSet<>();
    private final Map<FileCommand, String> failures = new HashMap<>();
    private final Map<FileNumber, String> stored = new HashMap<>();
    private final Set<PeerId> declaredDead = new HashSet<>();
    private final Map<PeerId, Integer> starts = new HashMap<>();
    private final LastRequest lastRequest = new LastRequest();
    private RingState state = RingState.EMPTY;

    /** A request or store of a file at a peer. */
    private record FileCommand(LookupPurpose purpose, FileNumber number, PeerId peer) {}

    /** Takes the next event. */
    void add(StatusEntry entry) {
        state = state.after(entry);
        PeerId peer = entry.peer();
        lastRequest.add(entry);
        switch (entry.event()) {
            case FileEvent.FileReceived e ->
                    receivedAt.put(request(e.file().number(), peer), e.path());
            case FileEvent.FileWritten e ->
                    receivedAt.put(request(e.file().number(), peer), e.path());
            case LookupEvent.LookupAnswered e -> {
                if (e.purpose() == LookupPurpose.REQUEST && !e.held()) {
                    notFound.add(request(e.number(), peer));
                }
            }
            case LookupEvent.LookupFailed e ->
                    failures.put(new FileCommand(e.purpose(), e.number(), peer), e.reason());
            case LifeEvent.ActionFailed e -> noteFailure(peer, e);
            case FileEvent.FileStored e ->
                    stored.put(
                            e.file().number(),
                            Messages.SCENARIO.format("stored", e.owner(), copies(e.holders())));
            case NeighbourEvent.PeerDead e -> declaredDead.add(e.target());
            case ProcessEvent.ProcessStarted _ -> {
                declaredDead.remove(peer);
                starts.merge(peer, 1, Integer::sum);
            }
            case PeerEvent _, ProcessEvent _ -> {}
        }
    }

    /** Forgets the outcomes of earlier requests, before a new one begins. */
    void beginRequest(FileNumber number, PeerId peer) {
        lastRequest.begin(number, peer);
        receivedAt.remove(request(number, peer));
        notFound.remove(request(number, peer));
        failures.remove(request(number, peer));
    }

    /** Forgets the outcomes of earlier stores, before a new one begins. */
    void beginStore(FileNumber number, PeerId peer) {
        stored.remove(number);
        failures.remove(new FileCommand(LookupPurpose.STORE, number, peer));
    }

    RingState state() {
        return state;
    }

    /** Returns the path of the file that the peer last received under this number. */
    Optional<String> received(FileNumber number, PeerId peer) {
        return Optional.ofNullable(receivedAt.get(request(number, peer)));
    }

    boolean wasNotFound(FileNumber number, PeerId peer) {
        return notFound.contains(request(number, peer));
    }

    /** Returns a sentence that says where a file was stored. */
    Optional<String> stored(FileNumber number) {
        return Optional.ofNullable(stored.get(number));
    }

    /** Returns the reason why a store failed at the peer that had the command. */
    Optional<String> storeFailure(FileNumber number, PeerId peer) {
        return Optional.ofNullable(
                failures.get(new FileCommand(LookupPurpose.STORE, number, peer)));
    }

    /** Returns the reason why a request failed. */
    Optional<String> requestFailure(FileNumber number, PeerId peer) {
        return Optional.ofNullable(failures.get(request(number, peer)));
    }

    boolean isLastRequestAtItsOwner() {
        return lastRequest.isAtItsOwner();
    }

    /** Returns how many hops the last request has made so far on its way to the owner. */
    int hopsOfLastRequest() {
        return lastRequest.hops();
    }

    /** Returns how many processes of a peer have started so far. */
    int starts(PeerId peer) {
        return starts.getOrDefault(peer, 0);
    }

    boolean isDeclaredDead(PeerId peer) {
        return declaredDead.contains(peer);
    }

    /** Parses the failed action, which is reported as one would type it. */
    private void noteFailure(PeerId peer, LifeEvent.ActionFailed failed) {
        String[] words = failed.action().split(" ", -1);
        for (LookupPurpose purpose : LookupPurpose.values()) {
            if (words[0].equalsIgnoreCase(purpose.name())) {
                for (String word : words) {
                    if (word.matches("[0-9]{4}")) {
                        failures.put(
                                new FileCommand(purpose, new FileNumber(word), peer),
                                failed.reason());
                    }
                }
            }
        }
    }

    private static FileCommand request(FileNumber number, PeerId peer) {
        return new FileCommand(LookupPurpose.REQUEST, number, peer);
    }

    private static String copies(int holders) {
        return holders == 1
                ? Messages.SCENARIO.format("stored.copies.none")
                : Messages.SCENARIO.format("stored.copies", holders - 1);
    }
}
