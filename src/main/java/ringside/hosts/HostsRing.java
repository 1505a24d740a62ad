package ringside.hosts;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ringside.ring.Circle;
import ringside.status.Command;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;

/** Opens rings over several hosts (SPEC 13). Stateless. */
public final class HostsRing {

    private static final Logger LOGGER = System.getLogger("ringside.hosts");

    private HostsRing() {}

    /**
     * Opens a ring over given hosts, on which no peer runs yet.
     *
     * @param settings of its peers; their class path travels to hosts that do not have it
     * @throws IOException when no loopback port is available, or a peer cannot be where it is
     *     wanted; with a sentence
     */
    public static Supervisor open(SupervisorSettings settings, HostsPlan plan) throws IOException {
        return open(settings, new HostsProgram(settings, plan));
    }

    private static Supervisor open(SupervisorSettings settings, HostsProgram program)
            throws IOException {
        Supervisor ring = Supervisor.open(settings, program);
        ring.whenEnded(program::close);
        return ring;
    }

    /** Returns this machine as a host whose peers others can reach. */
    public static Host here(String name, InetAddress address) {
        return new Host(name, address, Circle.IDS_OF_PROCESSES, Host.COMMAND);
    }

    /**
     * Opens a ring like {@link #open} that machines can join by themselves (SPEC 13.7), each with
     * as many peers as it says, as long as the ring lives; takes about a second.
     *
     * @param at the address and port where they join
     * @param code which they must know
     * @param refused is told who has not shown it, and for whom no id was left
     * @throws IOException as that of {@link #open}, and when nobody can listen there
     */
    public static Supervisor openToGuests(
            SupervisorSettings settings,
            HostsPlan plan,
            InetSocketAddress at,
            JoinCode code,
            RefusedGuests refused)
            throws IOException {
        HostsProgram program = new HostsProgram(settings, plan);
        Supervisor ring = open(settings, program);
        // One after the other: two that come at once get different ids.
        ExecutorService welcomes =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("welcome").factory());
        try {
            JoinDoor door =
                    JoinDoor.open(
                            at,
                            code,
                            (who, pipe) ->
                                    welcomes.execute(
                                            () -> welcome(ring, program, refused, who, pipe)),
                            refused,
                            System::nanoTime);
            ring.whenEnded(() -> close(door));
            return ring;
        } catch (IOException e) {
            ring.quitAll().join();
            throw new IOException(
                    Messages.HOSTS.format(
                            "door.taken",
                            at.getAddress().getHostAddress(),
                            at.getPort(),
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void welcome(
            Supervisor ring,
            HostsProgram program,
            RefusedGuests refused,
            AgentReport.Joins who,
            AgentPipe pipe) {
        InetAddress from = InetAddress.ofLiteral(who.listen());
        program.welcome(who, pipe)
                .ifPresentOrElse(
                        newcomers -> {
                            refused.joined(from);
                            start(ring, newcomers);
                        },
                        () -> refused.foundNoId(from));
    }

    private static void start(Supervisor ring, Command.AddOn newcomers) {
        var _ =
                ring.carryOut(newcomers)
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                Throwable cause = ActionFailedException.causeOf(failure);
                                LOGGER.log(Level.WARNING, cause.getMessage(), cause);
                            }
                        });
    }

    private static void close(JoinDoor door) {
        try {
            door.close();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e.getMessage(), e);
        }
    }
}
