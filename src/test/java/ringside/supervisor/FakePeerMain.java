package ringside.supervisor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ringside.channel.StatusClient;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.CommandText;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * A process that speaks the status channel and does nothing else. Its id determines its behaviour:
 * ids 2 to 5 and 70 end with that exit code, {@link #STUBBORN} does not quit.
 */
public final class FakePeerMain {

    static final int STUBBORN = 200;
    private static final int CRASHING = 70;

    private final PeerId self;
    private final StatusClient channel;

    private FakePeerMain(PeerId self, InetSocketAddress status, List<String> arguments)
            throws IOException {
        this.self = self;
        LifeEvent.Hello hello =
                new LifeEvent.Hello(
                        LifeEvent.Hello.VERSION,
                        ProcessHandle.current().pid(),
                        SupervisorTest.BASE_PORT + self.value(),
                        PeerSettings.DEFAULTS);
        channel =
                StatusClient.connect(
                        status,
                        System.getenv().getOrDefault(StatusAccess.TOKEN_VARIABLE, ""),
                        self,
                        hello,
                        this::obey,
                        () -> Runtime.getRuntime().halt(6));
        report(new LifeEvent.TerminalLine(String.join(" ", arguments)));
        report(new LifeEvent.Running());
    }

    /** Takes the arguments of a real peer. */
    public static void main(String[] words) throws IOException {
        List<String> arguments = List.of(words);
        PeerId self = PeerId.parse(arguments.get(arguments.getFirst().equals("--join") ? 2 : 0));
        if (self.value() >= 2 && self.value() <= 5) {
            System.err.println("Fake peer " + self + " is refused.");
            System.exit(self.value());
        }
        String[] status = arguments.get(arguments.indexOf("--status") + 1).split(":", 2);
        FakePeerMain peer =
                new FakePeerMain(
                        self,
                        new InetSocketAddress(status[0], Integer.parseInt(status[1])),
                        arguments);
        if (self.value() == CRASHING) {
            System.err.println("An invariant broke.");
            peer.end(CRASHING);
        }
        // Keeps the process alive until its supervisor closes its input.
        while (System.in.read() >= 0) {}
        peer.end(0);
    }

    private void obey(ChannelCommand command) {
        report(new LifeEvent.TerminalLine(text(command)));
        if (command instanceof PeerCommand.Quit && self.value() != STUBBORN) {
            new Thread(() -> end(0)).start();
        }
    }

    private static String text(ChannelCommand command) {
        return command instanceof PeerCommand what ? CommandText.of(what) : command.toString();
    }

    private void end(int code) {
        report(new LifeEvent.Left());
        channel.close();
        System.exit(code);
    }

    private void report(PeerEvent event) {
        long atMicros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        channel.report(new StatusEntry(atMicros, self, event));
    }
}
