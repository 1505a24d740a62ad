package ringside.hosts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;
import ringside.hosts.AgentCommand.Located;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PlantedFault;
import ringside.status.StatusEntry;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.RingsideProgram;
import ringside.supervisor.RunFolder;
import ringside.supervisor.RunFolders;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;

/**
 * The supervisor of one host, without a window (SPEC 13.2): starts, kills, pauses and watches the
 * peers of its host as the program at the other end of its pipe tells it, and passes on what they
 * report. It ends its peers when the pipe ends.
 */
final class Agent {

    /** Who sits at the host, and may command its peers. */
    interface Owner {

        /** Nobody. */
        Owner NOBODY = new Owner() {};

        /** Is told that the program has answered. */
        default void begun() throws IOException {}

        /** Is told each event of a peer of the host; on any thread, must not block for long. */
        default void happened(StatusEntry entry) {}

        /** Returns the commands that are typed; null for none. */
        default @Nullable BufferedReader commands() {
            return null;
        }

        /** Is told what is not done here, and why; on any thread. */
        default void notDone(String sentence) {}
    }

    private final BoundedLines in;
    private final ReportWriter out;
    private final FileSender files;
    private final TravelledFolder travelled;
    private final RunFolder folder;
    private final SupervisorSettings settings;
    private final Supervisor ring;
    private final RingsideProgram program;
    private final Owner owner;
    private final Map<PeerId, PlantedFault> faults = new HashMap<>();
    private volatile PeerNetwork network;

    private Agent(
            BoundedLines in,
            OutputStream out,
            AgentCommand.Begin begin,
            RunFolder folder,
            AgentPlace at,
            Owner owner)
            throws IOException {
        this.in = in;
        this.folder = folder;
        this.owner = owner;
        travelled = new TravelledFolder(at.travelled(), System::nanoTime);
        network = new PeerNetwork(begin.listen(), Map.of(), begin.key());
        settings =
                new SupervisorSettings(
                        at.java(),
                        at.classPath(),
                        SupervisorSettings.PEER_MAIN,
                        begin.settings(),
                        begin.basePort(),
                        folder.path(),
                        folder.path(),
                        at.jvmFlags());
        program = new RingsideProgram(settings, begin::settings, () -> network);
        ring = Supervisor.open(settings, program);
        this.out = new ReportWriter(out, ring);
        files = new FileSender(this.out);
    }

    /**
     * Serves the program at the other end of a pipe until that ends, and returns when no peer is
     * left.
     *
     * @throws IOException when the pipe breaks, or no peer could run here, or the ring has no id
     *     left; with a sentence
     */
    static void serve(InputStream in, OutputStream out, AgentPlace place, Owner owner)
            throws IOException {
        BoundedLines lines = new BoundedLines(in);
        try {
            String first = lines.next(AgentLines.MAX_LINE_BYTES);
            AgentCommand answer = first == null ? null : AgentLines.readCommand(first);
            if (answer instanceof AgentCommand.RingFull) {
                throw new IOException(Messages.HOSTS.format("agent.full", Circle.IDS_OF_PROCESSES));
            }
            if (!(answer instanceof AgentCommand.Begin begin)
                    || begin.version() != AgentCommand.VERSION) {
                throw new IOException(Messages.HOSTS.format("agent.version"));
            }
            owner.begun();
            serve(lines, out, begin, place, owner);
        } catch (MalformedLineException e) {
            throw new IOException(Messages.HOSTS.format("agent.version"), e);
        }
    }

    private static void serve(
            BoundedLines in,
            OutputStream out,
            AgentCommand.Begin begin,
            AgentPlace place,
            Owner owner)
            throws IOException, MalformedLineException {
        try (RunFolder folder =
                RunFolders.create(place.runs(), LocalDateTime.now(ZoneId.systemDefault()))) {
            RunFolders.deleteOldest(folder, Instant.now(), _ -> false);
            Agent agent = new Agent(in, out, begin, folder, place, owner);
            agent.ring.listen(owner::happened);
            agent.obey();
            agent.serve();
        }
    }

    /** Carries out what the owner types, on a thread of its own. */
    private void obey() {
        BufferedReader commands = owner.commands();
        if (commands != null) {
            Thread.ofPlatform().daemon().name("commands").start(() -> obey(commands));
        }
    }

    private void obey(BufferedReader commands) {
        try {
            String line = commands.readLine();
            while (line != null) {
                obey(line);
                line = commands.readLine();
            }
        } catch (IOException e) {
            // Nobody types any more.
        }
    }

    private void obey(String line) {
        try {
            whenFailed(ring.carryOut(CommandParser.parse(line)), owner::notDone);
        } catch (IllegalArgumentException e) {
            owner.notDone(String.valueOf(e.getMessage()));
        }
    }

    private static String sentence(Throwable failure) {
        return String.valueOf(ActionFailedException.causeOf(failure).getMessage());
    }

    private void serve() throws IOException, MalformedLineException {
        try (out;
                files) {
            out.write(new AgentReport.Ready(AgentCommand.VERSION, ProcessHandle.current().pid()));
            String line = in.next(AgentLines.MAX_LINE_BYTES);
            while (line != null) {
                carryOut(AgentLines.readCommand(line));
                line = in.next(AgentLines.MAX_LINE_BYTES);
            }
        } finally {
            ring.quitAll().join();
        }
    }

    private void carryOut(AgentCommand command) throws IOException {
        switch (command) {
            case AgentCommand.Begin _, AgentCommand.RingFull _ ->
                    throw new IOException(Messages.HOSTS.format("agent.twice"));
            case AgentCommand.FewerIds(int found) ->
                    owner.notDone(Messages.HOSTS.format("join.fewer", found));
            case AgentCommand.Start start -> start(start);
            case AgentCommand.Kill(PeerId peer) ->
                    tell(peer, ring.carryOut(new Command.Kill(List.of(peer))));
            case AgentCommand.Pause(PeerId peer) ->
                    tell(peer, ring.carryOut(new Command.Pause(List.of(peer))));
            case AgentCommand.Resume(PeerId peer) ->
                    tell(peer, ring.carryOut(new Command.Resume(List.of(peer))));
            case AgentCommand.Tell(PeerId peer, PeerCommand.Store store) ->
                    tell(peer, refused(Messages.HOSTS.format("agent.store", store.path())));
            case AgentCommand.Tell(PeerId peer, ChannelCommand told) ->
                    tell(peer, ring.send(peer, told));
            case AgentCommand.TellAll(ChannelCommand told) -> {
                var _ = ring.sendToAll(told);
            }
            case AgentCommand.FilePiece(String name, String data) ->
                    FilePieces.append(received(name), data);
            case AgentCommand.StorePieces(PeerId peer, String name, var number) ->
                    tell(
                            peer,
                            ring.send(
                                    peer,
                                    new PeerCommand.Store(received(name).toString(), number)));
            case AgentCommand.Fetch fetch -> files.send(fetch, settings.folderOf(fetch.peer()));
            case AgentCommand.ReadClock(long asked) -> {
                long now = HostClock.now();
                out.write(new AgentReport.ClockRead(asked, now, HostClock.now()));
                travelled.use();
            }
        }
    }

    /** A program that commands a host's peers may not have them publish the host's files. */
    private static CompletableFuture<Void> refused(String sentence) {
        return CompletableFuture.failedFuture(new ActionFailedException(sentence));
    }

    private void start(AgentCommand.Start start) {
        network =
                new PeerNetwork(
                        network.listen(),
                        start.directory().stream()
                                .collect(Collectors.toMap(Located::address, Located::peers)),
                        network.key());
        plant(start.peer(), start.fault());
        program.expect(start.peersThere());
        whenFailed(
                ring.start(start.peer(), start.how()),
                reason -> {
                    owner.notDone(reason);
                    out.write(new AgentReport.NotStarted(start.peer(), reason));
                });
    }

    private void plant(PeerId peer, @Nullable PlantedFault fault) {
        faults.remove(peer);
        if (fault != null) {
            faults.put(peer, fault);
        }
        program.plant(faults);
    }

    private void tell(PeerId peer, CompletableFuture<Void> action) {
        whenFailed(
                action,
                reason ->
                        out.write(
                                new AgentReport.Happened(
                                        new StatusEntry(
                                                HostClock.now(),
                                                peer,
                                                new LifeEvent.ActionFailed(
                                                        Messages.HOSTS.format("agent.action"),
                                                        reason)))));
    }

    /** Passes the reason on when an action fails. */
    private static void whenFailed(CompletableFuture<Void> action, Consumer<String> receiver) {
        var _ =
                action.whenComplete((_, failure) -> {
                    if (failure != null) {
                        receiver.accept(sentence(failure));
                    }
                });
    }

    /**
     * Returns the place of a file of the program's machine; a name has no way out of the folder.
     */
    private Path received(String name) throws IOException {
        Path plain = Path.of(name).getFileName();
        if (plain == null || !plain.toString().equals(name)) {
            throw new IOException(Messages.HOSTS.format("agent.name", name));
        }
        return Files.createDirectories(folder.path().resolve("sent")).resolve(plain);
    }
}
