package ringside.program;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.PeerProgram;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** A supervisor of programs in terminals, whose events a test can wait for. */
final class WatchedProgram implements AutoCloseable {

    /** Generous, because the machine may be busy with other builds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SupervisorSettings settings;
    private final Supervisor supervisor;
    private final List<StatusEntry> heard = new CopyOnWriteArrayList<>();
    private volatile RingState state = RingState.EMPTY;

    /**
     * How a program is started on a ring; by default a right one of cdht-2019 that nobody built.
     */
    record Start(
            Path source,
            @Nullable String build,
            String command,
            PeerSettings peer,
            List<Path> given,
            Duration quitPatience) {

        static Start of(Path source, String command) {
            return new Start(
                    source, null, command, PeerSettings.DEFAULTS, List.of(), QuitDeadline.PATIENCE);
        }
    }

    /** Opens a supervisor that waits for programs that connect by themselves. */
    WatchedProgram(Path folder, int basePort) throws IOException {
        settings = settings(folder, PeerSettings.DEFAULTS, basePort);
        supervisor = Supervisor.open(settings);
        supervisor.listen(this::take);
    }

    /** Builds a program, and opens a supervisor for it. */
    WatchedProgram(Path folder, int basePort, Start start) throws Exception {
        settings = settings(folder, start.peer(), basePort);
        Program program =
                new Program(
                        rules(),
                        start.source(),
                        start.build() == null ? null : CommandTemplate.parse(start.build()),
                        CommandTemplate.parse(start.command()),
                        null);
        Path built = folder.resolve("program");
        ProgramBuild.build(program, built, UnaryOperator.identity());
        PeerProgram peers =
                new ProgramPeers(
                        program,
                        built,
                        settings::folderOf,
                        start.given(),
                        basePort,
                        settings.peer(),
                        start.quitPatience());
        supervisor = Supervisor.open(settings, peers);
        supervisor.listen(this::take);
    }

    private static SupervisorSettings settings(Path folder, PeerSettings peer, int basePort) {
        return new SupervisorSettings(
                Path.of("java"),
                "",
                SupervisorSettings.PEER_MAIN,
                peer,
                basePort,
                folder,
                folder,
                List.of());
    }

    static Rules rules() throws Exception {
        return RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
    }

    Supervisor supervisor() {
        return supervisor;
    }

    void start(List<PeerId> peers) {
        done(supervisor.startRing(peers));
    }

    void carryOut(String command) {
        done(supervisor.carryOut(CommandParser.parse(command)));
    }

    private static void done(CompletableFuture<Void> action) {
        action.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LIMIT).until(condition);
    }

    private synchronized void take(StatusEntry entry) {
        state = state.after(entry);
        heard.add(entry);
    }

    RingState state() {
        return state;
    }

    /** Returns all that was reported so far, oldest first. */
    List<StatusEntry> heard() {
        return List.copyOf(heard);
    }

    /** Returns all events of a kind that were reported so far, oldest first. */
    <T extends StatusEvent> List<T> all(Class<T> kind) {
        return heard.stream()
                .map(StatusEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Returns all events of a kind that one peer has reported, oldest first. */
    <T extends StatusEvent> List<T> all(PeerId peer, Class<T> kind) {
        return heard.stream()
                .filter(entry -> entry.peer().equals(peer))
                .map(StatusEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public void close() {
        done(supervisor.quitAll());
    }
}
