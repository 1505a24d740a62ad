package ringside.node;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ringside.peer.Effect;
import ringside.peer.ExitCode;
import ringside.peer.Input;
import ringside.peer.Peer;
import ringside.status.PeerCommand;

/** One peer as a process of its own (SPEC 1.2). Exit codes are {@link ExitCode}'s. */
public final class PeerMain {

    /**
     * How long a peer that was told to end by a signal may take to leave: its files' time and its
     * neighbours', and some more.
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
            System.err.println(Words.say("usage.forms"));
            System.err.println(Words.say("usage.wrong", String.valueOf(e.getMessage())));
            return ExitCode.USAGE;
        }
        try {
            return run(arguments);
        } catch (PortTakenException e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            System.err.println(
                    Words.say("peer.cannotRun", arguments.self(), Failures.sentence(e)));
            return ExitCode.USAGE;
        } catch (InterruptedException e) {
            return ExitCode.QUIT;
        }
    }

    private static String usage() {
        return Words.say("usage.forms") + System.lineSeparator() + Words.say("usage.options");
    }

    private static int run(PeerArguments arguments)
            throws IOException, PortTakenException, InterruptedException {
        Ports ports =
                Ports.bind(
                        arguments.self(),
                        arguments.basePort(),
                        new Twin(arguments.self(), arguments.basePort()));
        Terminal terminal = new Terminal(arguments.quiet());
        Clock clock = new Clock();
        try (DataFolder folder = DataFolder.open(arguments.data(), arguments.files());
                Watcher watcher = new Watcher(arguments, terminal::print);
                PeerLoop loop =
                        new PeerLoop(peer(arguments), arguments, ports, folder, clock, terminal,
                                watcher)) {
            watcher.connect(loop);
            terminal.readCommands(command -> loop.postInput(new Input.Commanded(command)));
            int code = runToTheEnd(loop, watcher);
            if (code == ExitCode.QUIT) {
                terminal.print("Peer " + arguments.self() + " has left the ring.");
            }
            return code;
        }
    }

    private static Peer peer(PeerArguments arguments) {
        long seed = System.nanoTime() ^ ProcessHandle.current().pid();
        return new Peer(arguments.self(), arguments.settings(), arguments.origin(), seed);
    }

    private static int runToTheEnd(PeerLoop loop, Watcher watcher)
            throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread leaver = new Thread(() -> leave(loop, ended), "leave");
        Runtime.getRuntime().addShutdownHook(leaver);
        try {
            Effect.Exit exit = loop.run();
            if (!exit.reason().isEmpty()) {
                System.err.println(exit.reason());
            }
            return watcher.isLost() && exit.code() == ExitCode.QUIT
                    ? ExitCode.UNSUPERVISED
                    : exit.code();
        } catch (RuntimeException broken) {
            loop.crashed(broken);
            broken.printStackTrace();
            return ExitCode.BROKEN;
        } finally {
            ended.countDown();
        }
    }

    /** On SIGTERM or Ctrl-C: leave the ring first, then end with 0 (SPEC 5.1). */
    private static void leave(PeerLoop loop, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        loop.postInput(new Input.Commanded(new PeerCommand.Quit()));
        try {
            if (ended.await(LEAVE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.QUIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
