package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.channel.BoundedLines;
import ringside.channel.HeardEntries;
import ringside.channel.MalformedLineException;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.CachedPeers;
import ringside.supervisor.PeerStart;

/** What an agent may say, and what the end of its pipe means (SPEC 13.2). */
@RealProcesses
class StrangeAgentTest {

    private static final int BASE_PORT = 31_000;

    private static final long LIMIT_S = 60;

    private static final PeerId ITS_OWN = new PeerId(5);
    private static final PeerId OF_ANOTHER = new PeerId(9);

    private static final AgentCommand.Begin BEGIN =
            new AgentCommand.Begin(
                    AgentCommand.VERSION,
                    "127.0.0.2",
                    BASE_PORT,
                    PeerSettings.DEFAULTS,
                    "0123456789abcdef".repeat(4));

    @TempDir private Path folder;

    private final ByteArrayOutputStream down = new ByteArrayOutputStream();
    private final PipedOutputStream agent = new PipedOutputStream();
    private final HeardEntries heard = new HeardEntries();
    private final BlockingQueue<ProcessEvent> news = new LinkedBlockingQueue<>();
    private HostLink link;

    @BeforeEach
    void connect() throws IOException {
        BoundedLines in = new BoundedLines(new PipedInputStream(agent, 1 << 16));
        link =
                new HostLink(
                        new Host("lab", InetAddress.ofLiteral("127.0.0.2"), 256, ""),
                        new AgentPipe() {
                            @Override
                            public BoundedLines in() {
                                return in;
                            }

                            @Override
                            public OutputStream out() {
                                return down;
                            }

                            @Override
                            public String lastWords() {
                                return "It hung up.";
                            }

                            @Override
                            public void close() {}
                        },
                        BEGIN,
                        new CausalOrder(System::nanoTime),
                        (_, event) -> news.add(event));
    }

    private void says(String line) throws IOException {
        agent.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        agent.flush();
    }

    private void reports(PeerId peer, StatusEvent event) throws IOException {
        says(AgentLines.write(new AgentReport.Happened(new StatusEntry(1, peer, event))));
    }

    /** Starts a peer, as the agent says. */
    private void start() throws Exception {
        CompletableFuture<RemotePeer> started =
                CompletableFuture.supplyAsync(() ->
                        link.start(
                                new AgentCommand.Start(
                                        ITS_OWN,
                                        new PeerStart.Joining(OF_ANOTHER),
                                        null,
                                        List.of(),
                                        1),
                                heard));
        while (!started.isDone()) {
            reports(ITS_OWN, new ProcessEvent.ProcessStarted(4_711, BASE_PORT + 5));
        }
        started.get(LIMIT_S, TimeUnit.SECONDS);
    }

    @Test
    void anAgentSpeaksForItsOwnPeersAlone() throws Exception {
        start();
        LifeEvent.Hello hello =
                new LifeEvent.Hello(
                        LifeEvent.Hello.VERSION, 1, BASE_PORT + 5, PeerSettings.DEFAULTS);
        reports(OF_ANOTHER, hello);
        reports(OF_ANOTHER, new LifeEvent.Running());
        reports(OF_ANOTHER, new ProcessEvent.ProcessMeasured(1, 1));
        reports(ITS_OWN, hello);
        reports(ITS_OWN, new LifeEvent.Running());

        assertThat(heard.entries().poll(LIMIT_S, TimeUnit.SECONDS).peer()).isEqualTo(ITS_OWN);
        assertThat(heard.entries().poll(LIMIT_S, TimeUnit.SECONDS).peer()).isEqualTo(ITS_OWN);
        assertThat(heard.entries()).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void whatNoAgentSaysEndsTheConnection() throws Exception {
        start();
        says("{\"says\":\"open\",\"door\":1}");

        assertThat(news.poll(LIMIT_S, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        ProcessEvent.HostGone.class,
                        gone ->
                                assertThat(gone.reason())
                                        .startsWith(
                                                "Host lab said something that no agent of Ringside"
                                                        + " says"));
        assertThat(link.hasEnded()).isTrue();
    }

    /** A folder opens and cannot be read; a file that is not there does not open. */
    @Test
    void whatThisMachineCannotReadIsLeftToTheAgentToRefuse() throws Exception {
        FileNumber number = new FileNumber("2012");
        assertThat(link.store(ITS_OWN, folder, number)).isTrue();
        assertThat(link.store(ITS_OWN, folder.resolve("none"), number)).isTrue();

        Awaitility.await()
                .atMost(LIMIT_S, TimeUnit.SECONDS)
                .until(() -> told().stream().filter(refusable(number)::contains).count() == 2);
        assertThat(told()).noneMatch(AgentCommand.FilePiece.class::isInstance);
        assertThat(link.hasEnded()).isFalse();
    }

    private List<AgentCommand> refusable(FileNumber number) {
        return List.of(
                new AgentCommand.Tell(ITS_OWN, new PeerCommand.Store(folder.toString(), number)),
                new AgentCommand.Tell(
                        ITS_OWN, new PeerCommand.Store(folder.resolve("none").toString(), number)));
    }

    /** Returns the whole lines that the agent has been sent. */
    private List<AgentCommand> told() throws MalformedLineException {
        String sent = down.toString(StandardCharsets.UTF_8);
        List<AgentCommand> commands = new ArrayList<>();
        for (String line : sent.substring(0, sent.lastIndexOf('\n') + 1).lines().toList()) {
            commands.add(AgentLines.readCommand(line));
        }
        return commands;
    }

    @Test
    void whyAnAgentCannotStartAPeerIsASentence() throws Exception {
        RemotePeer peer = new RemotePeer(ITS_OWN, link, heard);
        peer.notStarted("There is no room.");

        assertThatThrownBy(peer::awaitStart)
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("There is no room.");
    }

    @Test
    void anAgentThatHangsUpBeforeItAnswersIsASentence() throws Exception {
        agent.close();

        assertThatThrownBy(() -> link.ready().get(LIMIT_S, TimeUnit.SECONDS))
                .hasMessageContaining("It hung up.");
    }

    /** A real agent, whose pipe ends as it does when a window is killed. */
    @Test
    void aPipeThatEndsEndsItsPeers() throws Exception {
        AgentPlace place = place(null);
        PipedOutputStream program = new PipedOutputStream();
        PipedInputStream down = new PipedInputStream(program, 1 << 16);
        ByteArrayOutputStream up = new ByteArrayOutputStream();
        BlockingQueue<StatusEntry> seen = new LinkedBlockingQueue<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        Agent.serve(down, up, place, watching(seen));
                        over.complete(null);
                    } catch (IOException e) {
                        over.completeExceptionally(e);
                    }
                });
        PeerStart alone = new PeerStart.WithNeighbours(ITS_OWN, ITS_OWN);
        write(program, BEGIN);
        write(program, new AgentCommand.Start(ITS_OWN, alone, null, List.of(), 1));
        long process = startedIn(seen);

        program.close();

        over.get(LIMIT_S, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(up.toString(StandardCharsets.UTF_8)).startsWith("{\"says\":\"ready\"");
    }

    /** So that a run of months keeps what its peers start from. */
    @Test
    void anAgentThatIsAskedForItsTimeMarksTheFolderOfItsProgram() throws Exception {
        Path travelled = Files.createDirectory(folder.resolve("travelled"));
        Files.setLastModifiedTime(travelled, FileTime.from(Instant.EPOCH));
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        write(program, BEGIN);
        write(program, new AgentCommand.ReadClock(1));

        Agent.serve(
                new ByteArrayInputStream(program.toByteArray()),
                new ByteArrayOutputStream(),
                place(travelled),
                Agent.Owner.NOBODY);

        assertThat(Files.getLastModifiedTime(travelled).toInstant()).isAfter(Instant.EPOCH);
    }

    private AgentPlace place(@Nullable Path travelled) {
        CachedPeers cached = CachedPeers.ofThisBuild();
        return new AgentPlace(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                cached.classPath(),
                travelled,
                folder.resolve("runs"),
                cached.flags());
    }

    private static Agent.Owner watching(BlockingQueue<StatusEntry> seen) {
        return new Agent.Owner() {
            @Override
            public void happened(StatusEntry entry) {
                seen.add(entry);
            }
        };
    }

    private static long startedIn(BlockingQueue<StatusEntry> seen) throws InterruptedException {
        StatusEntry entry = seen.poll(LIMIT_S, TimeUnit.SECONDS);
        while (entry != null) {
            if (entry.event() instanceof ProcessEvent.ProcessStarted started) {
                return started.processId();
            }
            entry = seen.poll(LIMIT_S, TimeUnit.SECONDS);
        }
        throw new AssertionError("no process has started");
    }

    private static void write(OutputStream out, AgentCommand command) throws IOException {
        out.write((AgentLines.write(command) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
