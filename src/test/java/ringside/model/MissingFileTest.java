package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * A request for a file that nobody has stored: the last holder answers, but is not the owner (SPEC
 * 8.5).
 */
class MissingFileTest {

    private static final FileNumber NUMBER = new FileNumber("9999");

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    private static StatusEntry entry(int peer, StatusEvent event) {
        return new StatusEntry(1, id(peer), event);
    }

    /**
     * 14 requests 9999, whose hash is 15: 43 is the owner, and 77 and 104 would keep the copies.
     */
    @Test
    void theRightPeerIsNamedAsTheOwner() {
        RingState state =
                RingState.EMPTY
                        .after(
                                entry(
                                        14,
                                        new LookupEvent.LookupSent(
                                                7, LookupPurpose.REQUEST, NUMBER, id(43), 1)))
                        .after(
                                entry(
                                        43,
                                        new LookupEvent.LookupForwarded(
                                                7, NUMBER, id(14), 1, id(77), true, 1)))
                        .after(
                                entry(
                                        77,
                                        new LookupEvent.LookupForwarded(
                                                7, NUMBER, id(14), 2, id(104), true, 2)));
        StatusEntry arrived =
                entry(
                        104,
                        new LookupEvent.LookupArrived(
                                7, LookupPurpose.REQUEST, NUMBER, id(14), 3, false));
        StatusEntry answered =
                entry(
                        14,
                        new LookupEvent.LookupAnswered(
                                7, LookupPurpose.REQUEST, NUMBER, id(104), false));
        assertThat(Explanations.of(arrived, state).text())
                .isEqualTo(
                        "9999 is not here as a copy either: nobody has stored it at 43, its owner."
                                + " Tells 14.");
        RingState later = state.after(arrived);
        assertThat(Explanations.of(answered, later).text())
                .isEqualTo(
                        "14 hears from 104, the last that could have a copy, that 43, the owner,"
                                + " has no file 9999.");
        assertThat(later.after(answered).lookups())
                .singleElement()
                .satisfies(lookup -> assertThat(lookup.owner()).isEqualTo(id(43)));
    }
}
