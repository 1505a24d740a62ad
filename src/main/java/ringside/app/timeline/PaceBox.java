package ringside.app.timeline;

import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ringside.app.base.Texts;
import ringside.timeline.Pace;
import ringside.timeline.Playhead;

/** The choice of a pace for the past: a speed on a log scale, or the same time for every event. */
final class PaceBox extends VBox {

    private static final double DOUBLINGS = 3;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double WIDTH = 230;

    private final Playhead playhead;
    private final Slider speed = slider("speed", -DOUBLINGS, DOUBLINGS, 0);
    private final Slider gap = slider("gap", -DOUBLINGS, 1, 0);
    private final RadioButton bySpeed = new RadioButton(Texts.text("pace.speed"));
    private final RadioButton byGap = new RadioButton(Texts.text("pace.gap"));

    PaceBox(Playhead playhead) {
        this.playhead = playhead;
        getStyleClass().addAll("bubble", "pace-box");
        ToggleGroup choice = new ToggleGroup();
        bySpeed.setToggleGroup(choice);
        bySpeed.setId("pace-by-speed");
        byGap.setToggleGroup(choice);
        byGap.setId("pace-by-gap");
        show(playhead.pace());
        Label why = new Label(Texts.text("pace.why"));
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        why.setMaxWidth(WIDTH);
        why.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(bySpeed, speed, byGap, gap, why);
        speed.disableProperty().bind(bySpeed.selectedProperty().not());
        gap.disableProperty().bind(byGap.selectedProperty().not());
        speed.valueProperty().subscribe(value -> apply());
        gap.valueProperty().subscribe(value -> apply());
        choice.selectedToggleProperty().subscribe(toggle -> apply());
    }

    private static Slider slider(String id, double from, double to, double value) {
        Slider slider = new Slider(from, to, value);
        slider.setId("pace-" + id);
        slider.setMajorTickUnit(1);
        slider.setBlockIncrement(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(true);
        slider.setShowTickLabels(true);
        slider.setPrefWidth(WIDTH);
        slider.setLabelFormatter(
                new StringConverter<>() {
                    @Override
                    public String toString(Double exponent) {
                        String amount = Paces.power(exponent);
                        return id.equals("gap") ? amount + " s" : amount;
                    }

                    @Override
                    public Double fromString(String text) {
                        throw new UnsupportedOperationException("labels are not typed");
                    }
                });
        return slider;
    }

    private void show(Pace pace) {
        switch (pace) {
            case Pace.Speed now -> {
                bySpeed.setSelected(true);
                speed.setValue(Math.log(now.times()) / Math.log(2));
            }
            case Pace.Gap now -> {
                byGap.setSelected(true);
                gap.setValue(Math.log(now.micros() / MICROS_PER_SECOND) / Math.log(2));
            }
        }
    }

    private void apply() {
        playhead.setPace(
                byGap.isSelected()
                        ? new Pace.Gap(Math.round(MICROS_PER_SECOND * Math.pow(2, gap.getValue())))
                        : new Pace.Speed(
                                Math.clamp(
                                        Math.pow(2, speed.getValue()),
                                        Pace.Speed.SLOWEST,
                                        Pace.Speed.FASTEST)));
    }
}
