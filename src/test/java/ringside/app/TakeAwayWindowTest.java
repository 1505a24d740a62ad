package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.w3c.dom.Document;
import ringside.NeedsFonts;

/** What is taken away, each by its gesture (WINDOW, take away). */
@NeedsFonts
class TakeAwayWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private Path take(FxRobot robot, String button, String fileName) {
        until(() -> isShown(robot, "#peer-236"));
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> isShown(robot, button));
        robot.clickOn(button);
        Path file = saved.resolve(fileName);
        until(() -> isShown(robot, "#said") && Files.exists(file));
        return file;
    }

    @Test
    void theRingIsAPictureOnWhite(FxRobot robot) throws Exception {
        Path png = take(robot, "#take-ring-png", "ring.png");
        var picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(1_200);
        int corner = picture.getRGB(2, 2);
        assertThat(corner).isEqualTo(0xff_ff_ff_ff);
    }

    @Test
    void theRingIsADrawingWithEveryPeersNumber(FxRobot robot) throws Exception {
        Path svg = take(robot, "#take-ring-svg", "ring.svg");
        Document drawing =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertThat(drawing.getElementsByTagName("circle").getLength()).isGreaterThan(8);
        String texts = "";
        for (int i = 0; i < drawing.getElementsByTagName("text").getLength(); i++) {
            texts += drawing.getElementsByTagName("text").item(i).getTextContent() + " ";
        }
        assertThat(texts).contains("14 ", "43 ", "236 ", "8 alive", "consistent");
        assertThat(texts)
                .contains("first successor", "second successor", "ping", "transfer", "file at its hash")
                .doesNotContain("second predecessor");
    }

    @Test
    void theLastSecondsAreAnAnimation(FxRobot robot) throws Exception {
        Path gif = take(robot, "#take-animation", "ring.gif");
        until(() -> text(robot, "#said").contains("pictures"));
        assertThat(Files.size(gif)).isGreaterThan(1_000);
    }

    @Test
    void eventsAndTransfersAreTablesAndShiVizGetsItsLog(FxRobot robot) throws Exception {
        assertThat(Files.readString(take(robot, "#take-events-csv", "events.csv")))
                .startsWith("seconds,peer,kind,what,why,rule,event");
        assertThat(Files.readString(take(robot, "#take-transfers-csv", "transfers.csv")))
                .startsWith("file,sender,receiver");
        assertThat(Files.readString(take(robot, "#take-shiviz", "ring-shiviz.log")))
                .contains("peer14 {");
    }

    @Test
    void withoutATransferThereIsNoLadderToTakeAway(FxRobot robot) {
        until(() -> isShown(robot, "#peer-236"));
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> isShown(robot, "#take-ladder-svg"));
        robot.clickOn("#take-ladder-svg");
        until(() -> text(robot, "#said").contains("Select a transfer first"));
        assertThat(saved.resolve("ladder.svg")).doesNotExist();
    }
}
