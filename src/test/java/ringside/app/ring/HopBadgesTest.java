package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class HopBadgesTest {

    private static final RingGeometry GEOMETRY = RingGeometry.fitting(700, 560, 8);
    private static final Point2D CENTRE = new Point2D(350, 280);
    private static final RingCurve EDGE = RingCurve.firstSuccessor(GEOMETRY, 0.1, 0.22);

    private final HopBadges badges = new HopBadges();

    private static List<HopBadges.Wanted> wanted(int from, int to) {
        List<HopBadges.Wanted> wanted = new ArrayList<>();
        for (int i = from; i < to; i++) {
            wanted.add(new HopBadges.Wanted("hop " + i, EDGE, 56, 16));
        }
        return wanted;
    }

    private static List<Label> boxes(Map<String, Point2D> positions) {
        return positions.entrySet().stream()
                .map(place ->
                        new Label(
                                place.getKey(),
                                0,
                                place.getValue().getX(),
                                place.getValue().getY(),
                                56,
                                16))
                .toList();
    }

    @Test
    void aSingleNumberStandsInTheMiddleOfItsEdge() {
        Map<String, Point2D> positions = badges.place(wanted(0, 1), List.of(), CENTRE);
        assertThat(positions.get("hop 0")).isEqualTo(EDGE.pointAt(0.5));
    }

    @Test
    void numbersOfOneEdgeNeverLieOnEachOtherOrOnADisc() {
        Point2D end = EDGE.pointAt(1);
        Label disc = new Label("disc", 0, end.getX(), end.getY(), 38, 38);
        Map<String, Point2D> positions = badges.place(wanted(0, 6), List.of(disc), CENTRE);
        List<Label> boxes = new ArrayList<>(boxes(positions));
        boxes.add(disc);
        assertThat(LabelThinning.choose(boxes)).hasSize(7);
    }

    /** Thirty peers and three requests filled the circle with numbers on top of each other. */
    @Test
    void aNumberWithoutSpaceIsNotWritten() {
        Label all = new Label("all", 0, CENTRE.getX(), CENTRE.getY(), 4_000, 4_000);
        assertThat(badges.place(wanted(0, 2), List.of(all), CENTRE)).isEmpty();
    }

    @Test
    void aNumberKeepsItsPlaceWhenAnotherGoes() {
        Map<String, Point2D> before = badges.place(wanted(0, 3), List.of(), CENTRE);
        Map<String, Point2D> after = badges.place(wanted(1, 3), List.of(), CENTRE);
        assertThat(after).hasSize(2);
        assertThat(before).containsAllEntriesOf(after);
    }

    @Test
    void aNumberBesideItsEdgeComesBackToItWhenThereIsRoom() {
        Map<String, Point2D> before = badges.place(wanted(0, 6), List.of(), CENTRE);
        Map<String, Point2D> after = badges.place(wanted(5, 6), List.of(), CENTRE);
        assertThat(before.get("hop 5")).isNotEqualTo(EDGE.pointAt(0.5));
        assertThat(after.get("hop 5")).isEqualTo(EDGE.pointAt(0.5));
    }

    @Test
    void aNumberKeepsItsPlaceWhenAnEarlierOneComes() {
        Map<String, Point2D> before = badges.place(wanted(1, 3), List.of(), CENTRE);
        Map<String, Point2D> after = badges.place(wanted(0, 3), List.of(), CENTRE);
        assertThat(after).hasSize(3).containsAllEntriesOf(before);
    }
}
