package ringside.app.actions;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ringside.app.base.Texts;
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
        return switch (command) {
            case Command.Add add -> describeAdd(add.peers(), ring);
            case Command.Kill kill -> act(PeerAction.KILL, kill, ring);
            case Command.Pause pause -> act(PeerAction.PAUSE, pause, ring);
            case Command.Resume resume -> act(PeerAction.RESUME, resume, ring);
            case Command.Restart restart -> act(PeerAction.RESTART, restart, ring);
            case Command.Tell quit when quit.what() instanceof PeerCommand.Quit ->
                    act(PeerAction.QUIT, quit, ring);
            case Command.Tell tell -> tell(tell, ring, isMissing);
            case Command.CutLink cut ->
                    CommandCheck.disabledReason(cut, ring)
                            .orElseGet(() -> Texts.text("preview.cut", cut.one(), cut.other()));
            case Command.MendLink mend ->
                    CommandCheck.disabledReason(mend, ring)
                            .orElseGet(() -> Texts.text("preview.mend", mend.one(), mend.other()));
            case Command.TellAll all -> describe(all.what(), Texts.text("preview.all"), ring);
        };
    }

    /** Describes what the peers are told, or why one of them cannot carry it out. */
    private static String tell(Command.Tell tell, RingState ring, Predicate<String> isMissing) {
        return tell.peers().stream()
                .flatMap(id -> CommandCheck.disabledReason(tell, id, ring).stream())
                .findFirst()
                .orElseGet(() -> willing(tell, ring, isMissing));
    }

    private static String willing(Command.Tell tell, RingState ring, Predicate<String> isMissing) {
        if (tell.what() instanceof PeerCommand.Store store && isMissing.test(store.path())) {
            return Texts.text("preview.store.missing", store.path());
        }
        if (tell.what() instanceof PeerCommand.Request(FileNumber number)
                && tell.peers().stream().allMatch(peer -> holds(peer, number, ring))) {
            return Texts.text("preview.request.self", number, list(tell.peers()));
        }
        return describe(tell.what(), list(tell.peers()), ring);
    }

    /** Describes what an action does, and why some peers refuse it: each is checked separately. */
    private static String act(PeerAction action, Command.ToPeers command, RingState ring) {
        List<PeerId> peers = command.peers();
        List<PeerId> willing =
                peers.stream().filter(id -> refusal(command, id, ring).isEmpty()).toList();
        Optional<String> refused =
                peers.stream().flatMap(id -> refusal(command, id, ring).stream()).findFirst();
        String done = Texts.text("preview." + action.key(), list(willing));
        return refused.map(why -> willing.isEmpty() ? why : Texts.text("preview.some", done, why))
                .orElse(done);
    }

    /** Returns why a peer refuses, shortened where a button's sentence would not fit the box. */
    private static Optional<String> refusal(Command command, PeerId id, RingState ring) {
        boolean byHand =
                ring.peer(id)
                        .filter(peer -> peer.process().byHand() && peer.phase().isAlive())
                        .isPresent();
        return CommandCheck.disabledReason(command, id, ring)
                .map(why -> byHand ? Texts.text("preview.byHand", id) : why);
    }

    private static String describeAdd(List<PeerId> peers, RingState ring) {
        PeerId id = peers.getFirst();
        Optional<String> why = CommandCheck.disabledReason(new Command.Add(peers), id, ring);
        if (why.isPresent()) {
            return why.get();
        }
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
            case PeerCommand.DropNext drop -> Texts.text("preview.drop." + drop.what(), who);
            case PeerCommand.CutLink cut -> Texts.text("preview.cut", who, cut.to());
            case PeerCommand.MendLink mend -> Texts.text("preview.mend", who, mend.to());
            case PeerCommand.ReportSegments set ->
                    Texts.text(set.on() ? "preview.segments.on" : "preview.segments.off", who);
        };
    }

    private static String place(String key, FileNumber number, RingState ring) {
        SortedSet<PeerId> living = living(ring);
        if (living.isEmpty()) {
            return Texts.text("preview.nobody", number, number.hash());
        }
        PeerId owner = IdealRing.owner(living, number.hash());
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
