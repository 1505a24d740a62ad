package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSizeTest {

    @Test
    void itGrowsInFourStepsToTwiceTheUsualSizeAndNoFurther() {
        TextSize size = TextSize.PERCENT_100;
        for (double times : new double[] {1.25, 1.5, 1.75, 2, 2}) {
            size = size.larger();
            assertThat(size.times()).isEqualTo(times);
        }
        assertThat(TextSize.PERCENT_200.smaller()).isEqualTo(TextSize.PERCENT_175);
        assertThat(TextSize.PERCENT_100.smaller()).isEqualTo(TextSize.PERCENT_100);
    }
}
