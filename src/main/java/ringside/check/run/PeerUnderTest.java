package ringside.check.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ringside.check.Observation;
import ringside.check.Observation.Transport;
import ringside.program.BoundPorts;
import ringside.program.ProgramOutput;
import ringside.program.Terminal;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.supervisor.Signals;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/** A peer of a program in its terminal, watched from outside. May be used from any thread. */
final class PeerUnderTest {

    private static final long LOOK_MS = 150;

    private final PeerId id;
    private final int port;
    private final Terminal terminal;
    private final ObservationLog log;
    private final FolderWatch folder;

    private PeerUnderTest(
            PeerId id, int port, Terminal terminal, FolderWatch folder, ObservationLog log) {
        this.id = id;
        this.port = port;
        this.terminal = terminal;
        this.folder = folder;
        this.log = log;
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
        Thread.ofVirtual().name("readings of " + id).start(() -> peer.read(output));
        Thread.ofVirtual().name("watch of " + id).start(peer::watch);
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
        try {
            while (terminal.process().isAlive()) {
                unbound.removeIf(this::seesBound);
                folder.look();
                Thread.sleep(LOOK_MS);
            }
            int code = terminal.process().waitFor();
            Signals.killGroup(terminal.process().pid());
            log.add(new Observation.Ended(ObservationLog.now(), id, code));
            folder.look();
            folder.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the system does not tell, a port counts as bound. */
    private boolean seesBound(Transport transport) {
        long process = terminal.process().pid();
        boolean isBound =
                !BoundPorts.canTell()
                        || switch (transport) {
                            case UDP -> BoundPorts.isUdpBound(process, port);
                            case TCP -> BoundPorts.isTcpListening(process, port);
                        };
        if (isBound) {
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
        return terminal.process().isAlive();
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
        Signals.pauseGroup(terminal.process().pid());
        try {
            Thread.sleep(ms);
        } finally {
            Signals.resumeGroup(terminal.process().pid());
        }
    }

    /** Takes what it received out of its way: some programs append (PROGRAMS 3.6). */
    void setAside(String name) throws IOException {
        folder.setAside(name);
    }

    /** Kills it, as a deed of the check. */
    void kill() {
        log.add(new Observation.Killed(ObservationLog.now(), id));
        Signals.killGroup(terminal.process().pid());
    }

    /** Kills it with all that it has started in its group, and waits until it is gone. */
    void end() {
        Signals.killGroup(terminal.process().pid());
        try {
            terminal.process().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
