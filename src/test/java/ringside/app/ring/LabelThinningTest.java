package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelThinningTest {

    @Test
    void labelsThatDoNotTouchAreAllShown() {
        Label left = new Label("left", 1, 0, 0, 10, 10);
        Label right = new Label("right", 1, 20, 0, 10, 10);
        assertThat(LabelThinning.choose(List.of(left, right)))
                .containsExactlyInAnyOrder("left", "right");
    }

    @Test
    void theMoreImportantOfTwoCollidingLabelsStays() {
        Label number = new Label("number", 1, 0, 0, 10, 10);
        Label words = new Label("words", 3, 5, 0, 10, 10);
        assertThat(LabelThinning.choose(List.of(number, words))).containsExactly("words");
    }

    @Test
    void noTwoChosenLabelsEverOverlapAndNoneIsLeftOutThatWouldFit() {
        Random random = new Random(3);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            labels.add(
                    new Label(
                            "label " + i,
                            random.nextInt(4),
                            random.nextDouble() * 400,
                            random.nextDouble() * 400,
                            30,
                            12));
        }
        Set<String> chosen = LabelThinning.choose(labels);
        List<Label> shown = labels.stream().filter(l -> chosen.contains(l.key())).toList();
        for (Label label : labels) {
            boolean collides =
                    shown.stream()
                            .anyMatch(other ->
                                    !other.key().equals(label.key()) && other.collidesWith(label));
            assertThat(collides).isEqualTo(!chosen.contains(label.key()));
        }
    }
}
