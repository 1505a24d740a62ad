package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.ProcessEvent;

class PeerQuestionsTest {

    private final EventStory ring = EventStory.ring(14, 43, 77, 104, 201, 236);

    private String answer(int peer, String question) {
        return PeerQuestions.about(new PeerId(peer), ring.state()).stream()
                .filter(answer -> answer.question().equals(question))
                .map(Answer::answer)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may ask '" + question + "'"));
    }

    private void holds(int peer, boolean owned) {
        ring.that(
                peer,
                new FileEvent.FilesHeld(
                        List.of(new HeldFile(FileName.parse("2012.pdf"), 10, owned))));
    }

    @Test
    void anOwnerHoldsAFileBecauseTheHashLiesInItsRange() {
        holds(236, true);
        assertThat(answer(236, "Why is 2012 held by 236?"))
                .isEqualTo(
                        "2012 mod 256 = 220. 220 lies in (201, 236]: 236 is the first living peer"
                                + " at or after it, so 236 owns it.");
    }

    @Test
    void aCopyIsHeldByOneOfTheNextSuccessorsOfTheOwner() {
        holds(43, false);
        assertThat(answer(43, "Why is 2012 held by 43?"))
                .endsWith(
                        "43 is the 2nd successor of 236 and keeps a copy: 3 peers hold each file.");
    }

    @Test
    void aSurplusHolderSaysWhenItDeletesTheFile() {
        holds(104, false);
        assertThat(answer(104, "Why is 2012 held by 104?"))
                .endsWith(
                        "104 is none of those that should hold it now; it lets go when a rightful"
                                + " holder has confirmed the digest.");
    }

    @Test
    void aSuccessorIsTheNextLivingPeerClockwise() {
        assertThat(answer(43, "Why is 77 the first successor of 43?"))
                .isEqualTo("Going clockwise from 43, 77 is the first living peer one meets.");
        assertThat(answer(43, "Why is 14 the first predecessor of 43?"))
                .isEqualTo(
                        "14 pings 43 as its first successor, and no living peer stands between"
                                + " the two.");
    }

    @Test
    void aDeadSuccessorIsKeptUntilEnoughPingsAreMissed() {
        ring.that(77, new ProcessEvent.ProcessKilled());
        assertThat(answer(43, "Why is 77 the first successor of 43?"))
                .isEqualTo(
                        "43 has not yet missed enough pings to give 77 up. In truth 104 comes next.");
    }

    @Test
    void aWrongSuccessorIsCalledWrong() {
        ring.neighbours(43, ids(104, 201), ids(14, 236));
        assertThat(answer(43, "Why is 104 the first successor of 43?"))
                .contains("In truth 77 comes first");
    }

    @Test
    void thereAreNoQuestionsAboutADeadPeer() {
        ring.that(
                77,
                new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.KILLED, 137, "Killed by you."));
        assertThat(PeerQuestions.about(id(77), ring.state())).isEmpty();
        assertThat(PeerQuestions.about(id(78), ring.state())).isEmpty();
    }
}
