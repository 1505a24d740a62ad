package ringside.node;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import ringside.peer.Effect;
import ringside.peer.FileEffect;
import ringside.peer.Input;
import ringside.peer.Outbox;
import ringside.peer.PeerStateMachine;
import ringside.peer.Timer;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.text.Messages;
import ringside.wire.MessageSeal;

/**
 * The event loop: one thread that runs the core and all sockets. It feeds ready and due inputs to
 * the core, executes the effects, and sleeps until something is ready or due. Confined to the
 * thread that calls {@link #run}, except for {@link #post}.
 */
final class PeerLoop implements AutoCloseable {

    /** Interval of the statistics (SPEC 9.1). */
    private static final long STATISTICS_MICROS = 5_000_000;

    /**
     * Longest sleep while something waits for the loop without a timer: lines for the logs, the
     * deadlines of connections, counts to report.
     */
    private static final long ATTENTIVE_SLEEP_MICROS = 200_000;

    /** Time to look for another datagram after one has arrived: a round trip of the loopback. */
    private static final long NEXT_DATAGRAM_MICROS = 25;

    /** Longest time to take datagrams of a busy transfer before anything else runs. */
    private static final long DATAGRAM_TURN_MICROS = 2_000;

    /** Maximum number of sentences that wait for a hanging disk; any more are printed at once. */
    private static final int MAX_WAITING_LINES = 1_000;

    private static final long MICROS_PER_MS = 1_000;

    private final PeerStateMachine peer;
    private final PeerArguments arguments;
    private final PeerClock clock;
    private final Terminal terminal;
    private final Consumer<StatusEntry> statusReporter;
    private final Selector selector;
    private final Counters counters = new Counters();
    private final MessageCapture capture;
    private final UdpEndpoint udp;
    private final TcpEndpoint tcp;
    private final Addresses addresses;
    private final Disk disk;
    private final TransferLogs logs;
    private final DataFolder folder;
    private final Timers timers = new Timers();
    private final Outbox outbox = new Outbox();
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();

    /** Sentences waiting for rows of the transfer logs to reach the disk. */
    private final ArrayDeque<String> waitingLines = new ArrayDeque<>();

    private boolean isDraining;
    private Effect.Exit exit = new Effect.Exit(0, "");
    private boolean isEnded;
    private long statisticsAt = STATISTICS_MICROS;

    /**
     * Creates the loop of a peer whose sockets are already bound.
     *
     * @param lanes the disk threads; closed with this object
     * @param statusReporter receives the reported events; must not block
     */
    PeerLoop(
            PeerStateMachine peer,
            PeerArguments arguments,
            PeerSockets ports,
            MessageSeal seal,
            DataFolder folder,
            DiskLanes lanes,
            PeerClock clock,
            Terminal terminal,
            Consumer<StatusEntry> statusReporter)
            throws IOException {
        this.peer = peer;
        this.arguments = arguments;
        this.clock = clock;
        this.terminal = terminal;
        this.statusReporter = statusReporter;
        this.folder = folder;
        selector = Selector.open();
        addresses = ports.addresses();
        int port = addresses.of(arguments.self()).getPort();
        capture = new MessageCapture(port, clock::micros, this::report);
        udp = new UdpEndpoint(ports.udp(), addresses, seal, counters, clock, capture);
        udp.register(selector);
        ServerSocketChannel listener = ports.tcp();
        tcp =
                TcpEndpoint.open(
                        listener, selector, addresses, seal, counters, clock, capture, this::feed);
        disk = new Disk(folder, lanes, this::feed, this::post);
        logs = TransferLogs.open(folder.path());
    }

    /** Schedules an action on the loop's thread. May be called from any thread. */
    void post(Runnable action) {
        posted.add(action);
        selector.wakeup();
    }

    /** Schedules an input to the core. May be called from any thread. */
    void postInput(Input input) {
        post(() -> feed(input));
    }

    /** Schedules a command of the supervisor. May be called from any thread. */
    void postCommand(ChannelCommand command) {
        switch (command) {
            case PeerCommand what -> postInput(new Input.Commanded(what));
            case ChannelCommand.Locate where -> post(() -> locate(where));
            case ChannelCommand.KeepToHost(boolean on) -> post(() -> addresses.keepToHost(on));
        }
    }

    /** The core knows ids alone. */
    private void locate(ChannelCommand.Locate where) {
        try {
            addresses.locate(InetAddress.ofLiteral(where.address()), where.peers());
        } catch (IllegalArgumentException e) {
            report(
                    new LifeEvent.ActionFailed(
                            "locate", Messages.NODE.format("locate.address", where.address())));
        }
    }

    /**
     * Runs the peer until it exits.
     *
     * @return the exit code and the reason
     * @throws IOException when the sockets themselves fail
     */
    Effect.Exit run() throws IOException {
        feed(
                new Input.Started(
                        folder.held().all(),
                        udp.receiveBufferBytes(),
                        clock.epochMicros(clock.micros()) / MICROS_PER_MS));
        while (!isEnded) {
            handleReady();
            handleDue();
            reportStatistics();
            udp.reportUnreadable(this::report);
            capture.tick();
            logs.tick(clock.micros());
        }
        logs.close();
        while (!waitingLines.isEmpty()) {
            printNext();
        }
        return exit;
    }

    /**
     * Handles sockets first, so that after a pause replies are seen before the timers that miss
     * them.
     */
    private void handleReady() throws IOException {
        long sleepMs = posted.isEmpty() ? sleepMs() : 0;
        int ready = sleepMs == 0 ? selector.selectNow() : selector.select(sleepMs);
        if (ready > 0) {
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isValid()) {
                    onReady(key);
                }
            }
            selector.selectedKeys().clear();
        }
        tcp.expire();
    }

    private long sleepMs() {
        long now = clock.micros();
        boolean isAwaited =
                tcp.isBusy() || logs.isDirty() || capture.isCounting() || udp.isCounting();
        long untilStatistics = Math.max(0, statisticsAt - now);
        long most = isAwaited ? Math.min(ATTENTIVE_SLEEP_MICROS, untilStatistics) : untilStatistics;
        return timers.millisUntilNext(now, most);
    }

    private void onReady(SelectionKey key) throws IOException {
        if (key.attachment() == udp) {
            receiveDatagrams();
        } else {
            tcp.onReady(key);
        }
    }

    /**
     * Takes datagrams, and during a transfer polls for more for a moment, because the answer to a
     * segment arrives sooner than a selector call would take. Each poll yields, because the
     * answering process may need this very processor; without the yield, short transfers became
     * slower instead of faster. Actions posted by the disk end the poll: data for a segment is as
     * urgent as a datagram.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private void receiveDatagrams() throws IOException {
        long now = clock.micros();
        long turnEnds = now + DATAGRAM_TURN_MICROS;
        long quietAt = now;
        while (now <= quietAt && now < turnEnds && posted.isEmpty()) {
            if (udp.receive(this::feed)) {
                quietAt = clock.micros() + NEXT_DATAGRAM_MICROS;
            } else {
                Thread.yield();
            }
            now = clock.micros();
        }
        feed(new Input.DatagramsTaken());
    }

    private void handleDue() {
        Runnable action = posted.poll();
        while (action != null) {
            action.run();
            action = posted.poll();
        }
        Timer due = timers.pollDue(clock.micros());
        while (due != null) {
            feed(new Input.TimerFired(due));
            due = timers.pollDue(clock.micros());
        }
    }

    private void reportStatistics() {
        if (clock.micros() >= statisticsAt) {
            statisticsAt += STATISTICS_MICROS;
            report(counters.asEvent());
        }
    }

    /** Runs one step of the core, and executes its effects. */
    private void feed(Input input) {
        peer.step(clock.micros(), input, outbox);
        if (!isDraining) {
            isDraining = true;
            outbox.drain(this::carryOut);
            udp.flush();
            isDraining = false;
        }
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Send send -> udp.send(send.to(), send.message());
            case Effect.SendTrain send -> udp.send(send.to(), send.train());
            case Effect.Drop drop -> udp.drop(drop.to(), drop.message());
            case Effect.Capture wanted -> capture.turn(wanted.on());
            case Effect.Ask ask -> tcp.ask(ask.to(), ask.question(), ask.purpose());
            case Effect.Answer answer -> tcp.answer(answer.exchange(), answer.reply());
            case Effect.CallLater later ->
                    timers.add(clock.micros(), later.delayMicros(), later.timer());
            case Effect.CallOff(Timer timer) -> timers.remove(timer);
            case Effect.Report report -> {
                report(report.event());
                terminal.tell(arguments.self(), report.event());
            }
            case Effect.Print print -> {
                if (terminal.shows(print)) {
                    printAfterLogs(print.line());
                }
            }
            // Only a simulation asks.
            case Effect.OwnerKnown _ -> {}
            case Effect.LogLines lines -> logs.write(clock.micros(), lines);
            case Effect.Exit wanted -> {
                exit = wanted;
                isEnded = true;
            }
            case FileEffect file -> disk.carryOut(file);
        }
    }

    /** Prints a sentence once the preceding rows of the transfer logs are on the disk. */
    private void printAfterLogs(String line) {
        if (waitingLines.size() >= MAX_WAITING_LINES
                || (waitingLines.isEmpty() && logs.isWritten())) {
            print(line);
        } else {
            waitingLines.add(line);
            logs.flush(() -> post(this::printNext));
        }
    }

    private void printNext() {
        String line = waitingLines.poll();
        if (line != null) {
            print(line);
        }
    }

    private void print(String line) {
        terminal.print(line);
        report(new LifeEvent.TerminalLine(line));
    }

    /** Returns whether connections have carried what is no message, as with another ring key. */
    boolean hasMetBadFrames() {
        return counters.badFrames > 0;
    }

    /** Reports a violated invariant before the peer ends. */
    void crashed(RuntimeException broken) {
        String line = "This peer has a bug and ends: " + broken;
        terminal.print(line);
        report(new LifeEvent.Crashed(line));
    }

    private void report(StatusEvent event) {
        statusReporter.accept(
                new StatusEntry(clock.epochMicros(clock.micros()), arguments.self(), event));
    }

    @Override
    public void close() throws IOException {
        try (udp;
                tcp;
                selector;
                logs) {
            disk.close();
        }
    }
}
