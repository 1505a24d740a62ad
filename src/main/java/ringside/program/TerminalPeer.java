package ringside.program;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.CommandTemplate.Hole;
import ringside.rules.Rules;
import ringside.status.CommandText;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.status.ProcessEvent.ProcessMeasured;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.PeerProgram.ChildProcess;
import ringside.supervisor.PeerProgram.Voice;
import ringside.supervisor.ResidentMemory;
import ringside.supervisor.Signals;
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

    /** How often the memory of the peer is looked at; ms. */
    private static final long MEASURE_MS = 5_000;

    private static final int BYTES_PER_KIBIBYTE = 1_024;
    private static final int COMMANDS_WAITING = 64;
    private static final int LAST_LINES = 3;
    private static final int SIGNAL_BASE = 128;

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
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final QuitDeadline quit;

    /** The process that is the peer, as far as it is known (PROGRAMS 1.5). */
    private volatile @Nullable ProcessStatus holder;

    /** How the life of the process came to an end. */
    private volatile Ending ending = Ending.BY_ITSELF;

    private enum Ending {
        BY_ITSELF,
        /** It was told to quit, lived on, and was killed. */
        OVERSTAYED,
        /** The process that was the peer has ended; whatever was around it lived on. */
        LEFT_ALONE
    }

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
        Thread.ofVirtual().name("readings of " + id).start(() -> report(successors));
    }

    private void report(List<PeerId> successors) {
        try {
            listener.connected(this, entry(hello));
            tell(claims.started(id, successors));
            Thread.ofVirtual().name("typing to " + id).start(this::typeCommands);
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
                keep(text);
            }
            tell(claims.eventsOf(id, reading));
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LAST_LINES) {
                lastLines.removeFirst();
            }
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
            Thread.ofVirtual().name("process of " + id).start(this::measure);
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

    /** Finds the process that is the peer, and tells when its memory has changed. */
    private void measure() {
        ProcessMeasured told = new ProcessMeasured(id(), 0);
        try {
            while (isAlive()) {
                ProcessStatus found = PortHolder.find(id(), port).orElse(holder);
                holder = found;
                ProcessMeasured now = measured(found == null ? id() : found.id());
                if (!now.equals(told)) {
                    tellForCertain(now);
                    told = now;
                }
                Thread.sleep(MEASURE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessMeasured measured(long processId) {
        return new ProcessMeasured(
                processId, ResidentMemory.kibibytes(processId).orElse(0) * BYTES_PER_KIBIBYTE);
    }

    private void type(PeerCommand command) {
        switch (command) {
            case PeerCommand.Request(FileNumber number) -> {
                received.beginRequest();
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
            case PeerCommand other -> {
                if (!channel.send(other)) {
                    tellForCertain(
                            new LifeEvent.ActionFailed(
                                    CommandText.of(other),
                                    Messages.PROGRAM.format(
                                            "command.unknown", CommandText.of(other))));
                }
            }
        }
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
    public boolean send(PeerCommand command) {
        return commands.offer(command);
    }

    /** Does nothing: a program does not know that somebody listens. */
    @Override
    public void close() {}

    @Override
    public long id() {
        return terminal.process().pid();
    }

    /** It lives as long as the process that it was started as, or the one that holds its port. */
    @Override
    public boolean isAlive() {
        ProcessStatus found = holder;
        return terminal.process().isAlive() || (found != null && found.isAlive());
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
        Optional<ProcessHandle> process = ProcessHandle.of(processId);
        while (process.isPresent() && process.get().pid() != id()) {
            process = process.get().parent();
        }
        return process.isPresent();
    }

    @Override
    public int waitFor() throws InterruptedException {
        Process leader = terminal.process();
        while (!hasEnded()) {
            waitMore(leader);
        }
        long endsAround = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MS);
        while (leader.isAlive()) {
            boolean mayStill = quit.isTold() || System.nanoTime() < endsAround;
            if (!mayStill) {
                ending = Ending.LEFT_ALONE;
                kill();
            }
            waitMore(leader);
        }
        int code = leader.waitFor();
        // Whatever it started may hold the terminal, and its ports.
        Signals.killGroup(id());
        allRead.await(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        channel.awaitClosed(LAST_WORDS_MS);
        return code;
    }

    /** Waits a moment, and kills the peer when its time to quit is up. */
    private void waitMore(Process leader) throws InterruptedException {
        if (leader.isAlive()) {
            var _ = leader.waitFor(PORT_POLL_MS, TimeUnit.MILLISECONDS);
        } else {
            Thread.sleep(PORT_POLL_MS);
        }
        if (quit.isOver() && isAlive()) {
            ending = Ending.OVERSTAYED;
            kill();
        }
    }

    /**
     * Returns whether the peer has ended: its process, or, as long as none is known to hold its
     * port, the one that it was started as. Another one may have taken over the port.
     */
    private boolean hasEnded() {
        ProcessStatus found = holder;
        boolean lives = found == null ? terminal.process().isAlive() : found.isAlive();
        if (!lives) {
            holder = PortHolder.find(id(), port).orElse(found);
        }
        return !lives && Objects.equals(holder, found);
    }

    @Override
    public void whenEnded(Runnable action) {
        var _ = terminal.process().onExit().thenRun(action);
    }

    @Override
    public void pause() {
        quit.paused();
        groups().forEach(Signals::pauseGroup);
    }

    @Override
    public void resume() {
        groups().forEach(Signals::resumeGroup);
        quit.resumed();
    }

    @Override
    public void kill() {
        groups().forEach(Signals::killGroup);
    }

    /** Returns the group that its terminal leads, and the one of the peer if it has left that. */
    private List<Long> groups() {
        ProcessStatus found = holder;
        return found == null || !found.isAlive()
                ? List.of(id())
                : Stream.of(id(), found.group())
                        .distinct()
                        .filter(group -> group == found.group() || terminal.process().isAlive())
                        .toList();
    }

    @Override
    public boolean leavesWithItsWindow() {
        return false;
    }

    @Override
    public ProcessEnded explain(int exitCode, boolean wasKilled) {
        if (wasKilled) {
            return new ProcessEnded(
                    ExitKind.KILLED, exitCode, Messages.PROGRAM.format("ended.killed"));
        }
        String word = rules.commands().quit();
        return switch (ending) {
            case OVERSTAYED ->
                    new ProcessEnded(
                            ExitKind.CRASHED,
                            exitCode,
                            Messages.PROGRAM.format(
                                    "ended.overstayed", word, quit.patience().toSeconds()));
            case LEFT_ALONE ->
                    new ProcessEnded(
                            ExitKind.CRASHED, 0, Messages.PROGRAM.format("ended.leftAlone"));
            case BY_ITSELF -> explainItsOwn(exitCode, word);
        };
    }

    private ProcessEnded explainItsOwn(int exitCode, String word) {
        if (quit.isTold() && exitCode == 0) {
            return new ProcessEnded(
                    ExitKind.QUIT, exitCode, Messages.PROGRAM.format("ended.quit", word));
        }
        return new ProcessEnded(ExitKind.CRASHED, exitCode, reasonOf(exitCode));
    }

    private String reasonOf(int exitCode) {
        if (exitCode > SIGNAL_BASE) {
            return Messages.PROGRAM.format("ended.signal", exitCode - SIGNAL_BASE);
        }
        synchronized (lastLines) {
            return lastLines.isEmpty()
                    ? Messages.PROGRAM.format("ended.silent", exitCode)
                    : Messages.PROGRAM.format(
                            "ended.lines", exitCode, String.join(" / ", lastLines));
        }
    }
}
