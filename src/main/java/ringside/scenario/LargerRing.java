package ringside.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.text.Messages;

/**
 * A scenario on a ring with more peers than its own (SPEC 11.7): they stand at ids that no line
 * starts, belong to every ring that a line names, and leave files where lines say that they are
 * held as long as other ids are free. Stateless; any thread may call.
 */
public final class LargerRing {

    private static final String NO_TEXT = "";

    private LargerRing() {}

    /**
     * Adds peers to a scenario.
     *
     * @param peers the size of its ring; one that has as many already stays as it is
     * @param seed draws their ids
     * @throws IllegalArgumentException with a sentence when there are not so many free ids
     */
    public static Scenario of(Scenario scenario, int peers, long seed) {
        if (peers > Circle.IDS_OF_PROCESSES) {
            throw new IllegalArgumentException(
                    Messages.SCENARIO.format("larger.circle", Circle.IDS_OF_PROCESSES, peers));
        }
        int own =
                scenario.steps().stream()
                        .mapToInt(step ->
                                step.line() instanceof ScenarioLine.Peers line
                                        ? line.peers().size()
                                        : 0)
                        .max()
                        .orElse(0);
        List<PeerId> more = drawn(scenario, Math.max(0, peers - own), own, seed);
        return more.isEmpty() ? scenario : withMore(scenario, own, more);
    }

    private static List<PeerId> drawn(Scenario scenario, int count, int own, long seed) {
        Set<PeerId> taken = new TreeSet<>();
        scenario.steps().forEach(step -> taken.addAll(started(step.line())));
        List<PeerId> free = new ArrayList<>();
        IntStream.range(0, Circle.IDS_OF_PROCESSES)
                .mapToObj(PeerId::new)
                .filter(id -> !taken.contains(id))
                .forEach(free::add);
        if (count > free.size()) {
            throw new IllegalArgumentException(
                    Messages.SCENARIO.format("larger.taken", own + free.size()));
        }
        Collections.shuffle(free, new Random(seed));
        List<Condition.Held> held = held(scenario);
        free.sort(Comparator.comparing(id -> held.stream().anyMatch(file -> takes(id, file))));
        return free.stream().limit(count).sorted().toList();
    }

    /** Returns where lines say that files are held. */
    private static List<Condition.Held> held(Scenario scenario) {
        List<Condition.Held> held = new ArrayList<>();
        for (Scenario.Step step : scenario.steps()) {
            switch (step.line()) {
                case ScenarioLine.Wait(Condition.Held file, long _) -> held.add(file);
                case ScenarioLine.Expect(Condition.Held file) -> held.add(file);
                case ScenarioLine.Task _, ScenarioLine.Text _ -> {}
            }
        }
        return held;
    }

    /** Returns whether a peer would stand before the one that holds a file. */
    private static boolean takes(PeerId id, Condition.Held file) {
        PeerId hash = file.number().hash();
        return hash.isNearer(id, file.peer());
    }

    /** Returns the peers that a line starts. */
    private static Collection<PeerId> started(ScenarioLine line) {
        return switch (line) {
            case ScenarioLine.Peers(List<PeerId> peers) -> peers;
            case ScenarioLine.Join(PeerId peer, PeerId _) -> List.of(peer);
            case ScenarioLine.Do(Command.Add(List<PeerId> peers)) -> peers;
            case ScenarioLine.Do _,
                    ScenarioLine.Wait _,
                    ScenarioLine.Expect _,
                    ScenarioLine.Ask _,
                    ScenarioLine.Say _ ->
                    List.of();
        };
    }

    private static Scenario withMore(Scenario scenario, int own, List<PeerId> more) {
        List<Scenario.Step> steps = new ArrayList<>();
        if (own == 0) {
            steps.add(new Scenario.Step(0, NO_TEXT, new ScenarioLine.Peers(more)));
        }
        for (Scenario.Step step : scenario.steps()) {
            steps.add(new Scenario.Step(step.number(), step.text(), withMore(step.line(), more)));
        }
        return new Scenario(scenario.name(), steps);
    }

    private static ScenarioLine withMore(ScenarioLine line, List<PeerId> more) {
        return switch (line) {
            case ScenarioLine.Peers(List<PeerId> peers) ->
                    new ScenarioLine.Peers(both(peers, more));
            case ScenarioLine.Wait(Condition.Ring(List<PeerId> members), long withinMs)
                    when !members.isEmpty() ->
                    new ScenarioLine.Wait(new Condition.Ring(both(members, more)), withinMs);
            case ScenarioLine.Expect(Condition.Ring(List<PeerId> members))
                    when !members.isEmpty() ->
                    new ScenarioLine.Expect(new Condition.Ring(both(members, more)));
            case ScenarioLine.Join _,
                    ScenarioLine.Do _,
                    ScenarioLine.Wait _,
                    ScenarioLine.Expect _,
                    ScenarioLine.Ask _,
                    ScenarioLine.Say _ ->
                    line;
        };
    }

    private static List<PeerId> both(List<PeerId> some, List<PeerId> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().sorted().toList();
    }
}
