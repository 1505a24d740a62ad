package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.LifeEvent;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.ScenarioRing;
import ringside.supervisor.ThisMachine;

/** Carries out lines of a scenario on a ring whose events each test supplies one by one. */
class StepExecutorTest {

    private static final PeerId PEER = new PeerId(104);

    /** The events of each future drain, independent of the commands. */
    private final Queue<List<StatusEvent>> drains = new ArrayDeque<>();

    private final List<Command> commands = new ArrayList<>();
    private final ScenarioRing ring =
            new ScenarioRing() {
                @Override
                public CompletableFuture<Void> carryOut(Command command) {
                    commands.add(command);
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public CompletableFuture<Void> storeSample(
                        PeerId writer, Path sample, FileNumber number) {
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public CompletableFuture<Void> startRing(List<PeerId> peers) {
                    return carryOut(new Command.Add(peers));
                }

                @Override
                public CompletableFuture<Void> plant(Map<PeerId, PlantedFault> faults) {
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public CompletableFuture<Void> join(PeerId peer, PeerId known) {
                    return carryOut(new Command.Add(List.of(peer)));
                }

                @Override
                public CompletableFuture<Void> quitAll() {
                    return CompletableFuture.completedFuture(null);
                }
            };
    private final StepExecutor steps =
            new StepExecutor(
                    ring,
                    new Waiter(this::drain, ThisMachine.HERE),
                    new PathFinder(List.of(Path.of(""))));

    private int drain(Consumer<StatusEntry> receiver, int most) {
        List<StatusEvent> events = drains.isEmpty() ? List.of() : drains.remove();
        events.forEach(event -> receiver.accept(new StatusEntry(1, PEER, event)));
        return events.size();
    }

    private static ProcessEvent ended(String reason) {
        return new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, reason);
    }

    private static ProcessEvent started() {
        return new ProcessEvent.ProcessStarted(7, 50_104);
    }

    @Test
    void theEndOfAnEarlierProcessDoesNotAffectTheNewOne() throws Exception {
        drains.add(List.of(started(), new LifeEvent.Running(), ended("Killed by you.")));
        drains.add(List.of());
        drains.add(List.of());
        drains.add(List.of(started()));
        drains.add(List.of(new LifeEvent.Running()));
        String what = steps.run(new ScenarioLine.Do(new Command.Add(List.of(PEER))));
        assertThat(what).contains("104");
        assertThat(commands).containsExactly(new Command.Add(List.of(PEER)));
    }

    @Test
    void aLineFailsWithTheReasonWhenTheNewProcessEnds() {
        drains.add(List.of(started(), new LifeEvent.Running(), ended("Killed by you.")));
        drains.add(List.of());
        drains.add(List.of(started(), ended("Port 50104 is taken.")));
        assertThatThrownBy(() -> steps.run(new ScenarioLine.Do(new Command.Add(List.of(PEER)))))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Port 50104 is taken");
    }
}
