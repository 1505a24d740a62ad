package ringside.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.app.inspector.FileViewModel.Page;
import ringside.model.RingState;
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

/** The words on the page of a file. */
class FileViewModelTest {

    private static final FileName FILE = FileName.parse("2012.pdf");
    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final PeerId OWNER = new PeerId(236);
    private static final PeerId NEXT = new PeerId(14);
    private static final String DIGEST = "0a".repeat(32);
    private static final long SECOND = 1_000_000;

    private final FileViewModel model = new FileViewModel();
    private RingState ring = RingState.EMPTY;

    private void told(long second, PeerId peer, StatusEvent event) {
        ring = ring.after(new StatusEntry(second * SECOND, peer, event));
    }

    private Page page(long second) {
        model.update(NUMBER, ring, second * SECOND);
        return Objects.requireNonNull(model.pageProperty().get());
    }

    private void holds(PeerId peer, boolean isOwned, String digest) {
        told(
                20,
                peer,
                new FileEvent.FilesHeld(
                        List.of(new HeldFile(FILE, 80_000, isOwned, digest, 10_000L))));
    }

    @BeforeEach
    void twoPeersHoldIt() {
        for (PeerId peer : List.of(NEXT, OWNER)) {
            told(1, peer, new ProcessEvent.ProcessStarted(peer.value(), 50_000 + peer.value()));
            told(1, peer, new LifeEvent.Running());
        }
        told(12, OWNER, new FileEvent.FileStored(FILE, OWNER, 2));
        told(
                13,
                NEXT,
                new FileEvent.TransferStarted(
                        5, false, OWNER, FILE, 80_000, 0, 400, 1, 0, TransferPurpose.COPY));
        told(15, NEXT, new FileEvent.TransferDone(5, false, 80_000, 200, 0));
        holds(OWNER, true, DIGEST);
        holds(NEXT, false, DIGEST);
    }

    @Test
    void aPageSaysWhatTheFileIs() {
        assertThat(page(40).title()).isEqualTo("File 2012.pdf");
        assertThat(page(40).facts())
                .containsExactly(
                        "80 kB · hash 2012 mod 256 = 220",
                        "Owner: peer 236",
                        "Put on the ring 30 s ago",
                        "SHA-256 0a0a0a0a0a0a0a0a…");
    }

    @Test
    void aHolderHasItsRoleAndItsOrigin() {
        assertThat(page(40).holders())
                .extracting(holder -> holder.peer() + ": " + holder.role() + ", " + holder.origin())
                .containsExactly(
                        "236: owner, stored here 28 s ago", "14: copy, copied from 236, 25 s ago");
    }

    @Test
    void holdersWithOtherBytesAreToldApart() {
        holds(NEXT, false, "0b".repeat(32));
        assertThat(page(40).facts()).endsWith("Its holders do not all have the same bytes.");
    }

    @Test
    void aDamagedCopySaysSo() {
        told(30, NEXT, new FileEvent.FileDamaged(FILE, "Its bytes have changed."));
        assertThat(page(40).holders().getLast().role()).isEqualTo("damaged");
    }

    @Test
    void aRequestIsListedWithItsEnd() {
        assertThat(page(40).requests()).containsExactly("Nobody has asked for it lately.");
        told(41, NEXT, new LookupEvent.LookupSent(1, LookupPurpose.REQUEST, NUMBER, OWNER, 1));
        assertThat(page(42).requests()).containsExactly("14 asks for it, since 1 s");
        told(
                43,
                NEXT,
                new LookupEvent.LookupAnswered(1, LookupPurpose.REQUEST, NUMBER, OWNER, true));
        assertThat(page(44).requests()).containsExactly("14 asked for it 3 s ago: 236 has it");
    }

    @Test
    void aFileThatIsGoneSaysSo() {
        told(50, OWNER, new FileEvent.FilesHeld(List.of()));
        told(50, NEXT, new FileEvent.FilesHeld(List.of()));
        assertThat(page(51).facts()).containsExactly("No living peer holds it now.");
    }

    @Test
    void withoutASelectedFileThereIsNoPage() {
        page(40);
        model.update(null, ring, 41 * SECOND);
        assertThat(model.pageProperty().get()).isNull();
    }
}
