package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;

/** SPEC 3.2, 3.3, 8.5: a lookup on its way around the ring. */
class LookupsTest {

    private static final FileNumber NUMBER = new FileNumber("0100");

    // -- ownership

    /** SPEC 3.2: each hop tests whether the hash lies in (its predecessor, itself]. */
    @Test
    void aPeerOwnsTheHashesFromBehindItsPredecessorToItself() {
        assertThat(takes(5, 1, 2, 3, 5)).isEqualTo("yes yes yes");
        assertThat(takes(5, 1, 1, 6, 0, 255)).isEqualTo("no no no no");
    }

    @Test
    void ownershipGoesOnAcrossTheEndOfTheCircle() {
        assertThat(takes(5, 250, 251, 255, 0, 5)).isEqualTo("yes yes yes yes");
        assertThat(takes(5, 250, 250, 6, 249)).isEqualTo("no no no");
        assertThat(takes(0, 200, 201, 255, 0)).isEqualTo("yes yes yes");
        assertThat(takes(0, 200, 200, 1)).isEqualTo("no no");
        assertThat(takes(255, 0, 1, 255)).isEqualTo("yes yes");
        assertThat(takes(255, 0, 0)).isEqualTo("no");
    }

    /** Returns whether a peer accepts lookups of these hashes as its own. */
    private static String takes(int self, int predecessor, int... hashes) {
        Bench bench = Bench.started(self, Bench.WITHOUT_LOSS, new Origin.Neighbours(ids(100, 150)));
        bench.ping(predecessor, SuccessorRole.FIRST);
        StringBuilder taken = new StringBuilder();
        for (int hash : hashes) {
            bench.asked(lookup(number(hash), 1, false));
            boolean owned = !bench.effects(FileEffect.Open.class).isEmpty();
            assertThat(bench.purposes(QuestionPurpose.LookupHop.class)).hasSize(owned ? 0 : 1);
            taken.append(owned ? "yes " : "no ");
        }
        return taken.toString().strip();
    }

    /** SPEC 3.2: a forwarder that knows the hash to lie in (itself, first successor] says so. */
    @Test
    void aLookupIsMarkedForTheFirstSuccessorThatOwnsItsHash() {
        assertThat(marks(5, 8, 6)).isTrue();
        assertThat(marks(5, 8, 8)).isTrue();
        assertThat(marks(5, 8, 9)).isFalse();
        assertThat(marks(250, 3, 251)).isTrue();
        assertThat(marks(250, 3, 3)).isTrue();
        assertThat(marks(250, 3, 4)).isFalse();
    }

    private static boolean marks(int self, int successor, int hash) {
        Origin origin = new Origin.Neighbours(ids(successor));
        Bench bench = Bench.started(self, Bench.WITHOUT_LOSS, origin);
        bench.asked(lookup(number(hash), 1, false));
        return bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup().meant();
    }

    @Test
    void theReceiverOwnsAMarkedLookupWhateverItBelieves() {
        Bench bench = Bench.inItsRing();
        bench.asked(lookup(NUMBER, 1, true));
        assertThat(bench.effect(FileEffect.Open.class).source())
                .isEqualTo(new FileEffect.Source.Anywhere(NUMBER));
    }

    // -- a hop

    /** SPEC 3.3, word for word. */
    @Test
    void aPeerThatDoesNotOwnTheHashPassesTheLookupOn() {
        Bench bench = Bench.inItsRing();
        bench.asked(lookup(NUMBER, 3, false));
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Answer(1, new Message.Accepted()),
                        Bench.news("File 0100 is not stored here."),
                        Bench.news("File request message has been forwarded to my successor."),
                        hopTo(8, passedOn(NUMBER, 4, false)),
                        new Effect.Report(
                                new LookupEvent.LookupForwarded(
                                        9, NUMBER, id(1), 3, id(8), false, 0)));
    }

    @Test
    void aStoreIsPassedOnInItsOwnWordsAndAReturnInSilence() {
        Bench bench = Bench.inItsRing();
        bench.asked(lookupFor(LookupPurpose.STORE));
        assertThat(bench.lines())
                .containsExactly(
                        "File 0100 does not belong here.",
                        "Store request message has been forwarded to my successor.");
        bench.asked(lookupFor(LookupPurpose.RETURN));
        assertThat(bench.lines()).isEmpty();
        assertThat(bench.purposes(QuestionPurpose.LookupHop.class)).hasSize(1);
    }

    /** SPEC 3.2: at most 256 hops. */
    @Test
    void theLastHopIsThe256th() {
        Bench bench = Bench.inItsRing();
        bench.asked(lookup(NUMBER, 255, false));
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(hopTo(8, passedOn(NUMBER, 256, false)));
        bench.asked(lookup(NUMBER, 256, false));
        assertThat(bench.effects()).containsExactly(new Effect.Answer(1, new Message.Accepted()));
    }

    /** SPEC 3.2: an unreachable hop is skipped for the next one in the list. */
    @Test
    void aSuccessorThatCannotBeReachedOrRefusesIsPassedBy() {
        Bench bench = Bench.inItsRing();
        Message.Lookup toEight = passedOn(number(10), 2, false);
        Message.Lookup toTwelve = passedOn(number(10), 2, true);
        bench.unanswered(new QuestionPurpose.LookupHop(toEight, id(8)));
        assertThat(bench.effects()).containsExactly(passedBy(8), hopTo(12, toTwelve, 8));
        bench.answered(
                new QuestionPurpose.LookupHop(toTwelve, id(12)), new Message.Refused("leaving"));
        assertThat(bench.effects()).containsExactly(passedBy(12), hopTo(1, toTwelve, 12));
        bench.unanswered(new QuestionPurpose.LookupHop(toTwelve, id(1)));
        assertThat(bench.effects()).containsExactly(passedBy(1));
    }

    // -- at the requester

    /** SPEC 3.2: tries 3 times, each after 5 s without an answer, and then says so. */
    @Test
    void aRequesterAsksThreeTimesAndThenSaysThatNobodyAnswered() {
        Bench bench = Bench.inItsRing().command(new PeerCommand.Request(NUMBER));
        long lookupId =
                bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup().lookupId();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(bench.effects())
                    .containsExactly(
                            new Effect.Report(
                                    new LookupEvent.LookupSent(
                                            lookupId,
                                            LookupPurpose.REQUEST,
                                            NUMBER,
                                            id(8),
                                            attempt)),
                            Bench.news(
                                    "File request message for 0100 has been sent to my successor."),
                            hopTo(8, sent(lookupId)),
                            new Effect.CallLater(
                                    new Timer.LookupOverdue(lookupId, attempt), 5_000_000));
            bench.fire(new Timer.LookupOverdue(lookupId, attempt));
        }
        String reason = "nobody answered in 3 tries of 5 s";
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Report(
                                new LookupEvent.LookupFailed(
                                        lookupId, LookupPurpose.REQUEST, NUMBER, reason)),
                        Bench.news("File 0100 was not received: " + reason + "."),
                        new Effect.Report(
                                new LifeEvent.ActionFailed("request 0100 from 5", reason)));
    }

    @Test
    void anAnswerEndsTheAsking() {
        Bench bench = Bench.inItsRing().command(new PeerCommand.Request(NUMBER));
        long lookupId =
                bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup().lookupId();
        bench.fire(new Timer.LookupOverdue(lookupId, 1));
        assertThat(bench.fire(new Timer.LookupOverdue(lookupId, 1)).effects()).isEmpty();
        bench.asked(new Message.OwnerFound(id(12), lookupId, false));
        assertThat(bench.reports(LookupEvent.LookupAnswered.class))
                .containsExactly(
                        new LookupEvent.LookupAnswered(
                                lookupId, LookupPurpose.REQUEST, NUMBER, id(12), false));
        assertThat(bench.fire(new Timer.LookupOverdue(lookupId, 2)).effects()).isEmpty();
    }

    @Test
    void theTwoHundredAndFiftySeventhOpenLookupIsRefused() {
        Bench bench = Bench.inItsRing();
        for (int i = 1; i <= 256; i++) {
            bench.command(new PeerCommand.Request(NUMBER));
            assertThat(bench.purposes(QuestionPurpose.LookupHop.class)).hasSize(1);
        }
        bench.command(new PeerCommand.Request(NUMBER));
        assertThat(bench.effects(Effect.Ask.class)).isEmpty();
        assertThat(bench.lines())
                .containsExactly(
                        "File 0100 was not received: peer 5 waits for 256 answers already.");
    }

    // -- helpers

    private static FileNumber number(int hash) {
        return new FileNumber(String.format("%04d", hash));
    }

    private static Message.Lookup lookup(FileNumber number, int hop, boolean meant) {
        return new Message.Lookup(id(1), 9, LookupPurpose.REQUEST, number, id(1), hop, meant, 0);
    }

    private static Message.Lookup lookupFor(LookupPurpose purpose) {
        return new Message.Lookup(id(1), 9, purpose, NUMBER, id(1), 1, false, 0);
    }

    private static Message.Lookup passedOn(FileNumber number, int hop, boolean meant) {
        return new Message.Lookup(id(5), 9, LookupPurpose.REQUEST, number, id(1), hop, meant, 0);
    }

    private static Message.Lookup sent(long lookupId) {
        PeerId self = id(5);
        return new Message.Lookup(self, lookupId, LookupPurpose.REQUEST, NUMBER, self, 1, false, 0);
    }

    private static Effect.Ask hopTo(int next, Message.Lookup lookup, int... silent) {
        return new Effect.Ask(
                id(next), lookup, new QuestionPurpose.LookupHop(lookup, id(next), ids(silent)));
    }

    private static Effect.Report passedBy(int peer) {
        return new Effect.Report(new LookupEvent.LookupPassedBy(9, number(10), id(peer)));
    }
}
