package ringside.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

class SceneSvgTest {

    private static String svg(Rectangle box) {
        return SceneSvg.of(new Group(box), 100, 100, Color.WHITE);
    }

    @Test
    void aRectangleHasItsFourCorners() {
        String path = svg(new Rectangle(10, 20, 30, 40));
        assertThat(path).contains("M40 20", "L10 20", "L10 60", "L40 60");
    }

    @Test
    void roundCornersStayWithinTheRectangle() {
        Rectangle box = new Rectangle(10, 20, 30, 40);
        box.setArcWidth(12);
        box.setArcHeight(12);
        Matcher points = Pattern.compile("[ML]([0-9.]+) ([0-9.]+)").matcher(svg(box));
        int count = 0;
        while (points.find()) {
            count++;
            assertThat(Double.parseDouble(points.group(1))).isBetween(10.0, 40.0);
            assertThat(Double.parseDouble(points.group(2))).isBetween(20.0, 60.0);
        }
        assertThat(count).isGreaterThan(8);
    }
}
