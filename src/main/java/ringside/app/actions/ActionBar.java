package ringside.app.actions;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ButtonWithReason;
import ringside.app.base.Texts;
import ringside.app.command.PeerAction;

/** The toolbar's buttons for peers; the tooltip of a disabled one gives the reason. */
public final class ActionBar extends HBox {

    private final ActionsViewModel model;
    private final Consumer<PeerAction> act;

    /**
     * Creates the buttons, bound to their view model.
     *
     * @param add called when the user wants to add a peer
     * @param act called with the action for the selected peer
     */
    public ActionBar(ActionsViewModel model, Runnable add, Consumer<PeerAction> act) {
        this.model = model;
        this.act = act;
        getStyleClass().add("action-bar");
        Button addButton = new Button(Texts.text("toolbar.add"), new FontIcon(Feather.PLUS));
        addButton.setId("add-peer");
        addButton.getStyleClass().add("accent");
        addButton.setOnAction(event -> add.run());
        StackPane pause = button(PeerAction.PAUSE, Feather.PAUSE);
        StackPane resume = button(PeerAction.RESUME, Feather.PLAY);
        resume.visibleProperty().bind(model.pausedProperty());
        resume.managedProperty().bind(resume.visibleProperty());
        pause.visibleProperty().bind(model.pausedProperty().not());
        pause.managedProperty().bind(pause.visibleProperty());
        getChildren()
                .addAll(
                        new ButtonWithReason(
                                addButton,
                                model.addDisabledReasonProperty(),
                                Texts.text("toolbar.add.tip")),
                        button(PeerAction.QUIT, Feather.LOG_OUT),
                        button(PeerAction.KILL, Feather.ZAP_OFF),
                        pause,
                        resume,
                        button(PeerAction.RESTART, Feather.ROTATE_CW));
    }

    private StackPane button(PeerAction action, Feather icon) {
        Button button = new Button(Texts.text("action." + action.key()), new FontIcon(icon));
        button.setId(action.key());
        if (action == PeerAction.KILL) {
            button.getStyleClass().add("kill");
        }
        button.setOnAction(event -> act.accept(action));
        return new ButtonWithReason(
                button,
                model.disabledReasonProperty(action),
                Texts.text("action.tip." + action.key()));
    }
}
