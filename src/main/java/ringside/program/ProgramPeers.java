package ringside.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import ringside.channel.ConnectionListener;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.CommandTemplate;
import ringside.rules.CommandTemplate.Hole;
import ringside.status.PeerSettings;
import ringside.supervisor.PeerProgram;
import ringside.supervisor.PeerStart;
import ringside.supervisor.StatusAccess;
import ringside.text.Messages;

/** The peers of a ring that run a program of others. May be used from any thread. */
public final class ProgramPeers implements PeerProgram {

    /** A program of the assignment knows its next two, and keeps no copies. */
    private static final int SUCCESSORS = 2;

    private static final double MS_PER_S = 1_000;

    private final Program program;
    private final Path built;
    private final Function<PeerId, Path> folders;
    private final List<Path> files;
    private final int basePort;
    private final PeerSettings settings;
    private final Claims claims;
    private final Map<Path, ReceivedFiles> received = new ConcurrentHashMap<>();
    private final Duration quitPatience;

    /**
     * Creates the peers of a ring, of which none runs yet.
     *
     * @param built a folder in which the program is built
     * @param folders the folder of each peer; it becomes a copy of the built one when the peer
     *     first starts
     * @param files that lie in each folder besides
     * @param basePort peer ID listens on this port + ID
     * @param settings what is passed to the program: MSS, loss and interval
     */
    public ProgramPeers(
            Program program,
            Path built,
            Function<PeerId, Path> folders,
            List<Path> files,
            int basePort,
            PeerSettings settings) {
        this(program, built, folders, files, basePort, settings, QuitDeadline.PATIENCE);
    }

    /**
     * Creates the peers of a ring like the other constructor.
     *
     * @param quitPatience how long a peer may live that was told to quit
     */
    ProgramPeers(
            Program program,
            Path built,
            Function<PeerId, Path> folders,
            List<Path> files,
            int basePort,
            PeerSettings settings,
            Duration quitPatience) {
        this.quitPatience = quitPatience;
        this.program = program;
        this.built = built;
        this.folders = folders;
        this.files = List.copyOf(files);
        this.basePort = basePort;
        this.settings = settings.with().replicas(1).successors(SUCCESSORS).build();
        claims = new Claims(program.rules(), this.settings, this::sizeOf);
    }

    @Override
    public ChildProcess start(
            PeerId peer, PeerStart start, StatusAccess status, ConnectionListener listener)
            throws IOException {
        Path folder = folders.apply(peer);
        prepare(folder);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(status.environment());
        ReceivedFiles itsFiles =
                received.computeIfAbsent(
                        folder,
                        each ->
                                new ReceivedFiles(
                                        each, program.rules().files(), InstantSource.system()));
        Terminal terminal = Terminal.start(commandOf(peer, start, folder), folder, environment);
        TerminalPeer running =
                new TerminalPeer(
                        peer,
                        basePort + peer.value(),
                        settings,
                        program.rules(),
                        terminal,
                        folder,
                        itsFiles,
                        claims,
                        new QuitDeadline(quitPatience, System::nanoTime),
                        listener);
        running.follow(successorsIn(start));
        return running;
    }

    /** Peers may share a folder, and start at once. */
    private synchronized void prepare(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        FolderCopy.copy(built, folder);
        for (Path file : files) {
            Files.copy(
                    file,
                    folder.resolve(String.valueOf(file.getFileName())),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<PeerId> successorsIn(PeerStart start) {
        return switch (start) {
            case PeerStart.WithNeighbours(PeerId first, PeerId second) -> List.of(first, second);
            case PeerStart.Joining _ -> List.of();
        };
    }

    private List<String> commandOf(PeerId peer, PeerStart start, Path folder) throws IOException {
        Map<Hole, Object> values = new EnumMap<>(Hole.class);
        values.put(Hole.ID, peer);
        values.put(Hole.MSS, settings.mss());
        values.put(Hole.LOSS, settings.loss());
        values.put(Hole.INTERVAL, inSeconds(settings.pingIntervalMs()));
        values.put(Hole.PORT, basePort + peer.value());
        values.put(Hole.FOLDER, folder);
        return switch (start) {
            case PeerStart.WithNeighbours(PeerId first, PeerId second) -> {
                values.put(Hole.FIRST, first);
                values.put(Hole.SECOND, second);
                yield program.start().fill(values);
            }
            case PeerStart.Joining(PeerId known) -> {
                CommandTemplate join = program.join();
                if (join == null) {
                    throw new IOException(
                            Messages.PROGRAM.format("join.none", program.rules().name()));
                }
                values.put(Hole.KNOWN, known);
                yield join.fill(values);
            }
        };
    }

    private static String inSeconds(long ms) {
        return ms % MS_PER_S == 0
                ? Long.toString(Math.round(ms / MS_PER_S))
                : Double.toString(ms / MS_PER_S);
    }

    private long sizeOf(PeerId peer, FileNumber number) {
        try (Stream<Path> found = Files.list(folders.apply(peer))) {
            return found.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(number.digits()))
                    .findFirst()
                    .map(Path::toFile)
                    .map(java.io.File::length)
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
