package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PopUpsTest {

    @Test
    void popUpsWithoutTransparencyHaveASheetOfTheirOwnLast() {
        for (Theme theme : Theme.values()) {
            assertThat(theme.styleSheets(PopUps.OPAQUE))
                    .startsWith(theme.styleSheets().toArray(String[]::new))
                    .last()
                    .asString()
                    .endsWith("opaque.css");
            assertThat(theme.styleSheets(PopUps.TRANSPARENT)).isEqualTo(theme.styleSheets());
        }
    }
}
