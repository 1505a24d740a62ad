package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import ringside.NeedsFonts;

/** The exports, each by its gesture (WINDOW 16). */
@NeedsFonts
class ExportsWindowTest extends WindowFixture {

    private Path take(String button, String fileName) {
        save(button);
        Path file = saved.resolve(fileName);
        until(() -> isShown("#window-notice") && Files.exists(file));
        return file;
    }

    @Test
    void theRingIsAPictureOnWhite() throws Exception {
        Path png = take("#take-ring-png", "ring.png");
        var picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(1_200);
        int corner = picture.getRGB(2, 2);
        assertThat(corner).isEqualTo(0xff_ff_ff_ff);
    }

    @Test
    void theRingIsADrawingWithEveryPeersNumber() throws Exception {
        Path svg = take("#take-ring-svg", "ring.svg");
        Document drawing =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertThat(drawing.getElementsByTagName("circle").getLength()).isGreaterThan(8);
        String texts = "";
        for (int i = 0; i < drawing.getElementsByTagName("text").getLength(); i++) {
            texts += drawing.getElementsByTagName("text").item(i).getTextContent() + " ";
        }
        assertThat(texts).contains("14 ", "43 ", "236 ", "8 alive", "consistent");
        assertThat(texts)
                .contains(
                        "first successor",
                        "second successor",
                        "ping",
                        "transfer",
                        "file at its hash")
                .doesNotContain("second predecessor");
    }

    @Test
    void theLastSecondsAreAnAnimation() throws Exception {
        Path gif = take("#take-animation", "ring.gif");
        until(() -> text("#window-notice").contains("pictures"));
        assertThat(Files.size(gif)).isGreaterThan(1_000);
    }

    /** No user can write below a file, whatever their rights. */
    @Test
    void anAnimationThatCannotBeWrittenIsReportedAndTheNextOneIsMade() throws Exception {
        Path folder = saved;
        saved = Files.writeString(folder.resolve("no-folder"), "a file");
        save("#take-animation");
        until(() -> text("#window-notice").startsWith("Not saved: "));
        saved = folder;
        Path gif = take("#take-animation", "ring.gif");
        until(() -> text("#window-notice").contains("pictures"));
        assertThat(Files.size(gif)).isGreaterThan(1_000);
        assertThat(folder.resolve("no-folder")).isRegularFile();
    }

    private void save(String button) {
        until(() -> isShown("#peer-236"));
        user.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> isShown(button));
        user.clickOn(button);
    }

    @Test
    void eventsAndTransfersAreTablesAndShiVizGetsItsLog() throws Exception {
        assertThat(Files.readString(take("#take-events-csv", "events.csv")))
                .startsWith("seconds,peer,kind,what,why,rule,event");
        assertThat(Files.readString(take("#take-transfers-csv", "transfers.csv")))
                .startsWith("file,sender,receiver");
        assertThat(Files.readString(take("#take-shiviz", "ring-shiviz.log"))).contains("peer14 {");
    }

    @Test
    void theRunOrAPartOfItIsAPage() throws Exception {
        Path page = take("#take-page", "ring.html");
        until(() -> text("#window-notice").startsWith("Saved "));
        assertThat(Files.readString(page)).contains("<title>ring</title>").endsWith("</html>\n");
    }

    @Test
    void timesThatAreNoIntervalMakeNoPage() {
        until(() -> isShown("#peer-236"));
        user.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> isShown("#take-from"));
        assertThat(user.lookup("#take-page").queryButton().isDisabled()).isFalse();
        user.clickOn("#take-to").eraseText(7).write("x");
        until(() -> user.lookup("#take-page").queryButton().isDisabled());
        user.eraseText(1).write("1:10");
        until(() -> !user.lookup("#take-page").queryButton().isDisabled());
    }

    @Test
    void withoutATransferThereIsNoLadderToTakeAway() {
        until(() -> isShown("#peer-236"));
        user.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> isShown("#take-ladder-svg"));
        user.clickOn("#take-ladder-svg");
        until(() -> text("#window-notice").contains("Select a transfer first"));
        assertThat(saved.resolve("ladder.svg")).doesNotExist();
    }
}
