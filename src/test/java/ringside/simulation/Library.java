package ringside.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;

/**
 * The files stored on a simulated ring, and therefore to be found on it (SPEC 8): of all versions
 * that may be the newest, exactly one, at the owner and its next successors and nowhere else.
 */
final class Library {

    private static final long NEVER = Long.MAX_VALUE;

    private final Simulation simulation;
    private final int copies;
    private final Map<FileNumber, List<Attempt>> attempts = new TreeMap<>();
    private final Map<PeerId, Long> leavingSince = new TreeMap<>();
    private long lastKillMicros = -1;
    private int seen;
    private int lost;

    private static final class Attempt {
        final SimulatedPeer writer;
        final byte[] content;
        final long begun;
        long ended = NEVER;
        boolean isConfirmed;
        int holders;

        Attempt(SimulatedPeer writer, byte[] content, long begun) {
            this.writer = writer;
            this.content = content;
            this.begun = begun;
        }
    }

    Library(Simulation simulation, int copies) {
        this.simulation = simulation;
        this.copies = copies;
    }

    // -- storing

    /**
     * Stores a file.
     *
     * @return false while the same peer is still storing a file with that number: then nothing is
     *     done
     */
    boolean store(SimulatedPeer writer, FileNumber number, int bytes) {
        catchUp();
        if (last(number, writer.id()).isPresent()) {
            return false;
        }
        byte[] content = content(number, bytes);
        String extension = simulation.nowMicros() / 1_000 % 2 == 0 ? ".txt" : ".pdf";
        String path = "/home/" + number + extension;
        writer.disk().putAt(path, content);
        attempts.computeIfAbsent(number, key -> new ArrayList<>())
                .add(new Attempt(writer, content, simulation.nowMicros()));
        writer.command(new PeerCommand.Store(path, number));
        return true;
    }

    /** Returns different bytes for every attempt. */
    private byte[] content(FileNumber number, int bytes) {
        byte[] name = (number + " at " + simulation.nowMicros()).getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(name, Math.max(bytes, name.length));
        Arrays.fill(content, name.length, content.length, (byte) bytes);
        return content;
    }

    List<FileNumber> numbers() {
        return List.copyOf(attempts.keySet());
    }

    /** Processes the events reported since the last call. */
    void catchUp() {
        List<StatusEntry> fresh = simulation.traceFrom(seen);
        seen += fresh.size();
        boolean mayHaveTakenTheLast = false;
        for (StatusEntry entry : fresh) {
            if (entry.event() instanceof FileEvent.FileStored stored) {
                last(stored.file().number(), entry.peer())
                        .ifPresent(attempt -> {
                            attempt.isConfirmed = true;
                            attempt.holders = stored.holders();
                            attempt.ended = entry.atMicros();
                        });
            } else if (entry.event() instanceof LifeEvent.ActionFailed failed
                    && failed.action().startsWith("store ")) {
                FileNumber number = new FileNumber(failed.action().split(" ", -1)[3]);
                last(number, entry.peer()).ifPresent(attempt -> attempt.ended = entry.atMicros());
            } else if (entry.event() instanceof LifeEvent.Leaving) {
                leavingSince.put(entry.peer(), entry.atMicros());
            } else if (entry.event() instanceof LifeEvent.Left) {
                long since = leavingSince.getOrDefault(entry.peer(), NEVER);
                mayHaveTakenTheLast |= lastKillMicros >= since;
            }
        }
        if (mayHaveTakenTheLast) {
            strikeOut();
        }
    }

    private Optional<Attempt> last(FileNumber number, PeerId writer) {
        return attempts.getOrDefault(number, List.of()).reversed().stream()
                .filter(attempt -> attempt.writer.id().equals(writer) && attempt.ended == NEVER)
                .findFirst();
    }

    /** Returns whether a store is still under way. */
    boolean isStoring() {
        catchUp();
        return attempts.values().stream()
                .flatMap(List::stream)
                .anyMatch(attempt -> attempt.ended == NEVER && attempt.writer.isAlive());
    }

    // -- acceptable content

    private boolean isAcceptable(FileNumber number, byte[] content) {
        List<Attempt> all = attempts.getOrDefault(number, List.of());
        return all.stream()
                .filter(attempt -> Arrays.equals(attempt.content, content))
                .anyMatch(attempt -> all.stream().noneMatch(other -> replaces(other, attempt)));
    }

    /**
     * Returns whether one attempt began after the other had ended, and certainly reached the ring.
     */
    private static boolean replaces(Attempt later, Attempt earlier) {
        return later.isConfirmed && later.begun >= earlier.ended;
    }

    private boolean mustBeThere(FileNumber number) {
        return attempts.getOrDefault(number, List.of()).stream()
                .anyMatch(attempt -> attempt.isConfirmed);
    }

    /** Updates the number of copies to the actual one: peers may have left since the store. */
    void countCopies() {
        catchUp();
        attempts.forEach((number, versions) -> {
            int holders = holders(number);
            versions.forEach(version -> version.holders = holders);
        });
    }

    private int holders(FileNumber number) {
        return (int)
                simulation.peers().stream()
                        .filter(peer -> peer.isAlive() && peer.isMember())
                        .filter(peer -> holdsAcceptable(peer, number))
                        .count();
    }

    /**
     * Called right after a peer was killed. Removes files of which no living peer has an acceptable
     * version, because they cannot be found; that counts as a failure only if there were enough
     * copies. A leaver that has handed its files over counts until it has left: they are removed
     * then, if the one that took them was killed meanwhile.
     */
    void strikeOutWhatDied() {
        catchUp();
        lastKillMicros = simulation.nowMicros();
        strikeOut();
    }

    private void strikeOut() {
        for (FileNumber number : numbers()) {
            if (mustBeThere(number) && holders(number) == 0) {
                boolean wasSafe =
                        attempts.getOrDefault(number, List.of()).stream()
                                .filter(attempt -> isAcceptable(number, attempt.content))
                                .anyMatch(attempt -> attempt.holders >= copies);
                attempts.remove(number);
                if (wasSafe) {
                    lost++;
                }
            }
        }
    }

    /** Returns the number of files lost although there were enough copies. */
    int lost() {
        return lost;
    }

    private boolean holdsAcceptable(SimulatedPeer peer, FileNumber number) {
        return peer.disk().held(number).filter(held -> isAcceptable(number, held)).isPresent();
    }

    // -- the verdict

    /** Returns one sentence for each fault; empty if all is well. */
    List<String> complaints() {
        catchUp();
        List<String> complaints = new ArrayList<>();
        for (FileNumber number : numbers()) {
            if (mustBeThere(number)) {
                complain(number, complaints);
            }
        }
        return complaints;
    }

    private void complain(FileNumber number, List<String> complaints) {
        TreeSet<PeerId> living = new TreeSet<>(simulation.living());
        PeerId owner = IdealRing.owner(living, number.hash());
        TreeSet<PeerId> holders = new TreeSet<>(IdealRing.successors(living, owner, copies - 1));
        holders.add(owner);
        Optional<byte[]> rightful = simulation.disk(owner).held(number);
        if (rightful.isEmpty()) {
            complaints.add(number + " is not at its owner " + owner);
        } else if (!isAcceptable(number, rightful.get())) {
            complaints.add(number + " is an old one at its owner " + owner);
        }
        for (PeerId id : living) {
            Optional<byte[]> held = simulation.disk(id).held(number);
            if (holders.contains(id) && held.isEmpty()) {
                complaints.add(id + " has no copy of " + number);
            } else if (!holders.contains(id) && held.isPresent()) {
                complaints.add(id + " has a copy of " + number + " too many");
            } else if (held.isPresent()
                    && rightful.isPresent()
                    && !Arrays.equals(held.get(), rightful.get())) {
                complaints.add(id + " has another " + number + " than its owner " + owner);
            }
        }
    }

    /** Returns the content that a reader must get now, if all is well. */
    byte[] rightful(FileNumber number) {
        PeerId owner = IdealRing.owner(simulation.living(), number.hash());
        return simulation.disk(owner).held(number).orElseThrow();
    }

    boolean isExpected(FileNumber number) {
        return mustBeThere(number);
    }
}
