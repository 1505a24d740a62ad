package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.model.Answer;
import ringside.model.Rule;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEvent;

class DeathsTest {

    private static final PeerId VICTIM = new PeerId(139);

    private final History history = new History(entry -> {});

    private void add(long millis, int peer, StatusEvent event) {
        history.add(Story.entry(millis * 1_000, peer, event));
    }

    private void addTheDeath() {
        add(0, 104, new NeighbourEvent.PingAnswered(VICTIM, 10, 400));
        add(0, 104, new NeighbourEvent.PingMissed(new PeerId(168), 3, 1, 4));
        add(200, 139, new ProcessEvent.ProcessKilled());
        add(210, 139, new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.KILLED, 137, "Killed."));
        for (int i = 1; i <= 4; i++) {
            add(500 + 1_000L * i, 104, new NeighbourEvent.PingMissed(VICTIM, 10 + i, i, 4));
        }
        add(4_500, 104, new NeighbourEvent.PeerDead(VICTIM, 4));
    }

    @Test
    void theAnswerNamesMissedPingsLastSignOfLifeAndCause() {
        addTheDeath();
        String expected =
                "104 had no reply to its pings 11, 12, 13, 14: 4 misses in a row, the limit, so it"
                        + " declared 139 dead. 139 had last answered ping 10, 4.5 s before. 139 was"
                        + " killed by you 4.3 s before.";
        for (int asked : new int[] {104, 139}) {
            assertThat(Deaths.about(new PeerId(asked), history, history.last()))
                    .singleElement()
                    .satisfies(answer -> {
                        assertThat(answer.question()).isEqualTo("Why did 104 drop 139?");
                        assertThat(answer.answer()).isEqualTo(expected);
                        assertThat(answer.rule()).isEqualTo(Rule.MISSES);
                    });
        }
    }

    @Test
    void theAnswerNamesTheHostThatIsGoneOrCut() {
        add(0, 139, new ProcessEvent.ProcessStarted(100, 50_139, "lab07"));
        add(10, 104, new NeighbourEvent.PingAnswered(VICTIM, 10, 400));
        add(20, 7, new ProcessEvent.HostCut("lab08"));
        add(30, 7, new ProcessEvent.HostGone("lab07", "The connection has ended."));
        add(4_530, 104, new NeighbourEvent.PeerDead(VICTIM, 4));
        assertThat(Deaths.about(VICTIM, history, history.last()))
                .extracting(Answer::answer)
                .singleElement()
                .asString()
                .endsWith("Host lab07 was gone 4.5 s before, and all its peers with it.");
    }

    @Test
    void thereIsNoQuestionAboutALaterDeath() {
        addTheDeath();
        assertThat(Deaths.about(VICTIM, history, history.last() - 1)).isEmpty();
        assertThat(Deaths.about(new PeerId(7), history, history.last())).isEmpty();
    }

    @Test
    void aDeathWithoutAKnownBeginningIsStillExplained() {
        add(0, 104, new NeighbourEvent.PeerDead(VICTIM, 4));
        assertThat(Deaths.about(VICTIM, history, history.last()))
                .extracting(Answer::answer)
                .containsExactly(
                        "104 had no reply from 139 4 times in a row, the limit, so it declared it"
                                + " dead.");
    }

    @Test
    void onlyTheLastOfSeveralDeathsBetweenTwoPeersIsAskedAbout() {
        addTheDeath();
        add(20_000, 104, new NeighbourEvent.PingAnswered(VICTIM, 0, 400));
        add(30_000, 104, new NeighbourEvent.PeerDead(VICTIM, 3));
        assertThat(Deaths.about(VICTIM, history, history.last()))
                .singleElement()
                .extracting(Answer::answer)
                .asString()
                .contains("3 times in a row");
    }
}
