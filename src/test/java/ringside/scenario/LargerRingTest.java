package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;

/** Scenarios on rings with more peers than they name (SPEC 11.7). */
class LargerRingTest {

    private static final long SEED = 7;

    private static Scenario parsed(String text) throws ScenarioSyntaxException {
        return ScenarioParser.parse("test", text);
    }

    private static List<PeerId> peersOf(Scenario scenario, int step) {
        return ((ScenarioLine.Peers) scenario.steps().get(step).line()).peers();
    }

    @Test
    void morePeersStandAtIdsThatNoLineStarts() throws Exception {
        Scenario scenario = parsed("peers 1 2 3\njoin 4 via 1\nadd 5 6\nwait ring within 6s");
        Scenario larger = LargerRing.of(scenario, 250, SEED);

        assertThat(peersOf(larger, 0))
                .hasSize(250)
                .contains(new PeerId(1), new PeerId(2), new PeerId(3))
                .doesNotContain(new PeerId(4), new PeerId(5), new PeerId(6));
        assertThat(larger.steps().subList(1, 4)).isEqualTo(scenario.steps().subList(1, 4));
    }

    @Test
    void aRingThatALineNamesHasTheMorePeersToo() throws Exception {
        Scenario larger =
                LargerRing.of(
                        parsed(
                                "peers 1 2 3\nkill 2\nwait ring 1 3 within 6s\nexpect ring 1 3"
                                        + "\nexpect ring"),
                        5,
                        SEED);
        List<PeerId> all = peersOf(larger, 0);
        List<PeerId> left = all.stream().filter(id -> id.value() != 2).toList();

        assertThat(all).hasSize(5);
        assertThat(larger.steps().get(2).line())
                .isEqualTo(new ScenarioLine.Wait(new Condition.Ring(left), 6_000));
        assertThat(larger.steps().get(3).line())
                .isEqualTo(new ScenarioLine.Expect(new Condition.Ring(left)));
        assertThat(larger.steps().get(4).line())
                .isEqualTo(new ScenarioLine.Expect(new Condition.Ring(List.of())));
    }

    @Test
    void aScenarioThatBeginsWithANewcomerFindsTheMorePeersThere() throws Exception {
        Scenario larger = LargerRing.of(parsed("add 100"), 20, SEED);

        assertThat(peersOf(larger, 0)).hasSize(20).doesNotContain(new PeerId(100));
        assertThat(larger.steps()).hasSize(2);
    }

    /** The hash of 2012 is 220. */
    @Test
    void aFileStaysWhereALineSaysAsLongAsThereAreOtherIds() throws Exception {
        Scenario scenario = parsed("peers 10 236\nwait held 2012 at 236 within 6s");

        assertThat(peersOf(LargerRing.of(scenario, 240, SEED), 0))
                .hasSize(240)
                .noneMatch(id -> id.value() >= 220 && id.value() < 236);
        assertThat(peersOf(LargerRing.of(scenario, 241, SEED), 0))
                .filteredOn(id -> id.value() >= 220 && id.value() < 236)
                .hasSize(1);
    }

    @Test
    void theSameSeedDrawsTheSameIds() throws Exception {
        Scenario scenario = parsed("peers 1 2 3");

        assertThat(LargerRing.of(scenario, 9, SEED)).isEqualTo(LargerRing.of(scenario, 9, SEED));
        assertThat(LargerRing.of(scenario, 9, SEED))
                .isNotEqualTo(LargerRing.of(scenario, 9, SEED + 1));
    }

    @Test
    void aSmallerNumberChangesNothing() throws Exception {
        Scenario scenario = parsed("peers 1 2 3");

        assertThat(LargerRing.of(scenario, 0, SEED)).isEqualTo(scenario);
        assertThat(LargerRing.of(scenario, 3, SEED)).isEqualTo(scenario);
    }

    /** The hash of 2012 is 220; 14 bits have 64 places for an id of a process. */
    @Test
    void morePeersThanProcessesStandOnAWiderCircleWithTheirAngles() throws Exception {
        Circle circle = Circle.of(14);
        Scenario larger =
                LargerRing.of(
                        parsed(
                                "peers 14 43 236\nadd 20\ncut 14 43\nstore a as 2012 at 43"
                                        + "\nwait held 2012 at 236 within 6s\nexpect ring 14 43"),
                        1_000,
                        SEED);
        List<PeerId> all = peersOf(larger, 0);
        PeerId first = circle.at(14 * 64);
        PeerId second = circle.at(43 * 64);

        assertThat(all)
                .hasSize(1_000)
                .doesNotHaveDuplicates()
                .contains(first, second, circle.at(236 * 64))
                .doesNotContain(circle.at(20 * 64))
                .allMatch(id -> id.circle() == circle)
                .noneMatch(id -> id.turn() >= 220 / 256.0 && id.turn() < 236 / 256.0);
        assertThat(larger.steps().get(2).line())
                .isEqualTo(new ScenarioLine.Do(new Command.CutLink(first, second)));
        assertThat(larger.steps().get(4).line())
                .isEqualTo(
                        new ScenarioLine.Wait(
                                new Condition.Held(new FileNumber("2012"), circle.at(236 * 64)),
                                6_000));
        Condition named = ((ScenarioLine.Expect) larger.steps().get(5).line()).condition();
        assertThat(((Condition.Ring) named).members()).hasSize(999).contains(first, second);
    }

    @Test
    void aCircleHasSixteenPlacesForAPeer() {
        assertThat(LargerRing.circleOf(256)).isEqualTo(Circle.OF_PROCESSES);
        assertThat(LargerRing.circleOf(257)).isEqualTo(Circle.of(13));
        assertThat(LargerRing.circleOf(1 << 10)).isEqualTo(Circle.of(14));
        assertThat(LargerRing.circleOf(10_000)).isEqualTo(Circle.of(18));
        assertThat(LargerRing.circleOf(LargerRing.MOST_PEERS)).isEqualTo(Circle.of(20));
    }

    @Test
    void theIdsOfAScenarioAreThoseOfAllItsLines() throws Exception {
        Scenario scenario =
                parsed(
                        "peers 1 2\njoin 3 via 1\nkill 4\ncut 5 6\nrequest 2012 from 7"
                                + "\ncut host lab07\nadd 11 on lab07"
                                + "\nwait dead 8 within 6s\nexpect held 2012 at 9\nsay 10");

        assertThat(ScenarioIds.of(scenario))
                .extracting(PeerId::value)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 11);
    }

    @Test
    void thereAreNoMorePeersThanIds() throws Exception {
        Scenario scenario = parsed("peers 1 2 3\nadd 4");

        assertThatThrownBy(() -> LargerRing.of(scenario, LargerRing.MOST_PEERS + 1, SEED))
                .hasMessage("a ring has at most 65536 peers, not 65537");
        assertThatThrownBy(() -> LargerRing.of(scenario, Integer.MAX_VALUE, SEED))
                .hasMessageContaining("at most 65536");
        assertThatThrownBy(() -> LargerRing.of(scenario, Circle.IDS_OF_PROCESSES, SEED))
                .hasMessageContaining("at most 255 peers");
    }
}
