package ringside.hosts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.channel.ConnectionListener;
import ringside.channel.MalformedLineException;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerProgram.News;
import ringside.text.Messages;

/**
 * The program's connection to the agent of one host, and the peers there (SPEC 13.2). One thread
 * writes and one reads. Thread-safe.
 */
final class HostLink implements AutoCloseable {

    /** Commands that wait for a host that takes none: more than a ring has peers. */
    private static final int MOST_WAITING = 4_096;

    /** Time for the end of a connection to be told, in s: the picture may be busy. */
    private static final long END_S = 5;

    /** Writes some lines to the agent. */
    @FunctionalInterface
    private interface Lines {
        void writeTo(BufferedWriter out) throws IOException;
    }

    private final Host host;
    private final AgentPipe pipe;
    private final CausalOrder order;
    private final News news;
    private final HostClock clock = new HostClock();
    private final Silence silence = new Silence(System.nanoTime());
    private final Map<PeerId, RemotePeer> peers = new ConcurrentHashMap<>();
    private final BlockingQueue<Lines> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final FetchedFiles fetched = new FetchedFiles();
    private final AtomicLong files = new AtomicLong();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private volatile boolean isCut;
    private long toldUncertaintyMicros;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** Completes when the end has been told. */
    private final CompletableFuture<Void> told = new CompletableFuture<>();

    private volatile @Nullable String reasonToGiveUp;

    /** Begins to talk to an agent that waits for its first line. */
    HostLink(Host host, AgentPipe pipe, AgentCommand.Begin begin, CausalOrder order, News news) {
        this.host = host;
        this.order = order;
        this.pipe = pipe;
        this.news = news;
        send(begin);
        askForTime();
        daemon("to " + host.name(), this::writeAll);
        daemon("from " + host.name(), this::readAll);
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    Host host() {
        return host;
    }

    /** Completes when the agent has answered and its clock is known; fails with a sentence. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Returns whether the connection has ended; then another may take its place. */
    boolean hasEnded() {
        return ended.isDone();
    }

    /** Returns whether the agent has said nothing for so long that it may be unplugged. */
    boolean isSilent() {
        synchronized (silence) {
            return silence.isLongerThanPatience(System.nanoTime());
        }
    }

    /** Returns the peers there that have not ended, as far as the agent has told. */
    List<PeerId> living() {
        return livingPeers().map(RemotePeer::peer).toList();
    }

    /** Returns whether each of the peers there has been heard: none is still starting. */
    boolean hasHeardAll() {
        return livingPeers().allMatch(RemotePeer::hasBeenHeard);
    }

    private Stream<RemotePeer> livingPeers() {
        return peers.values().stream().filter(RemotePeer::isAlive);
    }

    /**
     * Starts a peer there, and returns when its process runs.
     *
     * @throws ActionFailedException with a sentence when it does not
     */
    RemotePeer start(AgentCommand.Start start, ConnectionListener listener) {
        RemotePeer peer = new RemotePeer(start.peer(), this, listener);
        peers.put(start.peer(), peer);
        send(start);
        if (hasEnded()) {
            peer.endedWithItsHost(Messages.HOSTS.format("host.gone", host.name()));
        }
        peer.awaitStart();
        if (isCut) {
            send(new AgentCommand.Tell(start.peer(), new ChannelCommand.KeepToHost(true)));
        }
        return peer;
    }

    /** Keeps the peers there from all others, until {@link #mend}. */
    void cut() {
        isCut = true;
        send(new AgentCommand.TellAll(new ChannelCommand.KeepToHost(true)));
        tell(new ProcessEvent.HostCut(host.name()));
    }

    void mend() {
        isCut = false;
        send(new AgentCommand.TellAll(new ChannelCommand.KeepToHost(false)));
        tell(new ProcessEvent.HostMended(host.name()));
    }

    /** Sends a command, or throws a sentence when too many wait already. */
    void send(AgentCommand command) {
        if (!offer(command)) {
            throw new ActionFailedException(Messages.HOSTS.format("host.slow", host.name()));
        }
    }

    /** Sends a command; returns false when too many wait already. */
    boolean offer(AgentCommand command) {
        return waiting.offer(out -> write(out, command));
    }

    /**
     * Sends a file of this machine to the host, and lets a peer store it. What cannot be read is
     * refused by the agent.
     */
    boolean store(PeerId peer, Path file, FileNumber number) {
        String name = files.incrementAndGet() + "-" + file.getFileName();
        return waiting.offer(out -> {
            try (InputStream in = open(file)) {
                String piece = nextPiece(in);
                do {
                    write(out, new AgentCommand.FilePiece(name, piece));
                    piece = nextPiece(in);
                } while (!piece.isEmpty());
                write(out, new AgentCommand.StorePieces(peer, name, number));
            } catch (UncheckedIOException unreadable) {
                PeerCommand store = new PeerCommand.Store(file.toString(), number);
                write(out, new AgentCommand.Tell(peer, store));
            }
        });
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nextPiece(InputStream file) {
        try {
            return FilePieces.next(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings a file of a peer's folder to this machine.
     *
     * @param path as the peer reported it
     * @param folder where its copy is to lie here
     * @return fails with an {@link ActionFailedException} when it cannot come
     */
    CompletableFuture<Path> fetch(PeerId peer, String path, Path folder) {
        FetchedFiles.Wanted file = fetched.begin(folder, path);
        send(new AgentCommand.Fetch(file.number(), peer, path));
        return file.whole();
    }

    private static void write(BufferedWriter out, AgentCommand command) throws IOException {
        out.write(AgentLines.write(command));
        out.write('\n');
    }

    /**
     * Asks the host for its time, and looks whether it has fallen silent; to be called each second.
     */
    void tick() {
        askForTime();
        tellUncertainty();
        Silence.Change change;
        synchronized (silence) {
            change = silence.look(System.nanoTime());
        }
        switch (change) {
            case NONE -> {}
            case BEGUN -> tell(new ProcessEvent.HostSilent(host.name()));
            case OVER -> tell(new ProcessEvent.HostHeard(host.name()));
        }
    }

    private void askForTime() {
        // Stamped when it leaves, not when it begins to wait.
        waiting.offer(out -> write(out, new AgentCommand.ReadClock(HostClock.now())));
    }

    private void tellUncertainty() {
        long now = clock.uncertaintyMicros();
        if (ready.isDone()
                && now != toldUncertaintyMicros
                && tell(new ProcessEvent.HostTimed(host.name(), now))) {
            toldUncertaintyMicros = now;
        }
    }

    /** Tells what concerns the whole host; returns false where no peer lives there. */
    private boolean tell(ProcessEvent event) {
        Optional<RemotePeer> living = livingPeers().findFirst();
        living.ifPresent(peer -> news.happened(peer.peer(), event));
        return living.isPresent();
    }

    private void writeAll() {
        try (BufferedWriter out =
                new BufferedWriter(new OutputStreamWriter(pipe.out(), StandardCharsets.UTF_8))) {
            while (!hasEnded()) {
                waiting.take().writeTo(out);
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            pipe.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() {
        String reason;
        try {
            String line = pipe.in().next(AgentLines.MAX_LINE_BYTES);
            while (line != null) {
                heard();
                take(AgentLines.readReport(line));
                line = pipe.in().next(AgentLines.MAX_LINE_BYTES);
            }
            reason = lastWords();
        } catch (IOException e) {
            reason = lastWords();
        } catch (MalformedLineException e) {
            reason =
                    Messages.HOSTS.format(
                            "host.unreadable", host.name(), String.valueOf(e.getMessage()));
        }
        end(reason);
    }

    private void heard() {
        synchronized (silence) {
            silence.heard(System.nanoTime());
        }
    }

    private void take(AgentReport report) {
        switch (report) {
            // It has joined already.
            case AgentReport.Joins _ -> {}
            case AgentReport.Ready begun -> {
                if (begun.version() != AgentCommand.VERSION) {
                    ready.completeExceptionally(
                            new ActionFailedException(
                                    Messages.HOSTS.format("host.version", host.name())));
                }
            }
            case AgentReport.NotStarted(PeerId peer, String reason) -> {
                @Nullable RemotePeer known = peers.get(peer);
                if (known != null) {
                    known.notStarted(reason);
                }
            }
            case AgentReport.ClockRead read -> {
                clock.add(read.asked(), read.received(), read.answered(), HostClock.now());
                ready.complete(null);
            }
            case AgentReport.FetchedPiece piece -> fetched.take(piece);
            case AgentReport.Fetched whole -> fetched.take(whole);
            case AgentReport.Happened(StatusEntry entry) -> take(entry);
        }
    }

    private void take(StatusEntry theirs) {
        @Nullable RemotePeer peer = peers.get(theirs.peer());
        if (peer == null) {
            return;
        }
        long atMicros = clock.toOurs(theirs.atMicros(), HostClock.now());
        StatusEntry ours = new StatusEntry(atMicros, theirs.peer(), theirs.event());
        order.add(ours, entry -> pass(peer, entry));
    }

    private void pass(RemotePeer peer, StatusEntry entry) {
        switch (entry.event()) {
            case PeerEvent _ -> peer.said(entry);
            case ProcessEvent.ProcessStarted started -> peer.started(started.processId());
            case ProcessEvent.ProcessEnded how -> peer.ended(how);
            case ProcessEvent.ProcessMeasured measured -> news.happened(entry.peer(), measured);
            // This program tells itself what it had the agent do.
            case ProcessEvent _ -> {}
        }
    }

    private String lastWords() {
        String own = reasonToGiveUp;
        return own == null ? pipe.lastWords() : own;
    }

    /**
     * Ends the connection to an agent that has gone without a word, and returns when its peers have
     * ended here.
     */
    void giveUp() {
        reasonToGiveUp = Messages.HOSTS.format("join.anew", host.name());
        pipe.close();
        told.copy().completeOnTimeout(null, END_S, TimeUnit.SECONDS).join();
    }

    private void end(String reason) {
        ended.complete(null);
        ready.completeExceptionally(new ActionFailedException(reason));
        fetched.end(reason);
        pipe.close();
        waiting.clear();
        waiting.offer(_ -> {});
        order.end(List.copyOf(peers.keySet()));
        List<RemotePeer> living = livingPeers().toList();
        if (!isClosed.get()) {
            tell(new ProcessEvent.HostGone(host.name(), reason));
        }
        living.forEach(peer -> peer.endedWithItsHost(reason));
        told.complete(null);
    }

    /** Ends the agent, and with it what is left of its peers; a second time does nothing. */
    @Override
    public void close() {
        isClosed.set(true);
        pipe.close();
    }
}
