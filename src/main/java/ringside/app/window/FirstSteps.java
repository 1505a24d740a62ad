package ringside.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.app.base.Texts;

/** The hints on an empty ring: three things to try. */
final class FirstSteps extends VBox {

    FirstSteps(Runnable addPeer, Runnable addFive, Runnable commandBox) {
        getStyleClass().add("first-steps");
        setId("first-steps");
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        Label title = new Label(Texts.text("first.title"));
        title.getStyleClass().add("first-title");
        Label circle = new Label(Texts.text("first.circle"));
        circle.getStyleClass().add("muted");
        circle.setMouseTransparent(true);
        Button add = new Button(Texts.text("first.add"));
        add.setId("first-add");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> addPeer.run());
        Button five = new Button(Texts.text("first.five"));
        five.setId("first-five");
        five.setOnAction(event -> addFive.run());
        Hyperlink type = new Hyperlink(Texts.text("first.command"));
        type.setId("first-command");
        type.setOnAction(event -> commandBox.run());
        getChildren().addAll(title, circle, add, five, type);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
