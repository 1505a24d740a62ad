package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import ringside.NeedsFonts;
import ringside.app.lessons.Lesson;
import ringside.status.CommandParser;
import ringside.text.Language;
import ringside.text.PseudoLanguage;

/** The window in a language with longer words: nothing is cut off, and nothing is in English. */
@NeedsFonts
@Isolated("the whole process speaks another language")
class PseudoLanguageWindowTest extends WindowFixture {

    /** What is no text of the window: what lessons and peers say, and what users have typed. */
    private static final List<String> OF_OTHERS =
            List.of("card-text", "card-title", "lesson-title", "lesson-text", "output-line");

    /** Parts of names of files, units and keys. */
    private static final Set<String> NAMES =
            Set.of("pdf", "min", "Esc", "Tab", "tmp", "run", "Ringside");

    /** Texts that give way when there is no room: their beginning says enough. */
    private static final List<String> MAY_BE_CUT = List.of("command-preview", "output-line");

    /** What the ring of the tests says about an end, in place of the supervisor's bundle. */
    private static final String SCRIPTED = "Killed by you.";

    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void speak() throws Exception {
        PseudoLanguage.write();
        Language.speak(PseudoLanguage.LANGUAGE);
    }

    @AfterAll
    static void speakEnglishAgain() {
        Language.speak(Language.ENGLISH);
    }

    private void look(String where) {
        settle();
        for (WordsInSight.Words words : WordsInSight.all()) {
            if (!words.isIn(OF_OTHERS)) {
                PseudoLanguage.foreign(words.text().replace(SCRIPTED, "")).stream()
                        .filter(word -> !NAMES.contains(word))
                        .forEach(word ->
                                found.add("ENGLISH " + where + ": " + word + " in " + words));
            }
        }
        for (WordsInSight.Words words : WordsInSight.cut()) {
            if (!words.isIn(MAY_BE_CUT)) {
                found.add("CUT " + where + ": " + words);
            }
        }
    }

    private void resize(int width, int height) {
        stage().setWidth(width);
        stage().setHeight(height);
        pass(Duration.ofMillis(100));
    }

    private void happen() {
        until(() -> isShown("#peer-139"));
        user.clickOn("#peer-77");
        ring.carryOut(CommandParser.parse("request 2012 from 43")).join();
        ring.carryOut(CommandParser.parse("pause 14")).join();
        pass(Duration.ofMillis(200));
        ring.carryOut(CommandParser.parse("kill 139")).join();
        pass(Duration.ofMillis(300));
    }

    private void walk(String size) {
        look(size + " at first");
        for (String tab : List.of("ladder", "peers", "transfers", "output", "charts", "lessons")) {
            user.lookup("#details").queryAs(DetailTabs.class).show(tab);
            pass(Duration.ofMillis(100));
            look(size + " tab " + tab);
        }
        user.clickOn("#settings");
        look(size + " settings");
        key(KeyCode.ESCAPE);
        user.write("?");
        look(size + " keys");
        key(KeyCode.ESCAPE);
        key(KeyCode.CONTROL, KeyCode.E);
        look(size + " export");
        key(KeyCode.ESCAPE);
        key(KeyCode.CONTROL, KeyCode.O);
        look(size + " runs");
        key(KeyCode.ESCAPE);
        key(KeyCode.B);
        look(size + " bookmarks");
        key(KeyCode.ESCAPE);
        user.clickOn("#pace");
        look(size + " pace");
        key(KeyCode.ESCAPE);
    }

    @Test
    void nothingIsCutOffAndNothingIsInEnglish() {
        happen();
        resize(1440, 900);
        look("1440x900");
        resize(1024, 700);
        walk("1024x700");
        user.clickOn("#peer-43", MouseButton.SECONDARY);
        look("menu");
        key(KeyCode.ESCAPE);
        ListView<?> events = user.lookup("#events").queryListView();
        user.interact(() -> events.getSelectionModel().select(0));
        pass(Duration.ofMillis(100));
        look("card of an event");
        key(KeyCode.W);
        look("message of an event");
        key(KeyCode.ESCAPE);
        key(KeyCode.ESCAPE);
        key(KeyCode.END);
        user.lookup("#details").queryAs(DetailTabs.class).show("lessons");
        ListView<Lesson> list = user.lookup("#lesson-list").queryListView();
        user.interact(() -> list.getSelectionModel().select(0));
        user.clickOn("#lesson-run");
        pass(Duration.ofMillis(500));
        look("lesson");
        key(KeyCode.F11);
        pass(Duration.ofMillis(200));
        look("projector");
        key(KeyCode.F11);
        assertThat(found.stream().distinct()).isEmpty();
    }
}
