package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

/** Who is behind an event, and which story it repeats (WINDOW 6.6). */
class EventTraitsTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final LookupEvent.LookupForwarded FORWARDED =
            new LookupEvent.LookupForwarded(
                    7, NUMBER, EventStory.id(1), 2, EventStory.id(3), false, 0);

    private static final FileEvent.FileStored STORED =
            new FileEvent.FileStored(new FileName(NUMBER, "pdf"), EventStory.id(3), 3);

    private final EventStory story = EventStory.ring(1, 2, 3);

    private EventTraits traits(StatusEvent event) {
        StatusEntry entry = story.entry(2, event);
        RingState before = story.state();
        return new EventTraits(
                Explanations.isRoutine(entry, before),
                EventOrigin.of(entry, before),
                Repetition.of(entry, before));
    }

    private Optional<Repetition.Kind> repeated(StatusEvent event) {
        return traits(event).repetition().map(Repetition::kind);
    }

    private void lookFor(LookupPurpose purpose) {
        story.that(1, new LookupEvent.LookupSent(7, purpose, NUMBER, EventStory.id(2), 1));
    }

    private void startTransfer(TransferPurpose purpose) {
        story.that(2, started(purpose));
    }

    private static FileEvent.TransferStarted started(TransferPurpose purpose) {
        return new FileEvent.TransferStarted(
                9, true, EventStory.id(3), new FileName(NUMBER, "pdf"), 1, 0, 300, 1, 0.3, purpose);
    }

    @Test
    void aRequestThatIsPassedOnIsTheUsers() {
        lookFor(LookupPurpose.REQUEST);
        assertThat(traits(FORWARDED).origin()).isEqualTo(EventOrigin.USER);
        assertThat(traits(FORWARDED).repetition())
                .contains(new Repetition(Repetition.Kind.PASSED_ON, 7, "2012"));
    }

    @Test
    void aSearchForTheOwnerOfAFileThatAPeerHoldsIsTheRings() {
        lookFor(LookupPurpose.RETURN);
        assertThat(traits(FORWARDED).origin()).isEqualTo(EventOrigin.RING);
        assertThat(repeated(FORWARDED)).contains(Repetition.Kind.OWNERS_SOUGHT);
    }

    @ParameterizedTest
    @EnumSource
    void aTransferIsOfThoseForWhomItIs(TransferPurpose purpose) {
        startTransfer(purpose);
        StatusEvent segment =
                new FileEvent.SegmentTraced(9, SegmentStep.DROPPED, EventStory.id(3), 1, 300, 0);
        boolean isAsked = purpose == TransferPurpose.REQUEST || purpose == TransferPurpose.STORE;
        assertThat(traits(segment).origin())
                .isEqualTo(isAsked ? EventOrigin.USER : EventOrigin.RING);
        assertThat(repeated(segment)).contains(Repetition.Kind.SEGMENTS);
        assertThat(repeated(started(purpose)))
                .isEqualTo(isAsked ? Optional.empty() : Optional.of(Repetition.Kind.FILES_MOVE));
    }

    /** A ring that opens stores the sample files (WINDOW 10.4). */
    @Test
    void aSampleThatTheWindowStoresByItselfIsTheRings() {
        story.that(1, new ProcessEvent.SampleGiven(NUMBER));
        lookFor(LookupPurpose.STORE);
        assertThat(traits(FORWARDED).origin()).isEqualTo(EventOrigin.RING);
        assertThat(traits(started(TransferPurpose.STORE)).origin()).isEqualTo(EventOrigin.RING);
        startTransfer(TransferPurpose.STORE);
        StatusEvent done = new FileEvent.TransferDone(9, true, 1, 1, 0);
        assertThat(traits(done).origin()).isEqualTo(EventOrigin.RING);
        assertThat(traits(STORED).origin()).isEqualTo(EventOrigin.RING);
    }

    @Test
    void theSameFileStoredAgainIsTheUsers() {
        story.that(1, new ProcessEvent.SampleGiven(NUMBER)).that(1, STORED);
        assertThat(traits(STORED).origin()).isEqualTo(EventOrigin.USER);
        lookFor(LookupPurpose.STORE);
        assertThat(traits(FORWARDED).origin()).isEqualTo(EventOrigin.USER);
    }

    @Test
    void afterASampleThatCouldNotBeStoredAStoreIsTheUsers() {
        story.that(1, new ProcessEvent.SampleGiven(NUMBER))
                .that(1, new LifeEvent.ActionFailed("store a.pdf as 2012 at 1", "it is gone"));
        assertThat(traits(STORED).origin()).isEqualTo(EventOrigin.USER);
    }

    @Test
    void aRequestForASampleIsTheUsers() {
        story.that(1, new ProcessEvent.SampleGiven(NUMBER));
        lookFor(LookupPurpose.REQUEST);
        assertThat(traits(FORWARDED).origin()).isEqualTo(EventOrigin.USER);
    }

    @Test
    void whatMattersOneByOneRepeatsNothing() {
        assertThat(repeated(new ProcessEvent.ProcessKilled())).isEmpty();
        assertThat(repeated(new NeighbourEvent.PingMissed(EventStory.id(3), 1, 1, 4))).isEmpty();
        assertThat(repeated(new NeighbourEvent.PeerDead(EventStory.id(3), 4))).isEmpty();
        assertThat(traits(new ProcessEvent.ProcessKilled()).origin()).isEqualTo(EventOrigin.USER);
    }

    @ParameterizedTest
    @EnumSource
    void everyStoryHasASentenceForSeveralPeersAndOneThatNamesAPeerOnce(Repetition.Kind kind) {
        Repetition repetition = new Repetition(kind, 7, "2012");
        PeerId one = EventStory.id(101);
        PeerId other = EventStory.id(203);
        assertThat(repetition.told(List.of(one, other, one)))
                .contains("3")
                .doesNotContain("from", "{", "}");
        assertThat(repetition.told(List.of(one, one))).contains("2").containsOnlyOnce("101");
    }

    @Test
    void whatSeveralPeersTellIsNotSaidOfTheOneThatToldFirstAndLast() {
        PeerId one = EventStory.id(14);
        Repetition pings = new Repetition(Repetition.Kind.PINGS, 0, "");
        assertThat(pings.told(List.of(one, EventStory.id(43), one)))
                .isEqualTo("3 pings and replies, told by 2 peers.");
        assertThat(pings.told(List.of(one, one))).isEqualTo("2 pings and replies, told by 14.");
    }
}
