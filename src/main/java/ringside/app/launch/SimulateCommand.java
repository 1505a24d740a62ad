package ringside.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.model.RingState;
import ringside.node.UsageException;
import ringside.recording.RecordingParts;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.scenario.LargerRing;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioIds;
import ringside.scenario.ScenarioRunner;
import ringside.scenario.ScenarioRunner.Outcome;
import ringside.simulation.SimulatedRing;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/** {@code simulate FILE}: plays a scenario in virtual time, without processes (SPEC 11.7). */
@Command(name = "simulate")
final class SimulateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "scenario.file")
    private Path file = Path.of("");

    @Option(names = "--peers", paramLabel = "N", descriptionKey = "simulate.peers")
    private int peers;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "simulate.seed")
    private long seed = 1;

    @Option(names = "--record", paramLabel = "OUT.ringside")
    private @Nullable Path record;

    @Option(
            names = "--record-peers",
            split = ",",
            paramLabel = "ID",
            converter = PeerConverter.class)
    private List<PeerId> recorded = List.of();

    @Option(names = "--snapshot", paramLabel = "OUT.png")
    private @Nullable Path snapshot;

    @Mixin private BehaviourOptions options = new BehaviourOptions();

    private long events;

    @Override
    public Integer call() throws UsageException, IOException {
        return run(System.out) == Outcome.PASSED ? 0 : 1;
    }

    /**
     * Plays the scenario.
     *
     * @param out receives the report, line by line
     * @return whether everything that the scenario expects holds
     * @throws UsageException when the file is missing or has a wrong line, or there is no room for
     *     so many peers
     * @throws IOException when the recording or the picture cannot be written
     */
    Outcome run(PrintStream out) throws UsageException, IOException {
        Scenario own = ScenarioCommand.read(file);
        Scenario scenario = larger(own);
        Set<PeerId> chosen = chosen(own, scenario);
        Path picture = snapshot;
        if (picture != null) {
            ScenarioCommand.prepare(picture);
        }
        SimulatedRing ring = new SimulatedRing(seed, options.settings());
        ring.listen(_ -> events++);
        Path wanted = record;
        if (wanted == null) {
            return play(scenario, ring, out);
        }
        Path recording = ScenarioCommand.beginRecording(wanted);
        try (RecordingParts parts =
                RecordingParts.begin(
                        requireNonNull(recording.getParent(), "a file has a folder"),
                        String.valueOf(recording.getFileName()))) {
            record(ring, chosen, parts);
            return play(scenario, ring, out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Scenario larger(Scenario scenario) throws UsageException {
        try {
            return LargerRing.of(scenario, peers, seed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the peers to record: those asked for, and of more than a window can draw those that a
     * line names; empty for all.
     */
    private Set<PeerId> chosen(Scenario own, Scenario larger) {
        Circle circle = LargerRing.circleOf(peers);
        if (recorded.isEmpty() && circle == Circle.OF_PROCESSES) {
            return Set.of();
        }
        Collection<PeerId> wanted = recorded.isEmpty() ? ScenarioIds.of(own) : recorded;
        Set<PeerId> chosen = wanted.stream().map(id -> id.on(circle)).collect(Collectors.toSet());
        return chosen.containsAll(ScenarioIds.of(larger)) ? Set.of() : chosen;
    }

    /** Has every event of the recorded peers written at once; virtual time waits for the disk. */
    private static void record(SimulatedRing ring, Set<PeerId> chosen, RecordingParts parts) {
        ring.listen(entry -> {
            if (chosen.isEmpty()) {
                write(entry, parts);
            } else if (chosen.contains(entry.peer())) {
                write(entry, parts);
                if (entry.event() instanceof ProcessEvent.ProcessStarted) {
                    ProcessEvent some = new ProcessEvent.OthersUnseen();
                    write(new StatusEntry(entry.atMicros(), entry.peer(), some), parts);
                }
            }
        });
    }

    private static void write(StatusEntry entry, RecordingParts parts) {
        try {
            parts.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome play(Scenario scenario, SimulatedRing ring, PrintStream out)
            throws IOException {
        long beganNanos = System.nanoTime();
        ScenarioRunner runner =
                new ScenarioRunner(ring, ring, ring, Installation.paths(file), out::println);
        Outcome outcome = runner.run(scenario);
        RingState state = runner.state();
        long virtualNanos = ring.nowNanos();
        ring.end();
        out.println(
                Messages.LAUNCH.format(
                        "simulate.done",
                        state.peers().size(),
                        seconds(virtualNanos),
                        seconds(System.nanoTime() - beganNanos),
                        String.format(Locale.ROOT, "%,d", events),
                        String.format(Locale.ROOT, "%,d", ring.messages()),
                        seed));
        ScenarioCommand.draw(state, snapshot);
        return outcome;
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", (double) nanos / TimeUnit.SECONDS.toNanos(1));
    }
}
