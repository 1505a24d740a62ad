package ringside.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.fault.FaultyPeer;
import ringside.peer.Effect;
import ringside.peer.ExitCode;
import ringside.peer.Input;
import ringside.peer.Peer;
import ringside.peer.PeerStateMachine;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;
import ringside.status.PlantedFault;
import ringside.text.Messages;
import ringside.text.ProgramName;
import ringside.wire.MessageSeal;

/** The main class of a peer's process (SPEC 1.2). The exit codes are those of {@link ExitCode}. */
public final class PeerMain {

    /**
     * Time limit for leaving after a signal: that of the handover plus that of the neighbours, with
     * a margin.
     */
    private static final long LEAVE_SECONDS = 40;

    private PeerMain() {}

    /** Runs a peer until it quits. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> words) {
        if (words.contains("--help")) {
            System.out.println(usage());
            return ExitCode.QUIT;
        }
        if (words.isEmpty()) {
            System.err.println(usage());
            return ExitCode.USAGE;
        }
        PeerArguments arguments;
        try {
            arguments = PeerArguments.parse(words);
        } catch (UsageException e) {
            System.err.println(Messages.NODE.format("usage.forms"));
            System.err.println(
                    Messages.NODE.format(
                            "usage.wrong", String.valueOf(e.getMessage()), ProgramName.typed()));
            return ExitCode.USAGE;
        }
        try {
            return run(arguments);
        } catch (PortTakenException e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            System.err.println(
                    Messages.NODE.format("peer.cannotRun", arguments.self(), Failures.sentence(e)));
            return ExitCode.USAGE;
        } catch (InterruptedException e) {
            return ExitCode.QUIT;
        }
    }

    private static String usage() {
        return Messages.NODE.format("usage.forms")
                + System.lineSeparator()
                + Messages.NODE.format("usage.options");
    }

    private static int run(PeerArguments arguments)
            throws IOException, PortTakenException, InterruptedException {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try {
            int code = run(arguments, ended);
            ended.complete(code);
            return code;
        } finally {
            ended.complete(ExitCode.BROKEN);
        }
    }

    private static int run(PeerArguments arguments, CompletableFuture<Integer> ended)
            throws IOException, PortTakenException, InterruptedException {
        try (Terminal terminal = new Terminal(arguments.quiet())) {
            return run(arguments, terminal, ended);
        }
    }

    private static int run(
            PeerArguments arguments, Terminal terminal, CompletableFuture<Integer> ended)
            throws IOException, PortTakenException, InterruptedException {
        MessageSeal seal = seal(arguments, terminal);
        Addresses addresses = arguments.addresses();
        PeerSockets ports =
                PeerSockets.bind(
                        arguments.self(),
                        addresses,
                        new DuplicateIdProbe(arguments.self(), addresses, seal));
        PeerClock clock = new PeerClock();
        try (DataFolder folder = DataFolder.open(arguments.data(), arguments.files());
                StatusReporter statusReporter = new StatusReporter(arguments, terminal::print);
                PeerLoop loop =
                        new PeerLoop(
                                peer(arguments),
                                arguments,
                                ports,
                                seal,
                                folder,
                                new DiskLanes(),
                                clock,
                                terminal,
                                statusReporter)) {
            statusReporter.connect(loop);
            terminal.readCommands(command -> loop.postInput(new Input.Commanded(command)));
            Thread leaver = new Thread(() -> leave(loop, ended), "leave");
            Runtime.getRuntime().addShutdownHook(leaver);
            int code = runToTheEnd(loop, statusReporter, terminal);
            if (code == ExitCode.NOT_JOINED
                    && (arguments.key() != null || loop.hasMetBadFrames())) {
                terminal.printError(Messages.NODE.format("key.differs"));
            }
            if (code == ExitCode.QUIT) {
                terminal.print("Peer " + arguments.self() + " has left the ring.");
            }
            return code;
        }
    }

    private static MessageSeal seal(PeerArguments arguments, Terminal terminal) throws IOException {
        KeySource source = arguments.key();
        return source == null
                ? MessageSeal.none()
                : MessageSeal.keyed(
                        source.read(terminal), arguments.self(), new PeerClock().epochMicros(0));
    }

    private static PeerStateMachine peer(PeerArguments arguments) {
        long seed = System.nanoTime() ^ ProcessHandle.current().pid();
        PeerId self = arguments.self();
        PlantedFault fault = arguments.fault();
        return fault == null
                ? new Peer(self, arguments.settings(), arguments.origin(), seed)
                : new FaultyPeer(fault, self, arguments.settings(), arguments.origin(), seed);
    }

    private static int runToTheEnd(PeerLoop loop, StatusReporter statusReporter, Terminal terminal)
            throws IOException {
        try {
            Effect.Exit exit = loop.run();
            if (!exit.reason().isEmpty()) {
                terminal.printError(exit.reason());
            }
            return statusReporter.isLost() && exit.code() == ExitCode.QUIT
                    ? ExitCode.UNSUPERVISED
                    : exit.code();
        } catch (RuntimeException broken) {
            loop.crashed(broken);
            StringWriter stack = new StringWriter();
            broken.printStackTrace(new PrintWriter(stack));
            terminal.printError(stack.toString());
            return ExitCode.BROKEN;
        }
    }

    /**
     * Leaves the ring on SIGTERM or Ctrl-C, and then ends with the peer's exit code (SPEC 5.1). By
     * then its last lines are printed, unless the terminal is blocked.
     */
    private static void leave(PeerLoop loop, CompletableFuture<Integer> ended) {
        if (ended.isDone()) {
            return;
        }
        loop.postInput(new Input.Commanded(new PeerCommand.Quit()));
        try {
            Runtime.getRuntime().halt(ended.get(LEAVE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            // The process ends as the signal would end it.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
