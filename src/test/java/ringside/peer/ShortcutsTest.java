package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent.ShortcutsChanged;
import ringside.status.PeerCommand;
import ringside.status.Shortcut;
import ringside.status.SuccessorRole;

/** SPEC 3.6: shortcuts, and the way of a request with them. Peer 5 has the successors 8, 12, 20. */
class ShortcutsTest {

    private static final FileNumber FAR = new FileNumber("0200");

    private final Bench bench = started();

    private static Bench started() {
        Bench bench =
                Bench.started(
                        5,
                        Bench.WITHOUT_LOSS.withShortcuts(true),
                        new Origin.Neighbours(ids(8, 12)));
        bench.ping(250, SuccessorRole.FIRST);
        bench.datagram(8, new Datagram.PingReply(0, id(5), ids(12, 20)));
        return bench;
    }

    // -- the table

    @Test
    void withoutTheSettingThereAreNone() {
        Bench plain = Bench.inItsRing();
        assertThat(plain.timers(Timer.ShortcutDue.class)).isEmpty();
        plain.command(new PeerCommand.SetShortcuts(true));
        assertThat(plain.reports(ShortcutsChanged.class)).hasSize(1);
        plain.command(new PeerCommand.SetShortcuts(false));
        assertThat(plain.reports(ShortcutsChanged.class))
                .containsExactly(new ShortcutsChanged(List.of()));
        assertThat(plain.timers(Timer.ShortcutDue.class)).isEmpty();
    }

    /** 5 + 1, + 2, + 4 and + 8 lie within reach of the list: nobody is asked for them. */
    @Test
    void thoseWithinReachOfTheSuccessorListAreReadFromIt() {
        assertThat(bench.reports(ShortcutsChanged.class).getLast().table())
                .containsExactly(to(6, 8), to(7, 8), to(9, 12), to(13, 20));
        assertThat(starts(5)).containsExactly(21, 37, 69, 133, 21);
    }

    /** Returns what is looked up in the next turns; nobody answers. */
    private List<Integer> starts(int turns) {
        return IntStream.range(0, turns).mapToObj(turn -> nextLookedUp().value()).toList();
    }

    private PeerId nextLookedUp() {
        Timer.ShortcutDue due =
                bench.timers(Timer.ShortcutDue.class)
                        .findFirst()
                        .orElse(new Timer.ShortcutDue(token));
        token = due.token();
        bench.fire(due);
        return bench.purposes(QuestionPurpose.SuccessorHop.class).getFirst().wanted().start();
    }

    private long token = 1;

    @Test
    void oneAnswerServesAllStartsUpToTheOneThatAnswered() {
        assertThat(nextLookedUp()).isEqualTo(id(21));
        bench.asked(new Message.SuccessorFound(id(70), id(21)));
        assertThat(shortcuts()).contains(to(21, 70), to(37, 70), to(69, 70)).hasSize(7);
        assertThat(nextLookedUp()).isEqualTo(id(133));
        bench.asked(new Message.SuccessorFound(id(140), id(133)));
        assertThat(shortcuts()).endsWith(to(133, 140));
    }

    @Test
    void anAnswerThatNobodyAskedForChangesNothing() {
        bench.asked(new Message.SuccessorFound(id(70), id(69)));
        assertThat(bench.reports(ShortcutsChanged.class)).isEmpty();
    }

    @Test
    void aTableThatStaysAsItIsIsNotReportedAgain() {
        know(140);
        bench.fire(new Timer.ShortcutDue(token));
        assertThat(bench.reports(ShortcutsChanged.class)).isEmpty();
    }

    @Test
    void oneThatIsLookedUpInVainIsDropped() {
        know(140);
        List<Integer> lengths = new ArrayList<>();
        for (int second = 0; second < 12; second++) {
            bench.atMs(second * 1_000).fire(new Timer.ShortcutDue(token));
            bench.reports(ShortcutsChanged.class)
                    .forEach(changed -> lengths.add(changed.table().size()));
        }
        assertThat(lengths).containsExactly(7, 6, 5, 4);
    }

    /** Finds all far shortcuts: one peer stands for them. */
    private void know(int far) {
        nextLookedUp();
        bench.asked(new Message.SuccessorFound(id(far), id(21)));
    }

    private List<Shortcut> shortcuts() {
        return bench.reports(ShortcutsChanged.class).getLast().table();
    }

    private static Shortcut to(int start, int peer) {
        return new Shortcut(id(start), id(peer));
    }

    /** SPEC 5.3: a question would be taken for a sign of life. */
    @Test
    void afterItsGoodbyeAPeerLooksNothingUp() {
        bench.command(new PeerCommand.Quit());
        bench.fire(new Timer.ShortcutDue(token));
        assertThat(bench.effects()).isEmpty();
        bench.command(new PeerCommand.SetShortcuts(true));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    // -- the way of a request

    @Test
    void aRequestGoesToTheClosestPeerBeforeTheHash() {
        know(140);
        bench.asked(lookup(FAR));
        assertThat(hop().to()).isEqualTo(id(140));
        assertThat(hop().lookup().meant()).isFalse();
        assertThat(bench.lines()).contains("File request message has been forwarded to peer 140.");
        bench.asked(lookup(new FileNumber("0019")));
        assertThat(hop().to()).isEqualTo(id(12));
        bench.asked(lookup(new FileNumber("0007")));
        assertThat(hop().to()).isEqualTo(id(8));
        assertThat(hop().lookup().meant()).isTrue();
    }

    /** Whoever stands at the hash is its owner, but only its predecessor can say that for sure. */
    @Test
    void aPeerAtTheHashIsNotBeforeIt() {
        know(140);
        bench.asked(lookup(new FileNumber("0140")));
        assertThat(hop().to()).isEqualTo(id(20));
    }

    @Test
    void oneThatDoesNotAnswerIsDroppedAtOnceAndTheNextBestIsTried() {
        know(140);
        bench.asked(lookup(FAR));
        List<Integer> tried = new ArrayList<>();
        while (!bench.purposes(QuestionPurpose.LookupHop.class).isEmpty()) {
            QuestionPurpose.LookupHop hop = hop();
            tried.add(hop.to().value());
            bench.unanswered(hop);
            if (tried.size() == 1) {
                assertThat(shortcuts()).extracting(Shortcut::peer).doesNotContain(id(140));
            }
        }
        assertThat(tried).containsExactly(140, 20, 12, 8);
    }

    @Test
    void whatIsPassedToTheNextHolderTakesNoShortcut() {
        know(140);
        Message.Lookup copy =
                new Message.Lookup(id(5), 9, LookupPurpose.REQUEST, FAR, id(1), 4, true, 1);
        bench.unanswered(new QuestionPurpose.LookupHop(copy, id(8)));
        assertThat(hop().to()).isEqualTo(id(12));
    }

    @Test
    void aDeadPeerIsNoShortcutAnyMore() {
        nextLookedUp();
        bench.asked(new Message.SuccessorFound(id(8), id(21)));
        bench.letDie(8);
        bench.asked(lookup(new FileNumber("0010")));
        assertThat(hop().to()).isEqualTo(id(12));
    }

    private QuestionPurpose.LookupHop hop() {
        return bench.purposes(QuestionPurpose.LookupHop.class).getFirst();
    }

    private static Message.Lookup lookup(FileNumber number) {
        return new Message.Lookup(id(1), 9, LookupPurpose.REQUEST, number, id(1), 2, false, 0);
    }

    // -- the search for somebody else's shortcut

    @Test
    void theOwnerOfAStartTellsTheRequester() {
        bench.asked(wanted(1, 3, 2));
        Effect.Ask answer = bench.effect(Effect.Ask.class);
        assertThat(answer.to()).isEqualTo(id(100));
        assertThat(answer.question()).isEqualTo(new Message.SuccessorFound(id(5), id(1)));
    }

    @Test
    void othersPassItOnLikeARequest() {
        know(140);
        bench.asked(wanted(200, 3, 2));
        QuestionPurpose.SuccessorHop hop =
                bench.purposes(QuestionPurpose.SuccessorHop.class).getFirst();
        assertThat(hop.to()).isEqualTo(id(140));
        assertThat(hop.wanted().hop()).isEqualTo(4);
        bench.unanswered(hop);
        assertThat(bench.purposes(QuestionPurpose.SuccessorHop.class))
                .singleElement()
                .returns(id(20), QuestionPurpose.SuccessorHop::to);
    }

    @Test
    void itEndsAfter256HopsAndWhenItIsBack() {
        bench.asked(wanted(200, 256, 2));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        bench.asked(new Message.SuccessorWanted(id(1), id(5), id(200), 9, false));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
    }

    private static Message.SuccessorWanted wanted(int start, int hop, int from) {
        return new Message.SuccessorWanted(id(from), id(100), id(start), hop, false);
    }
}
