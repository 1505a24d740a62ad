package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.model.FileFacts.Holder;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

/** What is known of a file: 2012 hashes to 220, which 236 owns; 14 comes after it. */
class FileFactsTest {

    private static final FileName FILE = FileName.parse("2012.pdf");
    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final PeerId OWNER = new PeerId(236);
    private static final PeerId NEXT = new PeerId(14);
    private static final PeerId OTHER = new PeerId(104);
    private static final long SECOND = 1_000_000;

    private RingState ring = RingState.EMPTY;
    private long now;

    private void told(PeerId peer, StatusEvent event) {
        now += SECOND;
        ring = ring.after(new StatusEntry(now, peer, event));
    }

    private FileFacts facts() {
        return FileFacts.of(NUMBER, ring).orElseThrow();
    }

    private void holds(PeerId peer, boolean isOwned) {
        told(peer, new FileEvent.FilesHeld(List.of(new HeldFile(FILE, 10, isOwned, null, 7L))));
    }

    private void receives(PeerId peer, PeerId from, TransferPurpose purpose) {
        told(peer, new FileEvent.TransferStarted(5, false, from, FILE, 10, 0, 400, 1, 0, purpose));
        told(peer, new FileEvent.TransferDone(5, false, 10, 1, 0));
    }

    @BeforeEach
    void threePeersRun() {
        for (PeerId peer : List.of(NEXT, OTHER, OWNER)) {
            told(peer, new ProcessEvent.ProcessStarted(peer.value(), 50_000 + peer.value()));
            told(peer, new LifeEvent.Running());
        }
    }

    @Test
    void aFileThatNobodyHoldsHasNoFacts() {
        assertThat(FileFacts.of(NUMBER, ring)).isEmpty();
    }

    @Test
    void itsHoldersAreTheOwnerAndThenTheOthersClockwise() {
        holds(OTHER, false);
        holds(NEXT, false);
        holds(OWNER, true);
        assertThat(facts().holders()).extracting(Holder::peer).containsExactly(OWNER, NEXT, OTHER);
        assertThat(facts().owner()).contains(OWNER);
        assertThat(facts().holders().getFirst().file().versionMs()).isEqualTo(7L);
        assertThat(facts().holders().get(1).reason().answer())
                .isEqualTo(
                        "2012 mod 256 = 220. 220 lies in (104, 236]: 236 is the first living peer at"
                                + " or after it, so 236 owns it. 14 is the 1st successor of 236 and"
                                + " keeps a copy: 3 peers hold each file.");
    }

    @Test
    void aCopyKnowsWhoSentItAndWhen() {
        receives(NEXT, OWNER, TransferPurpose.COPY);
        holds(NEXT, false);
        assertThat(facts().holders().getFirst().origin())
                .contains(new FileOrigin(FILE, OWNER, TransferPurpose.COPY, now - SECOND));
    }

    @Test
    void whatAUserStoredAtItsOwnerComesFromNobodyElse() {
        told(OWNER, new FileEvent.FileStored(FILE, OWNER, 1));
        holds(OWNER, true);
        assertThat(facts().holders().getFirst().origin()).map(FileOrigin::from).contains(OWNER);
        told(OTHER, new FileEvent.FileStored(FILE, OWNER, 2));
        holds(OTHER, false);
        assertThat(facts().holders().getLast().origin()).isEmpty();
    }

    @Test
    void aFileThatWasRequestedDoesNotLieOnTheRingForThat() {
        receives(NEXT, OWNER, TransferPurpose.REQUEST);
        holds(NEXT, false);
        assertThat(facts().holders().getFirst().origin()).isEmpty();
    }

    @Test
    void whatAPeerLetsGoOfIsForgotten() {
        receives(NEXT, OWNER, TransferPurpose.HANDOVER);
        holds(NEXT, false);
        told(NEXT, new FileEvent.FilesHeld(List.of()));
        holds(NEXT, false);
        assertThat(facts().holders().getFirst().origin()).isEmpty();
    }

    @Test
    void damageIsToldOfItsHolderOnly() {
        holds(OWNER, true);
        holds(NEXT, false);
        told(NEXT, new FileEvent.FileDamaged(FILE, "Its bytes have changed."));
        assertThat(facts().holders()).extracting(Holder::isDamaged).containsExactly(false, true);
    }

    @Test
    void theLatestRequestOfAUserComesFirst() {
        holds(OWNER, true);
        told(OTHER, new LookupEvent.LookupSent(1, LookupPurpose.REQUEST, NUMBER, OWNER, 1));
        told(NEXT, new LookupEvent.LookupSent(2, LookupPurpose.REQUEST, NUMBER, OTHER, 1));
        told(NEXT, new LookupEvent.LookupSent(3, LookupPurpose.STORE, NUMBER, OTHER, 1));
        told(
                NEXT,
                new LookupEvent.LookupSent(
                        4, LookupPurpose.REQUEST, new FileNumber("0090"), OTHER, 1));
        assertThat(facts().requests())
                .extracting(LookupState::requester)
                .containsExactly(NEXT, OTHER);
    }
}
