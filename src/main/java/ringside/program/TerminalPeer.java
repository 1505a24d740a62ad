package ringside.program;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.CommandTemplate.Hole;
import ringside.rules.Rules;
import ringside.status.ChannelCommand;
import ringside.status.CommandText;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;
import ringside.text.Messages;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/**
 * A peer in a terminal: what it prints is read and reported, commands are typed to it (PROGRAMS 1.4
 * to 1.6). May be used from any thread.
 */
final class TerminalPeer implements ChildProcess, PeerConnection {

    /** Commands are typed when a program has been quiet about itself for this time; ms. */
    private static final long BEFORE_TYPING_MS = 1_000;

    /** Time for the last output and events of a program that has ended; ms. */
    private static final long LAST_WORDS_MS = 1_000;

    private static final long PORT_POLL_MS = 100;

    private static final int COMMANDS_WAITING = 64;

    private final PeerId id;
    private final int port;
    private final Rules rules;
    private final Terminal terminal;
    private final Claims claims;
    private final ConnectionListener listener;
    private final LifeEvent.Hello hello;
    private final ProgramOutput output;
    private final ReceivedFiles received;
    private final FolderReports reports;
    private final OwnChannel channel = new OwnChannel();

    private final BlockingQueue<PeerCommand> commands = new LinkedBlockingQueue<>(COMMANDS_WAITING);
    private final CountDownLatch allRead = new CountDownLatch(1);
    private final QuitDeadline quit;
    private final ProgramProcess process;
    private final ProgramEnd end;

    TerminalPeer(
            PeerId id,
            int port,
            PeerSettings settings,
            Rules rules,
            Terminal terminal,
            Path folder,
            ReceivedFiles received,
            Claims claims,
            QuitDeadline quit,
            ConnectionListener listener) {
        this.id = id;
        this.port = port;
        this.rules = rules;
        this.terminal = terminal;
        this.claims = claims;
        this.quit = quit;
        process = new ProgramProcess(terminal.process(), port, quit);
        end = new ProgramEnd(process, quit, rules.commands().quit());
        this.received = received;
        this.listener = listener;
        hello =
                new LifeEvent.Hello(
                        LifeEvent.Hello.VERSION, terminal.process().pid(), port, settings);
        reports =
                new FolderReports(
                        folder, rules.files(), received, now(), this::isAlive, this::passOn);
        output = new ProgramOutput(terminal, new SentenceReader(rules, id, claims::requested));
    }

    /** Begins to read and to type, on threads of its own that end with the process. */
    void follow(List<PeerId> successors) {
        Thread.ofPlatform().daemon().name("readings of " + id).start(() -> report(successors));
    }

    private void report(List<PeerId> successors) {
        try {
            listener.connected(this, entry(hello));
            tell(claims.started(id, successors));
            Thread.ofPlatform().daemon().name("typing to " + id).start(this::typeCommands);
            output.readAll("output of " + id, this::take);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            allRead.countDown();
            listener.disconnected(this);
        }
    }

    private void take(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading instanceof Reading.Line(long _, String text) && !text.isBlank()) {
                end.printed(text);
            }
            tell(claims.eventsOf(id, reading));
        }
    }

    /** Reports what a program is read to do, as far as it does not tell so itself. */
    private void tell(List<PeerEvent> events) {
        events.forEach(event -> reports.accept(entry(event)));
    }

    private void passOn(StatusEntry entry) {
        if (entry.event() instanceof LifeEvent.TerminalLine || !channel.isOpen()) {
            listener.reported(this, entry);
        }
    }

    /** Reports what is known of a program, whatever it tells. */
    private void tellForCertain(StatusEvent event) {
        listener.reported(this, entry(event));
    }

    private StatusEntry entry(StatusEvent event) {
        return new StatusEntry(now(), id, event);
    }

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Types nothing before the ports are bound, and each command once (PROGRAMS 1.6). */
    private void typeCommands() {
        try {
            awaitPort();
            tellForCertain(new LifeEvent.Running());
            process.look();
            Thread.sleep(BEFORE_TYPING_MS);
            while (isAlive()) {
                PeerCommand command = commands.poll(PORT_POLL_MS, TimeUnit.MILLISECONDS);
                if (command != null) {
                    type(command);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPort() throws InterruptedException {
        while (isAlive() && BoundPorts.canTell() && !BoundPorts.isUdpBound(id(), port)) {
            Thread.sleep(PORT_POLL_MS);
        }
    }

    private void type(PeerCommand command) {
        switch (command) {
            case PeerCommand.Request(FileNumber number) -> {
                received.beginRequest(number);
                tell(claims.requested(id, number));
                type(rules.commands().request(), Map.of(Hole.FILE, number));
            }
            case PeerCommand.Quit() -> {
                quit.told();
                claims.leaving(id).forEach(this::tellForCertain);
                type(rules.commands().quit(), Map.of());
            }
            case PeerCommand.Store(String _, FileNumber number)
                    when rules.commands().store() != null ->
                    type(String.valueOf(rules.commands().store()), Map.of(Hole.FILE, number));
            case PeerCommand.ReportSegments _ -> channel.send(command);
            case PeerCommand.Capture(boolean on) -> {
                if (!channel.send(command) && on) {
                    refuse(command, Messages.PROGRAM.format("command.capture"));
                }
            }
            case PeerCommand other -> {
                if (!channel.send(other)) {
                    String text = CommandText.of(other);
                    refuse(other, Messages.PROGRAM.format("command.unknown", text));
                }
            }
        }
    }

    private void refuse(PeerCommand command, String reason) {
        tellForCertain(new LifeEvent.ActionFailed(CommandText.of(command), reason));
    }

    private void type(String template, Map<Hole, ?> values) {
        String line = String.join(" ", CommandTemplate.parse(template).fill(values));
        try {
            terminal.type(line);
        } catch (IOException e) {
            // It has ended, which is reported.
        }
    }

    @Override
    public PeerId peer() {
        return id;
    }

    @Override
    public LifeEvent.Hello hello() {
        return hello;
    }

    @Override
    public boolean send(ChannelCommand command) {
        return switch (command) {
            case PeerCommand what -> commands.offer(what);
            // The program finds its peers itself, on one host.
            case ChannelCommand.Locate _, ChannelCommand.KeepToHost _ -> true;
        };
    }

    /** Does nothing: a program does not know that somebody listens. */
    @Override
    public void close() {}

    @Override
    public long id() {
        return process.leader();
    }

    @Override
    public long peerProcess() {
        return process.number();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its own connection may also come from a process that it has started, as a shell does. */
    @Override
    public Voice hear(PeerConnection connection) {
        if (connection == this) {
            return Voice.MAIN;
        }
        return isOfThisProgram(connection.hello().processId()) && channel.take(connection)
                ? Voice.ITS_OWN
                : Voice.STRANGE;
    }

    @Override
    public boolean hearNoMore(PeerConnection connection) {
        return channel.release(connection);
    }

    private boolean isOfThisProgram(long processId) {
        Optional<ProcessHandle> each = ProcessHandle.of(processId);
        while (each.isPresent() && each.get().pid() != id()) {
            each = each.get().parent();
        }
        return each.isPresent() || process.isHolder(processId);
    }

    @Override
    public int waitFor() throws InterruptedException {
        int code = process.waitFor();
        allRead.await(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        channel.awaitClosed(LAST_WORDS_MS);
        return code;
    }

    @Override
    public void whenEnded(Runnable action) {
        var _ = terminal.process().onExit().thenRun(action);
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean leavesWithItsWindow() {
        return false;
    }

    @Override
    public Optional<ProcessEnded> explain(int exitCode, boolean wasKilled) {
        return Optional.of(end.explain(exitCode, wasKilled));
    }
}
