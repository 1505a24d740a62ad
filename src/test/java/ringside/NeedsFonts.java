package ringside;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks tests that draw text with JavaFX. On Linux it needs Pango for that, with or without a
 * display; a machine that has none could not show the window either.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsFonts.Condition.class)
public @interface NeedsFonts {

    /** Looks for the library. */
    final class Condition implements ExecutionCondition {

        private static final String PANGO = "libpangoft2-1.0.so.0";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return !system.contains("linux") || isThere()
                    ? ConditionEvaluationResult.enabled("JavaFX can draw text")
                    : ConditionEvaluationResult.disabled(
                            PANGO + " is missing (apt install libgtk-3-0): no window here");
        }

        @SuppressWarnings("restricted")
        private static boolean isThere() {
            try (Arena arena = Arena.ofConfined()) {
                return SymbolLookup.libraryLookup(PANGO, arena)
                        .find("pango_ft2_font_map_new")
                        .isPresent();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
