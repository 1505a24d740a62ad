package ringside.app.actions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ringside.app.base.Texts;
import ringside.app.command.CommandCheck;
import ringside.model.Amounts;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerCommand;

/**
 * The effect of a typed command in one line, or what is wrong with it (WINDOW 7.5). Pure.
 *
 * @param text a plain sentence; empty for an empty command
 * @param command the command that would run; empty when the text is not a command
 */
public record CommandPreview(String text, Optional<Command> command) {

    private static final double MILLIS_PER_SECOND = 1e3;

    /**
     * Previews a text as it is typed, on the current ring.
     *
     * @param isMissing whether the file to be stored is known to be missing on this machine
     */
    static CommandPreview of(String typed, RingState ring, Predicate<String> isMissing) {
        if (typed.isBlank()) {
            return new CommandPreview("", Optional.empty());
        }
        try {
            Command command = CommandParser.parse(typed);
            return new CommandPreview(describe(command, ring, isMissing), Optional.of(command));
        } catch (IllegalArgumentException e) {
            return new CommandPreview(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    /** Returns the local file that the command would store; empty when it stores none. */
    Optional<String> fileToStore() {
        return command.flatMap(typed ->
                typed instanceof Command.Tell(List<PeerId> _, PeerCommand.Store store)
                        ? Optional.of(store.path())
                        : Optional.empty());
    }

    private static String describe(Command command, RingState ring, Predicate<String> isMissing) {
        return CommandCheck.disabledReason(command, ring)
                .orElseGet(() ->
                        switch (command) {
                            case Command.ToPeers some -> ofSome(some, ring, isMissing);
                            case Command.CutLink cut ->
                                    Texts.text("preview.cut", cut.one(), cut.other());
                            case Command.MendLink mend ->
                                    Texts.text("preview.mend", mend.one(), mend.other());
                            case Command.CutHost cut -> Texts.text("preview.cut.host", cut.host());
                            case Command.MendHost mend ->
                                    Texts.text("preview.mend.host", mend.host());
                            case Command.TellAll all ->
                                    describe(all.what(), Texts.text("preview.all"), ring);
                        });
    }

    /** Describes what those peers do that can, and why another refuses. */
    private static String ofSome(
            Command.ToPeers command, RingState ring, Predicate<String> isMissing) {
        Map<PeerId, String> refusals = CommandCheck.refusals(command, ring);
        List<PeerId> willing =
                command.peers().stream().filter(id -> !refusals.containsKey(id)).toList();
        String done = describe(command, willing, ring, isMissing);
        return refusals.values().stream()
                .findFirst()
                .map(why -> Texts.text("preview.some", done, why))
                .orElse(done);
    }

    private static String describe(
            Command.ToPeers command,
            List<PeerId> willing,
            RingState ring,
            Predicate<String> isMissing) {
        return switch (command) {
            case Command.Add _ -> describeAdd(willing, ring);
            case Command.AddOn add ->
                    Texts.text("preview.add.on", describeAdd(willing, ring), add.host());
            case Command.Kill _ -> Texts.text("preview.kill", list(willing));
            case Command.Pause _ -> Texts.text("preview.pause", list(willing));
            case Command.Resume _ -> Texts.text("preview.resume", list(willing));
            case Command.Restart _ -> Texts.text("preview.restart", list(willing));
            case Command.Tell tell -> describeTell(tell.what(), willing, ring, isMissing);
        };
    }

    private static String describeTell(
            PeerCommand what, List<PeerId> peers, RingState ring, Predicate<String> isMissing) {
        if (what instanceof PeerCommand.Store store && isMissing.test(store.path())) {
            return Texts.text("preview.store.missing", store.path());
        }
        if (what instanceof PeerCommand.Request(FileNumber number)
                && peers.stream().allMatch(peer -> holds(peer, number, ring))) {
            return Texts.text("preview.request.self", number, list(peers));
        }
        return describe(what, list(peers), ring);
    }

    private static String describeAdd(List<PeerId> peers, RingState ring) {
        PeerId id = peers.getFirst();
        SortedSet<PeerId> living = living(ring);
        if (living.isEmpty()) {
            return Texts.text("preview.add.first", list(peers));
        }
        PeerId before = IdealRing.predecessors(living, id, 1).getFirst();
        PeerId after = IdealRing.successors(living, id, 1).getFirst();
        return peers.size() == 1
                ? Texts.text("preview.add", id, before, after)
                : Texts.text("preview.add.many", list(peers));
    }

    private static String describe(PeerCommand what, String who, RingState ring) {
        return switch (what) {
            case PeerCommand.Quit _ -> Texts.text("preview.quit", who);
            case PeerCommand.Request request -> place("preview.request", request.number(), ring);
            case PeerCommand.Store store -> place("preview.store", store.number(), ring);
            case PeerCommand.SetLoss set ->
                    Texts.text("preview.loss", who, Amounts.percent(set.loss()));
            case PeerCommand.SetPingInterval set ->
                    Texts.text("preview.ping", who, set.pingIntervalMs() / MILLIS_PER_SECOND);
            case PeerCommand.SetWindow set ->
                    Texts.text(
                            set.window() == 1 ? "preview.window.one" : "preview.window",
                            who,
                            set.window());
            case PeerCommand.SetMisses set -> Texts.text("preview.misses", who, set.misses());
            case PeerCommand.SetShortcuts set ->
                    Texts.text(set.on() ? "preview.shortcuts.on" : "preview.shortcuts.off", who);
            case PeerCommand.DropNext drop -> Texts.text("preview.drop." + drop.what(), who);
            case PeerCommand.CutLink cut -> Texts.text("preview.cut", who, cut.to());
            case PeerCommand.MendLink mend -> Texts.text("preview.mend", who, mend.to());
            case PeerCommand.ReportSegments set ->
                    Texts.text(set.on() ? "preview.segments.on" : "preview.segments.off", who);
            case PeerCommand.Capture set ->
                    Texts.text(set.on() ? "preview.capture.on" : "preview.capture.off", who);
        };
    }

    private static String place(String key, FileNumber number, RingState ring) {
        SortedSet<PeerId> living = living(ring);
        if (living.isEmpty()) {
            return Texts.text("preview.nobody", number, number.hash());
        }
        PeerId owner = IdealRing.owner(living, number.hashOn(ring.circle()));
        boolean held = holds(owner, number, ring);
        return Texts.text(held ? key + ".held" : key, number, number.hash(), owner);
    }

    private static boolean holds(PeerId peer, FileNumber number, RingState ring) {
        return ring
                .peer(peer)
                .filter(state -> state.phase().isAlive())
                .map(PeerState::files)
                .orElse(List.of())
                .stream()
                .anyMatch(file -> file.name().number().equals(number));
    }

    private static SortedSet<PeerId> living(RingState ring) {
        return new TreeSet<>(ring.health().living());
    }

    private static String list(List<PeerId> peers) {
        return peers.stream().map(PeerId::toString).collect(Collectors.joining(", "));
    }
}
