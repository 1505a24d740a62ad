package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.app.transfers.TransferRow;
import ringside.ring.FileName;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

/** The list of transfers and what can be done with them (WINDOW part 4). */
@NeedsFonts
class TransfersWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    /** A transfer that begins, and ends if wanted. */
    private void transfer(long transferId, String file, boolean ends) {
        seen(
                () -> {
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
                    return transferId;
                });
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

    private static List<String> titles(FxRobot robot) {
        ListView<TransferRow> list = robot.lookup("#transfers").queryListView();
        return seen(() -> list.getItems().stream().map(TransferRow::title).toList());
    }

    private static void showTransfers(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        robot.clickOn("#tab-transfers");
        until(() -> isInSight(robot, "#transfers"));
    }

    @Test
    void aClickOnATransferShowsItsLadder(FxRobot robot) {
        showTransfers(robot);
        transfer(7, "2012.pdf", true);
        transfer(8, "4126.png", false);
        until(() -> text(robot, "#ladder-title").startsWith("TRANSFER 4126.png"));
        until(() -> isInSight(robot, "2012.pdf   236 \u2192 43"));
        robot.clickOn("2012.pdf   236 \u2192 43");
        until(() -> isInSight(robot, "#ladder-title"));
        until(() -> text(robot, "#ladder-title").startsWith("TRANSFER 2012.pdf"));
    }

    @Test
    void aFileThatHasArrivedIsOpenedAndSoIsItsFolder(FxRobot robot) throws IOException {
        Files.createDirectories(received("2012.pdf").getParent());
        Files.writeString(received("2012.pdf"), "It has arrived.");
        showTransfers(robot);
        transfer(7, "2012.pdf", true);
        until(() -> isOffered(robot, "#transfers .transfers-open"));
        robot.clickOn("#transfers .transfers-open");
        until(() -> !opened.isEmpty());
        robot.clickOn("#transfers .transfers-folder");
        until(() -> opened.size() == 2);
        assertThat(opened)
                .containsExactly(received("2012.pdf"), saved.resolve("received"));
    }

    private static boolean isOffered(FxRobot robot, String query) {
        return isInSight(robot, query) && seen(() -> !robot.lookup(query).query().isDisabled());
    }

    @Test
    void aFileThatIsNotOnThisMachineIsNotOfferedAndToldAbout(FxRobot robot) throws IOException {
        showTransfers(robot);
        transfer(7, "2012.pdf", true);
        until(() -> isInSight(robot, "#transfers .transfers-open"));
        until(() -> !isOffered(robot, "#transfers .transfers-open"));
        assertThat(isOffered(robot, "#transfers .transfers-folder")).isFalse();
        robot.moveTo("#transfers .transfers-open");
        until(() -> isTold(robot, "not on this machine"));
        Files.createDirectories(received("2012.pdf").getParent());
        Files.writeString(received("2012.pdf"), "It is there again.");
        robot.moveTo("#tab-transfers").moveTo("#transfers .transfers-open");
        until(() -> isOffered(robot, "#transfers .transfers-open"));
    }

    @Test
    void theTimeAtWhichATransferBeganLeadsThere(FxRobot robot) {
        showTransfers(robot);
        transfer(7, "2012.pdf", true);
        until(() -> isInSight(robot, "#transfers .transfers-began"));
        String began = text(robot, "#transfers .transfers-began");
        assertThat(began).matches("00:[0-9]{2}[.][0-9]");
        until(() -> text(robot, "#timeline-time").compareTo(began) > 0);
        robot.clickOn("#transfers .transfers-began");
        until(() -> isShown(robot, "#past-banner"));
        assertThat(text(robot, "#timeline-time")).startsWith(began);
        assertThat(titles(robot)).containsExactly("2012.pdf   236 \u2192 43");
        assertThat(isInSight(robot, "#transfers")).isTrue();
    }

    @Test
    void clearEndedLeavesWhatIsUnderWay(FxRobot robot) {
        showTransfers(robot);
        transfer(7, "2012.pdf", true);
        transfer(8, "4126.png", false);
        until(() -> titles(robot).size() == 2);
        robot.clickOn("#clear-transfers");
        until(() -> titles(robot).equals(List.of("4126.png   236 \u2192 43")));
    }
}
