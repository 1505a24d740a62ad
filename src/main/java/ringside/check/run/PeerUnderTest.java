package ringside.check.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ringside.check.Observation;
import ringside.check.Observation.Transport;
import ringside.program.BoundPorts;
import ringside.program.ProgramOutput;
import ringside.program.ProgramProcess;
import ringside.program.Terminal;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/** A peer of a program in its terminal, watched from outside. May be used from any thread. */
final class PeerUnderTest {

    private static final long LOOK_MS = 150;
    private static final long POLL_MS = 20;

    /** How often it is looked who holds the port. */
    private static final long HOLDER_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The system ends a killed process that is not its child a little later. */
    private static final long END_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PeerId id;
    private final int port;
    private final Terminal terminal;
    private final ObservationLog log;
    private final FolderWatch folder;
    private final ProgramProcess process;

    private PeerUnderTest(
            PeerId id, int port, Terminal terminal, FolderWatch folder, ObservationLog log) {
        this.id = id;
        this.port = port;
        this.terminal = terminal;
        this.folder = folder;
        this.log = log;
        process = new ProgramProcess(terminal.process(), port);
    }

    /**
     * Starts a peer, and watches it on threads that end with it.
     *
     * @param requested the files asked for so far
     * @throws IOException when it cannot be started
     */
    static PeerUnderTest start(
            PeerId id,
            int port,
            List<String> command,
            Path folder,
            Map<String, String> environment,
            Rules rules,
            Supplier<Set<FileNumber>> requested,
            ObservationLog log)
            throws IOException {
        FolderWatch watch = new FolderWatch(id, folder, rules.files(), log);
        Terminal terminal = Terminal.start(command, folder, environment);
        log.add(new Observation.Started(ObservationLog.now(), id));
        PeerUnderTest peer = new PeerUnderTest(id, port, terminal, watch, log);
        ProgramOutput output =
                new ProgramOutput(terminal, new SentenceReader(rules, id, requested));
        Thread.ofPlatform().daemon().name("readings of " + id).start(() -> peer.read(output));
        Thread.ofPlatform().daemon().name("watch of " + id).start(peer::watch);
        return peer;
    }

    private void read(ProgramOutput output) {
        try {
            output.readAll("output of " + id, readings -> readings.forEach(this::take));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Reading reading) {
        long now = ObservationLog.now();
        switch (reading) {
            case Reading.Sentence sentence -> log.add(new Observation.Said(now, id, sentence));
            case Reading.Line(long _, String text) when !text.isBlank() ->
                    log.add(new Observation.Printed(now, id, text.strip()));
            case Reading.Line _, Reading.Unreadable _ -> {}
        }
    }

    private void watch() {
        Set<Transport> unbound = EnumSet.allOf(Transport.class);
        FutureTask<Integer> end = new FutureTask<>(process::waitFor);
        Thread.ofPlatform().daemon().name("end of " + id).start(end);
        long lookedNanos = System.nanoTime();
        try {
            while (!end.isDone()) {
                unbound.removeIf(this::seesBound);
                folder.look();
                if (!unbound.contains(Transport.UDP)
                        && System.nanoTime() - lookedNanos > HOLDER_NANOS) {
                    process.look();
                    lookedNanos = System.nanoTime();
                }
                Thread.sleep(LOOK_MS);
            }
            log.add(new Observation.Ended(ObservationLog.now(), id, end.get()));
            folder.look();
            folder.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody interrupts who waits for an end", e);
        }
    }

    /** Where the system does not tell, a port counts as bound. */
    private boolean seesBound(Transport transport) {
        long leader = terminal.process().pid();
        boolean isBound =
                !BoundPorts.canTell()
                        || switch (transport) {
                            case UDP -> BoundPorts.isUdpBound(leader, port);
                            case TCP -> BoundPorts.isTcpListening(leader, port);
                        };
        if (isBound) {
            if (transport == Transport.UDP) {
                process.look();
            }
            log.add(new Observation.Bound(ObservationLog.now(), id, transport));
        }
        return isBound;
    }

    void type(String line) {
        log.add(new Observation.Typed(ObservationLog.now(), id, line));
        try {
            terminal.type(line);
        } catch (IOException e) {
            // It has ended, which is seen.
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Types Ctrl-C. */
    void interrupt() {
        log.add(new Observation.Typed(ObservationLog.now(), id, "^C"));
        try {
            terminal.interrupt();
        } catch (IOException e) {
            // It has ended, which is seen.
        }
    }

    /** Types Ctrl-D, the end of the input. */
    void endInput() {
        log.add(new Observation.Typed(ObservationLog.now(), id, "^D"));
        try {
            terminal.endInput();
        } catch (IOException e) {
            // It has ended, which is seen.
        }
    }

    /** Lets it stand still for a time, with all that it has started. */
    void pause(long ms) throws InterruptedException {
        process.pause();
        try {
            Thread.sleep(ms);
        } finally {
            process.resume();
        }
    }

    /** Takes what it received out of its way: some programs append (PROGRAMS 3.6). */
    void setAside(String name) throws IOException {
        folder.setAside(name);
    }

    /** Kills it, as a deed of the check. */
    void kill() {
        log.add(new Observation.Killed(ObservationLog.now(), id));
        process.kill();
    }

    /** Kills it with all that it has started in its groups, and waits until it is gone. */
    void end() {
        process.kill();
        try {
            terminal.process().waitFor();
            long endNanos = System.nanoTime() + END_NANOS;
            while (process.isAlive() && System.nanoTime() < endNanos) {
                Thread.sleep(POLL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
