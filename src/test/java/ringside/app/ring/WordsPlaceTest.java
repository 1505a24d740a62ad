package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.app.ring.WordsPlace.Lines;
import ringside.app.ring.WordsPlace.Mark;
import ringside.app.ring.WordsPlace.Place;

class WordsPlaceTest {

    private static final double EDGE = 6;
    private static final double DISC = 13;
    private static final List<Lines> QUIT =
            List.of(new Lines("quit 6 s ago", 69, 13), new Lines("quit\n6 s ago", 41, 26));

    private static Rectangle2D view(double width, double height) {
        return new Rectangle2D(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE);
    }

    private static Mark mark(RingGeometry geometry, double turn) {
        return new Mark(geometry.pointAt(turn, geometry.radius()), DISC);
    }

    /** The ring of a window, of a lesson under F11 that is as wide as it is high, and of a half. */
    @ParameterizedTest
    @CsvSource({"940, 620", "508, 560", "460, 640"})
    void wordsStandOutsideTheCircleBesideTheirPeerWhereverItStands(double width, double height) {
        RingGeometry geometry = RingGeometry.fitting(width, height, 10);
        WordsPlace place = new WordsPlace(geometry, view(width, height), new FreePlaces());
        double between = 50 / geometry.circumference();
        for (double turn = 0; turn < 1; turn += 0.005) {
            Mark own = mark(geometry, turn);
            List<Mark> others =
                    List.of(
                            mark(geometry, turn - between),
                            mark(geometry, turn + between),
                            mark(geometry, turn + 0.5));
            Optional<Place> found = place.of(own, others, QUIT);
            assertThat(found).as("at %s", turn).isPresent();
            Rectangle2D box = found.orElseThrow().box();
            assertThat(place.view().contains(box)).isTrue();
            assertThat(distance(box, new Point2D(geometry.centreX(), geometry.centreY())))
                    .isGreaterThan(geometry.radius() + WordsPlace.LEAST_AIR - 1);
            double toOwn = own.distanceTo(box);
            assertThat(toOwn).isGreaterThanOrEqualTo(WordsPlace.LEAST_AIR);
            assertThat(others).allMatch(other -> other.distanceTo(box) > toOwn);
        }
    }

    private static double distance(Rectangle2D box, Point2D point) {
        return new Mark(point, 0).distanceTo(box);
    }

    @Test
    void wordsKeepTheInsetAtTheBottom() {
        RingGeometry geometry = RingGeometry.fitting(940, 620, 8);
        Rectangle2D box =
                new WordsPlace(geometry, view(940, 620), new FreePlaces())
                        .of(mark(geometry, 0.5), List.of(), QUIT)
                        .orElseThrow()
                        .box();
        assertThat(box.getMaxY()).isLessThanOrEqualTo(620 - EDGE);
        assertThat((box.getMinX() + box.getMaxX()) / 2).isCloseTo(geometry.centreX(), within(0.01));
    }

    @Test
    void wordsBreakOnlyWhereTheyHaveNoRoomInOneLine() {
        RingGeometry wide = RingGeometry.fitting(940, 620, 8);
        RingGeometry narrow = RingGeometry.fitting(460, 640, 8);
        assertThat(lines(wide, 940, 620)).isEqualTo("quit 6 s ago");
        assertThat(lines(narrow, 460, 640)).isEqualTo("quit\n6 s ago");
    }

    private static String lines(RingGeometry geometry, double width, double height) {
        return new WordsPlace(geometry, view(width, height), new FreePlaces())
                .of(mark(geometry, 0.25), List.of(), QUIT)
                .orElseThrow()
                .lines()
                .text();
    }

    /** Words that could only be written beside another peer are not written. */
    @Test
    void wordsWithoutAPlaceOfTheirOwnAreNotWritten() {
        RingGeometry geometry = RingGeometry.fitting(460, 640, 8);
        List<Lines> longest = List.of(new Lines("gone without a goodbye 6 s ago", 170, 13));
        List<Mark> others = new ArrayList<>();
        IntStream.of(-2, -1, 1, 2).forEach(step -> others.add(mark(geometry, 0.25 + step * 0.035)));
        assertThat(
                        new WordsPlace(geometry, view(460, 640), new FreePlaces())
                                .of(mark(geometry, 0.25), others, longest))
                .isEmpty();
    }

    @Test
    void aPeerThatIsOutOfSightHasNoWords() {
        RingGeometry zoomed = RingGeometry.fitting(460, 640, 8).zoomed(3, 0, 0, 8);
        assertThat(
                        new WordsPlace(zoomed, view(460, 640), new FreePlaces())
                                .of(mark(zoomed, 0.25), List.of(), QUIT))
                .isEmpty();
    }

    @Test
    void wordsKeepOffAFileThatLiesWhereTheyWouldStand() {
        RingGeometry geometry = RingGeometry.fitting(940, 620, 8);
        Rectangle2D alone =
                new WordsPlace(geometry, view(940, 620), new FreePlaces())
                        .of(mark(geometry, 0.25), List.of(), QUIT)
                        .orElseThrow()
                        .box();
        FreePlaces free = new FreePlaces();
        free.keep(
                new Label(
                        "file",
                        0,
                        alone.getMinX() + 5,
                        (alone.getMinY() + alone.getMaxY()) / 2,
                        11,
                        11));
        assertThat(
                        new WordsPlace(geometry, view(940, 620), free)
                                .of(mark(geometry, 0.25), List.of(), QUIT))
                .hasValueSatisfying(place ->
                        assertThat(
                                        place.box()
                                                .intersects(
                                                        alone.getMinX(),
                                                        alone.getMinY() + alone.getHeight() / 2 - 5,
                                                        10,
                                                        10))
                                .isFalse());
    }
}
