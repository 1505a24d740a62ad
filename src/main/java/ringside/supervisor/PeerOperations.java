package ringside.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/**
 * What can be done to single peers, and the commands of a ring made of it. Each method throws an
 * {@link ActionFailedException}, or returns a future that completes when the thing is done and
 * fails with one. Whoever implements it says which threads may call.
 */
public interface PeerOperations {

    /** Starts a peer that joins through any suitable one, after the joins before it. */
    CompletableFuture<Void> join(PeerId id);

    /** Starts a peer like {@link #join}, on the host of that name. */
    CompletableFuture<Void> joinOn(PeerId id, String host);

    /** Ends the peer's process at once. */
    CompletableFuture<Void> kill(PeerId id);

    /** Suspends the peer's process. */
    CompletableFuture<Void> pause(PeerId id);

    /** Lets a suspended peer go on. */
    CompletableFuture<Void> resume(PeerId id);

    /** Restarts a dead peer; lets a living one leave and rejoin. */
    CompletableFuture<Void> restart(PeerId id);

    /** Passes a command to a peer. */
    CompletableFuture<Void> tell(PeerId id, PeerCommand what);

    /** Passes a command to all living peers, and a setting to those that start later. */
    CompletableFuture<Void> tellAll(PeerCommand what);

    /** Blocks all traffic between the peers of a host and those of all others. */
    CompletableFuture<Void> cutHost(String host);

    /** Restores the traffic between the peers of a host and those of all others. */
    CompletableFuture<Void> mendHost(String host);

    /** Carries out a command at each of its peers, even if it fails at some of them. */
    default CompletableFuture<Void> carryOut(Command command) {
        return switch (command) {
            case Command.Add(List<PeerId> ids) -> forEach(ids, this::join);
            case Command.AddOn(List<PeerId> ids, String host) ->
                    forEach(ids, id -> joinOn(id, host));
            case Command.Kill(List<PeerId> ids) -> forEach(ids, this::kill);
            case Command.Pause(List<PeerId> ids) -> forEach(ids, this::pause);
            case Command.Resume(List<PeerId> ids) -> forEach(ids, this::resume);
            case Command.Restart(List<PeerId> ids) -> forEach(ids, this::restart);
            case Command.Tell(List<PeerId> ids, PeerCommand what) ->
                    forEach(ids, id -> tell(id, absolute(what)));
            case Command.CutLink(PeerId one, PeerId other) ->
                    CompletableFuture.allOf(
                            tell(one, new PeerCommand.CutLink(other)),
                            tell(other, new PeerCommand.CutLink(one)));
            case Command.MendLink(PeerId one, PeerId other) ->
                    CompletableFuture.allOf(
                            tell(one, new PeerCommand.MendLink(other)),
                            tell(other, new PeerCommand.MendLink(one)));
            case Command.CutHost(String host) -> cutHost(host);
            case Command.MendHost(String host) -> mendHost(host);
            case Command.TellAll(PeerCommand what) -> tellAll(absolute(what));
        };
    }

    /** Applies an action to every peer, even if some fail, and then reports all failures. */
    static CompletableFuture<Void> forEach(
            List<PeerId> ids, Function<PeerId, CompletableFuture<Void>> action) {
        List<CompletableFuture<String>> outcomes = new ArrayList<>();
        for (PeerId id : ids) {
            CompletableFuture<Void> each;
            try {
                each = action.apply(id);
            } catch (ActionFailedException e) {
                each = CompletableFuture.failedFuture(e);
            }
            outcomes.add(each.handle((_, failure) -> failure == null ? "" : sentence(failure)));
        }
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> failWith(outcomes.stream().map(CompletableFuture::join)));
    }

    /**
     * Makes a path absolute: a user means it relative to this program's folder, but a peer runs in
     * its own.
     */
    private static PeerCommand absolute(PeerCommand command) {
        return command instanceof PeerCommand.Store store
                ? new PeerCommand.Store(
                        Path.of(store.path()).toAbsolutePath().normalize().toString(),
                        store.number())
                : command;
    }

    private static void failWith(Stream<String> outcomes) {
        String sentences =
                outcomes.filter(outcome -> !outcome.isEmpty()).collect(Collectors.joining(" "));
        if (!sentences.isEmpty()) {
            throw new ActionFailedException(sentences);
        }
    }

    private static String sentence(Throwable failure) {
        Throwable cause = ActionFailedException.causeOf(failure);
        if (cause instanceof ActionFailedException expected) {
            return String.valueOf(expected.getMessage());
        }
        throw new CompletionException(cause);
    }
}
