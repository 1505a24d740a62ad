package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.transfers.TransferRow;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerFiles;

/** The list of transfers and its buttons (WINDOW 4.1). */
@NeedsFonts
class TransfersWindowTest extends WindowFixture {

    /** Reports the start of a transfer, and its end if wanted. */
    private void transfer(long transferId, String file, boolean ends) {
        ring.tell(
                id(236),
                new FileEvent.TransferStarted(
                        transferId,
                        true,
                        id(43),
                        FileName.parse(file),
                        4_000,
                        0,
                        400,
                        1,
                        0.1,
                        TransferPurpose.REQUEST));
        if (ends) {
            end(transferId, file);
        }
    }

    private void end(long transferId, String file) {
        FileName name = FileName.parse(file);
        ring.tell(id(43), new FileEvent.TransferDone(transferId, false, 4_000, 10, 0));
        ring.tell(
                id(43),
                new FileEvent.FileReceived(name, 4_000, id(236), received(file).toString()));
        ring.tell(id(236), new FileEvent.TransferDone(transferId, true, 4_000, 10, 0));
    }

    private Path received(String file) {
        return saved.resolve("received").resolve(file);
    }

    private List<String> titles() {
        ListView<TransferRow> list = user.lookup("#transfers").queryListView();
        return list.getItems().stream().map(TransferRow::title).toList();
    }

    private void showTransfers() {
        until(() -> isShown("#peer-236"));
        user.clickOn("#tab-transfers");
        until(() -> isInSight("#transfers"));
    }

    @Test
    void aClickOnATransferShowsItsLadder() {
        showTransfers();
        transfer(7, "2012.pdf", true);
        transfer(8, "4126.png", false);
        until(() -> text("#ladder-title").startsWith("TRANSFER 4126.png"));
        until(() -> isInSight("2012.pdf   236 \u2192 43"));
        user.clickOn("2012.pdf   236 \u2192 43");
        until(() -> isInSight("#ladder-title"));
        until(() -> text("#ladder-title").startsWith("TRANSFER 2012.pdf"));
    }

    @Test
    void aFileThatHasArrivedIsOpenedAndSoIsItsFolder() throws IOException {
        Files.createDirectories(received("2012.pdf").getParent());
        Files.writeString(received("2012.pdf"), "It has arrived.");
        showTransfers();
        transfer(7, "2012.pdf", true);
        openTheFileAndThenItsFolder();
        assertThat(opened).containsExactly(received("2012.pdf"), saved.resolve("received"));
    }

    private void openTheFileAndThenItsFolder() {
        until(() -> isOffered("#transfers .transfers-open"));
        user.clickOn("#transfers .transfers-open");
        until(() -> !opened.isEmpty());
        user.clickOn("#transfers .transfers-folder");
        until(() -> opened.size() == 2);
    }

    private boolean isOffered(String query) {
        return isInSight(query) && !user.lookup(query).query().isDisabled();
    }

    @Test
    void aFileThatIsNotOnThisMachineIsNotOfferedAndATooltipSaysWhy() throws IOException {
        showTransfers();
        transfer(7, "2012.pdf", true);
        until(() -> isInSight("#transfers .transfers-open"));
        until(() -> !isOffered("#transfers .transfers-open"));
        assertThat(isOffered("#transfers .transfers-folder")).isFalse();
        assertThat(tooltip("#transfers .transfers-open")).contains("not on this machine");
        Files.createDirectories(received("2012.pdf").getParent());
        Files.writeString(received("2012.pdf"), "It is there again.");
        user.moveTo("#tab-transfers").moveTo("#transfers .transfers-open");
        until(() -> isOffered("#transfers .transfers-open"));
    }

    @Test
    void aFileOfAnotherHostIsBroughtHereAndOpened() throws IOException {
        Path copy = Files.writeString(saved.resolve("1-2012.pdf"), "It has travelled twice.");
        ring.keepFiles(elsewhere(CompletableFuture.completedFuture(copy)));
        showTransfers();
        transfer(7, "2012.pdf", true);
        openTheFileAndThenItsFolder();
        assertThat(opened).containsExactly(copy, saved);
    }

    @Test
    void aTooltipSaysWhyAFileOfAnotherHostDoesNotCome() {
        ring.keepFiles(
                elsewhere(
                        CompletableFuture.failedFuture(
                                new ActionFailedException("Host lab07 is gone."))));
        showTransfers();
        transfer(7, "2012.pdf", true);
        until(() -> isOffered("#transfers .transfers-open"));
        user.clickOn("#transfers .transfers-open");
        until(() -> !isOffered("#transfers .transfers-open"));
        assertThat(tooltip("#transfers .transfers-open")).isEqualTo("Host lab07 is gone.");
        assertThat(opened).isEmpty();
    }

    private static PeerFiles elsewhere(CompletableFuture<Path> file) {
        return new PeerFiles() {
            @Override
            public boolean mayHave(PeerId peer, String path) {
                return true;
            }

            @Override
            public CompletableFuture<Path> fileOf(PeerId peer, String path) {
                return file;
            }
        };
    }

    @Test
    void theTimeAtWhichATransferBeganLeadsThere() {
        showTransfers();
        transfer(7, "2012.pdf", true);
        until(() -> isInSight("#transfers .transfers-began"));
        String began = text("#transfers .transfers-began");
        assertThat(began).matches("00:[0-9]{2}[.][0-9]");
        until(() -> text("#timeline-time").compareTo(began) > 0);
        user.clickOn("#transfers .transfers-began");
        until(() -> isShown("#past-banner"));
        assertThat(text("#timeline-time")).startsWith(began);
        assertThat(titles()).containsExactly("2012.pdf   236 \u2192 43");
        assertThat(isInSight("#transfers")).isTrue();
    }

    @Test
    void clearEndedKeepsRunningTransfers() {
        showTransfers();
        transfer(7, "2012.pdf", true);
        transfer(8, "4126.png", false);
        until(() -> titles().size() == 2);
        user.clickOn("#clear-transfers");
        until(() -> titles().equals(List.of("4126.png   236 \u2192 43")));
    }
}
