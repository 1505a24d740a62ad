package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.supervisor.RingCommands;

class SoakFaultsTest {

    private static final int SECONDS = 100;

    private final List<Command> carriedOut = new ArrayList<>();
    private final RingCommands ring =
            command -> {
                carriedOut.add(command);
                return CompletableFuture.completedFuture(null);
            };

    private final SoakFaults faults =
            new SoakFaults(ring, new Random(1), List.of(new FileNumber("2012")), line -> {});

    @Test
    void anEndingRingSuffersNoFaults() {
        for (int second = 0; second < SECONDS; second++) {
            faults.draw(second, List.of());
        }
        assertThat(faults.drawn()).isEmpty();
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void aSmallRingGetsNewcomersAndLosesNobody() {
        for (int second = 0; second < SECONDS; second++) {
            faults.draw(second, List.of(new PeerId(1), new PeerId(2)));
        }
        assertThat(carriedOut).hasAtLeastOneElementOfType(Command.Add.class);
        assertThat(carriedOut).noneMatch(Command.Kill.class::isInstance);
    }
}
