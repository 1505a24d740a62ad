package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.status.Command;
import ringside.status.CommandParser;

/** The consistency of the style sheets: no colour is undefined, in either theme. */
@NeedsFonts
class StyleSheetTest extends WindowFixture {

    /** Referenced here, as a logger without a reference loses its handlers. */
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(@Nullable LogRecord told) {
                    if (told != null && told.getLevel().intValue() >= Level.WARNING.intValue()) {
                        warnings.add(told.getMessage());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    StyleSheetTest() {
        super(14, 43, 77, 104);
        ring.with("2012.pdf", 80_000);
    }

    @BeforeEach
    void listen() {
        STYLES.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        STYLES.removeHandler(handler);
    }

    @Test
    void noColourIsMissingInAnyViewMenuOrPopOverOfBothThemes() {
        until(() -> isShown("#peer-43"));
        for (int look = 0; look < 2; look++) {
            user.clickOn("#peer-43");
            key(KeyCode.T);
            user.clickOn("#peer-43", MouseButton.SECONDARY);
            until(() -> isShown("#menu-kill"));
            key(KeyCode.ESCAPE);
            user.clickOn("#settings");
            until(() -> isShown("#settings-ping"));
            user.clickOn("#event-kinds");
            key(KeyCode.ESCAPE);
            for (String command : List.of("request 2012 from 43", "kill 77", "add 200")) {
                ring.carryOut(CommandParser.parse(command)).exceptionally(failure -> null).join();
            }
            until(() -> isShown("#transfers .transfer-detail"));
            user.clickOn("#command").write("kil").type(KeyCode.ENTER);
            until(() -> isShown("#command-problem"));
            user.clickOn("#peer-43");
            key(KeyCode.R);
            until(() -> isShown("#file-number"));
            key(KeyCode.ESCAPE);
        }
        assertThat(warnings).isEmpty();
        assertThat(ring.commands()).contains(new Command.Kill(List.of(id(77))));
    }
}
