package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;
import ringside.app.base.PopOverPlace.Side;

class PopOverPlaceTest {

    private static final Dimension2D SMALL_WINDOW = new Dimension2D(1_024, 700);
    private static final Dimension2D SIZE = new Dimension2D(300, 200);

    private static PopOverPlace at(double x, double y) {
        return PopOverPlace.at(anchor(x, y), SIZE, SMALL_WINDOW);
    }

    private static Bounds anchor(double x, double y) {
        return new BoundingBox(x - 10, y - 10, 20, 20);
    }

    @Test
    void itStandsBelowWhatItPointsAt() {
        assertThat(at(500, 100)).isEqualTo(new PopOverPlace(350, 119, Side.BELOW, 150));
    }

    @Test
    void itStandsAboveWhereThereIsNoRoomBelow() {
        assertThat(at(500, 690)).isEqualTo(new PopOverPlace(350, 471, Side.ABOVE, 150));
    }

    @Test
    void atABorderItStaysInTheWindowAndItsArrowStillPoints() {
        PopOverPlace right = at(1_000, 100);
        assertThat(right.x()).isEqualTo(718);
        assertThat(right.x() + right.arrowX()).isEqualTo(1_000);
        assertThat(at(100, 100).x()).isEqualTo(6);
    }

    @Test
    void theArrowKeepsAwayFromTheCorners() {
        assertThat(at(1_020, 100).arrowX()).isEqualTo(282);
        assertThat(at(2, 100).arrowX()).isEqualTo(18);
    }

    @Test
    void overSomethingAsHighAsTheWindowItStandsInTheMiddle() {
        Bounds ring = new BoundingBox(0, 50, 600, 600);
        assertThat(PopOverPlace.at(ring, SIZE, SMALL_WINDOW))
                .isEqualTo(new PopOverPlace(150, 250, Side.OVER, 150));
    }

    @Test
    void ofSomethingTooLargeTheBeginningIsInSight() {
        PopOverPlace place =
                PopOverPlace.at(anchor(500, 100), new Dimension2D(2_000, 900), SMALL_WINDOW);
        assertThat(place.x()).isEqualTo(6);
        assertThat(place.y()).isEqualTo(6);
    }
}
