package ringside.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.text.Messages;

/**
 * A scenario on a ring with more peers than its own (SPEC 11.7): they stand at ids that no line
 * starts, belong to every ring that a line names, and leave files where lines say that they are
 * held as long as other ids are free. More peers than there can be processes stand on a wider
 * circle, on which the scenario's own keep their angles. Stateless; any thread may call.
 */
public final class LargerRing {

    /** Most peers of a ring: they take four gigabytes. */
    public static final int MOST_PEERS = 1 << 16;

    /** Places for each peer of a wider circle, so that random ones are rarely side by side. */
    private static final int PLACES_PER_PEER = 16;

    private static final String NO_TEXT = "";

    private LargerRing() {}

    /** Returns the circle on which a ring of so many peers lies. */
    public static Circle circleOf(int peers) {
        if (peers <= Circle.IDS_OF_PROCESSES) {
            return Circle.OF_PROCESSES;
        }
        int lastPlace = peers * PLACES_PER_PEER - 1;
        return Circle.of(Integer.SIZE - Integer.numberOfLeadingZeros(lastPlace));
    }

    /**
     * Adds peers to a scenario, and moves all of it to the circle of so many.
     *
     * @param peers the size of its ring; one that has as many already stays as it is
     * @param seed draws their ids
     * @throws IllegalArgumentException with a sentence when there are not so many free ids
     */
    public static Scenario of(Scenario scenario, int peers, long seed) {
        if (peers > MOST_PEERS) {
            throw new IllegalArgumentException(
                    Messages.SCENARIO.format("larger.circle", MOST_PEERS, peers));
        }
        Circle circle = circleOf(peers);
        return on(
                circle,
                circle == Circle.OF_PROCESSES
                        ? scenario
                        : ScenarioIds.mapped(scenario, id -> id.on(circle)),
                peers,
                seed);
    }

    private static Scenario on(Circle circle, Scenario scenario, int peers, long seed) {
        int own =
                scenario.steps().stream()
                        .mapToInt(step ->
                                step.line() instanceof ScenarioLine.Peers line
                                        ? line.peers().size()
                                        : 0)
                        .max()
                        .orElse(0);
        List<PeerId> more = drawn(circle, scenario, Math.max(0, peers - own), own, seed);
        return more.isEmpty() ? scenario : withMore(scenario, own, more);
    }

    private static List<PeerId> drawn(
            Circle circle, Scenario scenario, int count, int own, long seed) {
        Set<PeerId> taken = new HashSet<>();
        scenario.steps().forEach(step -> taken.addAll(started(step.line())));
        List<PeerId> free = new ArrayList<>();
        LongStream.rangeClosed(0, circle.last())
                .mapToObj(circle::at)
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
        PeerId hash = file.number().hashOn(id.circle());
        return hash.isNearer(id, file.peer());
    }

    /** Returns the peers that a line starts. */
    private static Collection<PeerId> started(ScenarioLine line) {
        return switch (line) {
            case ScenarioLine.Peers(List<PeerId> peers) -> peers;
            case ScenarioLine.Join(PeerId peer, PeerId _) -> List.of(peer);
            case ScenarioLine.Do(Command.Add(List<PeerId> peers)) -> peers;
            case ScenarioLine.Do(Command.AddOn(List<PeerId> peers, String _)) -> peers;
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
