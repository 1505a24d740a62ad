package ringside.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.model.PeerState;
import ringside.model.RingHealth;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** Decides whether a condition holds. For the thread of its {@link Happenings}. */
final class Judge {

    private final Happenings happenings;
    private final PathFinder paths;

    Judge(Happenings happenings, PathFinder paths) {
        this.happenings = happenings;
        this.paths = paths;
    }

    Verdict judge(Condition condition) {
        return switch (condition) {
            case Condition.Ring(List<PeerId> members) -> ring(members);
            case Condition.Received(FileNumber number, PeerId peer) -> received(number, peer);
            case Condition.NotFound(FileNumber number, PeerId peer) -> notFound(number, peer);
            case Condition.Stored(FileNumber number) ->
                    happenings
                            .stored(number)
                            .map(Judge::holds)
                            .orElse(new Verdict.NotYet(number + " was not stored"));
            case Condition.Held(FileNumber number, PeerId peer) -> held(number, peer);
            case Condition.Dead(PeerId peer) ->
                    happenings.isDeclaredDead(peer)
                            ? holds("peer " + peer + " was declared dead")
                            : new Verdict.NotYet("nobody has declared peer " + peer + " dead");
            case Condition.Ended(PeerId peer) -> ended(peer);
            case Condition.Said(PeerId peer, String text) -> said(peer, text);
            case Condition.SameBytes(FileNumber number, PeerId peer, String path) ->
                    sameBytes(number, peer, path);
        };
    }

    private Verdict ring(List<PeerId> members) {
        RingHealth health = happenings.state().health();
        if (health.living().isEmpty()) {
            return new Verdict.NotYet("no peer lives");
        }
        if (!members.isEmpty() && !health.living().equals(members)) {
            return new Verdict.NotYet("the living peers are " + list(health.living()));
        }
        return health.isConsistent()
                ? holds("the ring is right: " + list(health.living()))
                : new Verdict.NotYet("the ring is not right");
    }

    private Verdict received(FileNumber number, PeerId peer) {
        Optional<String> path = happenings.received(number, peer);
        if (path.isPresent()) {
            return holds("it lies at " + path.get());
        }
        if (happenings.wasNotFound(number, peer)) {
            return new Verdict.Never("neither the owner of " + number + " nor a copy has it");
        }
        Optional<String> failure = happenings.requestFailure(number, peer);
        return failure.isPresent()
                ? new Verdict.Never(failure.get())
                : new Verdict.NotYet("peer " + peer + " has not received " + number);
    }

    private Verdict notFound(FileNumber number, PeerId peer) {
        if (happenings.wasNotFound(number, peer)) {
            return holds("neither the owner of " + number + " nor a copy has it");
        }
        return happenings.received(number, peer).isPresent()
                ? new Verdict.Never("peer " + peer + " has received " + number)
                : new Verdict.NotYet("peer " + peer + " was not told that " + number
                        + " is missing");
    }

    private Verdict held(FileNumber number, PeerId peer) {
        boolean holds =
                state(peer).stream()
                        .flatMap(state -> state.files().stream())
                        .anyMatch(file -> file.name().number().equals(number));
        return holds
                ? holds("peer " + peer + " holds " + number)
                : new Verdict.NotYet("peer " + peer + " does not hold " + number);
    }

    private Verdict ended(PeerId peer) {
        // A peer that was killed or has left is dead to the ring before its process is gone; the
        // reason comes with the end of the process.
        String reason = state(peer).map(state -> state.process().reason()).orElse("");
        return !reason.isEmpty()
                ? holds(reason)
                : new Verdict.NotYet("the process of peer " + peer + " has not ended");
    }

    private Verdict said(PeerId peer, String text) {
        boolean said =
                state(peer).stream()
                        .flatMap(state -> state.output().stream())
                        .anyMatch(line -> line.text().contains(text));
        return said
                ? holds("peer " + peer + " said so")
                : new Verdict.NotYet("peer " + peer + " has not said '" + text + "'");
    }

    private Verdict sameBytes(FileNumber number, PeerId peer, String path) {
        Optional<String> received = happenings.received(number, peer);
        if (received.isEmpty()) {
            return new Verdict.NotYet("peer " + peer + " has not received " + number);
        }
        Path original = paths.find(path);
        try {
            long differsAt = Files.mismatch(original, Path.of(received.get()));
            return differsAt < 0
                    ? holds("all " + Files.size(original) + " bytes are the same")
                    : new Verdict.Never(
                            received.get() + " differs from " + original + " at byte "
                                    + differsAt);
        } catch (IOException e) {
            return new Verdict.Never("the files cannot be compared: " + e.getMessage());
        }
    }

    private Optional<PeerState> state(PeerId peer) {
        return happenings.state().peer(peer);
    }

    private static Verdict holds(String what) {
        return new Verdict.Holds(what);
    }

    private static String list(List<PeerId> peers) {
        return peers.stream().map(PeerId::toString).collect(Collectors.joining(" "));
    }
}
