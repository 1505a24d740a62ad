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
            wanted.add(HopBadges.Wanted.atEdge("hop " + i, EDGE, CENTRE, 56, 16));
        }
        return wanted;
    }

    private Map<String, Point2D> place(List<HopBadges.Wanted> wanted, Label... obstacles) {
        FreePlaces free = new FreePlaces();
        List.of(obstacles).forEach(free::keep);
        return badges.place(wanted, free);
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
        Map<String, Point2D> positions = place(wanted(0, 1));
        assertThat(positions.get("hop 0")).isEqualTo(EDGE.pointAt(0.5));
    }

    @Test
    void numbersOfOneEdgeNeverLieOnEachOtherOrOnADisc() {
        Point2D end = EDGE.pointAt(1);
        Label disc = new Label("disc", 0, end.getX(), end.getY(), 38, 38);
        Map<String, Point2D> positions = place(wanted(0, 6), disc);
        List<Label> boxes = new ArrayList<>(boxes(positions));
        boxes.add(disc);
        assertThat(LabelThinning.choose(boxes)).hasSize(7);
    }

    /** Thirty peers and three requests filled the circle with numbers on top of each other. */
    @Test
    void aNumberWithoutSpaceIsNotWritten() {
        Label all = new Label("all", 0, CENTRE.getX(), CENTRE.getY(), 4_000, 4_000);
        assertThat(place(wanted(0, 2), all)).isEmpty();
    }

    @Test
    void aNumberKeepsItsPlaceWhenAnotherGoes() {
        Map<String, Point2D> before = place(wanted(0, 3));
        Map<String, Point2D> after = place(wanted(1, 3));
        assertThat(after).hasSize(2);
        assertThat(before).containsAllEntriesOf(after);
    }

    @Test
    void aNumberBesideItsEdgeComesBackToItWhenThereIsRoom() {
        Map<String, Point2D> before = place(wanted(0, 6));
        Map<String, Point2D> after = place(wanted(5, 6));
        assertThat(before.get("hop 5")).isNotEqualTo(EDGE.pointAt(0.5));
        assertThat(after.get("hop 5")).isEqualTo(EDGE.pointAt(0.5));
    }

    @Test
    void aNumberKeepsItsPlaceWhenAnEarlierOneComes() {
        Map<String, Point2D> before = place(wanted(1, 3));
        Map<String, Point2D> after = place(wanted(0, 3));
        assertThat(after).hasSize(3).containsAllEntriesOf(before);
    }
}
