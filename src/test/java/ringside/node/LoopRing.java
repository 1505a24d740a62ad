package ringside.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import ringside.peer.Input;
import ringside.peer.Peer;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.CommandParser;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;
import ringside.wire.MessageSeal;
import ringside.wire.RingKey;

/**
 * A small ring of real loops, each with its own sockets, folder and disk, on threads of this
 * process, so that tests can reach their internals.
 */
final class LoopRing implements AutoCloseable {

    private final Path root;
    private final int basePort;
    private final Optional<RingKey> key;
    private final Map<Integer, Member> members = new TreeMap<>();
    private final BlockingQueue<StatusEntry> entries = new LinkedBlockingQueue<>();
    private final List<StatusEntry> seen = new ArrayList<>();

    private record Member(PeerLoop loop, DiskLanes lanes, DataFolder folder, Thread thread) {}

    LoopRing(Path root, int basePort) {
        this(root, basePort, Optional.empty());
    }

    LoopRing(Path root, int basePort, Optional<RingKey> key) {
        this.root = root;
        this.basePort = basePort;
        this.key = key;
    }

    /**
     * Starts a peer that knows its successors.
     *
     * @param statusReporter receives everything that it reports, on its loop's thread
     */
    void start(
            int id, int first, int second, Consumer<StatusEntry> statusReporter, String... options)
            throws Exception {
        Files.createDirectories(answers());
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Integer.toString(id),
                                Integer.toString(first),
                                Integer.toString(second),
                                "1000",
                                "0",
                                "--ping",
                                "100ms",
                                "--misses",
                                "100",
                                "--quiet",
                                "--base-port",
                                Integer.toString(basePort),
                                "--data",
                                folder(id).toString(),
                                "--files",
                                answers().toString()));
        words.addAll(List.of(options));
        PeerArguments arguments = PeerArguments.parse(words);
        DataFolder folder = DataFolder.open(arguments.data(), arguments.files());
        DiskLanes lanes = new DiskLanes();
        PeerLoop loop =
                new PeerLoop(
                        new Peer(arguments.self(), arguments.settings(), arguments.origin(), id),
                        arguments,
                        PeerSockets.bind(arguments.self(), arguments.addresses(), () -> false),
                        sealOf(arguments.self()),
                        folder,
                        lanes,
                        new PeerClock(),
                        new Terminal(
                                true,
                                new ByteArrayInputStream(new byte[0]),
                                new PrintStream(OutputStream.nullOutputStream(), false)),
                        entry -> {
                            statusReporter.accept(entry);
                            entries.add(entry);
                        });
        Thread thread = Thread.ofPlatform().daemon().name("peer " + id).start(() -> run(loop));
        members.put(id, new Member(loop, lanes, folder, thread));
    }

    /** Returns a new seal of a peer of this ring, as its process has one. */
    MessageSeal sealOf(PeerId peer) {
        return key.map(secret -> MessageSeal.keyed(secret, peer, new PeerClock().epochMicros(0)))
                .orElseGet(MessageSeal::none);
    }

    private static void run(PeerLoop loop) {
        try (loop) {
            var _ = loop.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Returns the folder in which all of them look for files to answer with. */
    Path answers() {
        return root.resolve("answers");
    }

    Path folder(int id) {
        return root.resolve("peer-" + id);
    }

    DiskLanes lanes(int id) {
        return member(id).lanes;
    }

    void command(int id, String text) {
        command(id, CommandParser.parseAtPeer(text));
    }

    void command(int id, ChannelCommand command) {
        member(id).loop.postCommand(command);
    }

    private Member member(int id) {
        return Objects.requireNonNull(members.get(id), "no such peer");
    }

    /** Returns everything reported so far. */
    List<StatusEntry> seen() {
        entries.drainTo(seen);
        return seen;
    }

    /** Waits until a wanted event has been reported this many more times. */
    void await(int times, Predicate<StatusEntry> wanted) throws InterruptedException {
        int left = times;
        while (left > 0) {
            StatusEntry entry =
                    Objects.requireNonNull(entries.poll(60, TimeUnit.SECONDS), "it did not happen");
            seen.add(entry);
            if (wanted.test(entry)) {
                left--;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Member member : members.values()) {
            member.loop.postInput(new Input.Commanded(new PeerCommand.Quit()));
        }
        for (Member member : members.values()) {
            if (!join(member.thread)) {
                return;
            }
            member.folder.close();
        }
    }

    private static boolean join(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
