package ringside.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.RulesFile;
import ringside.rules.SentenceKind;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.LookupEvent.LookupSent;
import ringside.status.NeighbourEvent.PingAnswered;
import ringside.status.NeighbourEvent.PingSent;
import ringside.status.PeerEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.status.SuccessorRole;
import ringside.transcript.Reading;

/** What peers say, as events, in whatever order their outputs are read (PROGRAMS 3.4). */
class ClaimsTest {

    private static final FileNumber FILE = new FileNumber("2012");

    private Claims claims;

    @BeforeEach
    void startTheRing() throws Exception {
        claims =
                new Claims(
                        RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")),
                        PeerSettings.DEFAULTS,
                        (peer, file) -> 1_000);
        claims.started(new PeerId(8), List.of(new PeerId(12), new PeerId(1)));
        claims.started(new PeerId(1), List.of(new PeerId(8), new PeerId(12)));
    }

    private List<PeerEvent> says(int speaker, SentenceKind kind) {
        return claims.eventsOf(
                new PeerId(speaker),
                new Reading.Sentence(
                        kind, List.of(), FILE.digits(), List.of(), new Reading.Span(0, 0, 1)));
    }

    @Test
    void aTypedRequestIsOnItsWayOnce() {
        assertThat(claims.requested(new PeerId(8), FILE))
                .hasSize(1)
                .first()
                .isInstanceOf(LookupSent.class);
        assertThat(says(8, SentenceKind.REQUEST_SENT)).isEmpty();
        assertThat(says(8, SentenceKind.REQUEST_SENT)).hasSize(1);
    }

    /** The lines do not say how long a reply took. */
    @Test
    void aReplyToAPingHasNoRoundTrip() {
        PeerId twelve = new PeerId(12);
        List<PeerEvent> events =
                claims.eventsOf(
                        new PeerId(8),
                        new Reading.Sentence(
                                SentenceKind.PING_RESPONSE,
                                List.of(twelve),
                                null,
                                List.of(),
                                new Reading.Span(0, 0, 1)));
        assertThat(events)
                .containsExactly(
                        new PingSent(twelve, 0, SuccessorRole.FIRST),
                        PingAnswered.afterUnknownTime(twelve, 0));
        assertThat(
                        Explanations.of(
                                        new StatusEntry(1, new PeerId(8), events.getLast()),
                                        RingState.EMPTY)
                                .text())
                .isEqualTo("12 answered ping 0 of 8.");
    }

    /** Outputs are read on threads of their own: the owner's may be read before the requester's. */
    @Test
    void anOwnerThatIsReadFirstStillSends() {
        claims.requested(new PeerId(8), FILE);
        says(1, SentenceKind.HERE);
        assertThat(says(8, SentenceKind.REQUEST_SENT)).isEmpty();
        assertThat(says(1, SentenceKind.SENDING))
                .hasSize(1)
                .first()
                .isInstanceOf(TransferStarted.class);
    }
}
