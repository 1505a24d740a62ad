package ringside.app.deeds;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ringside.app.Texts;
import ringside.app.actions.PeerAction;
import ringside.app.run.Inquiry;
import ringside.model.Answer;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;

/** What the menu of a peer offers (WINDOW 7.2). JavaFX thread. */
public final class PeerMenu {

    private final Supplier<RingState> state;
    private final Inquiry questions;
    private final Runnable showOutput;

    /**
     * Makes it.
     *
     * @param state the ring as it is, on which something can be done
     * @param showOutput brings what the selected peer prints to the front
     */
    public PeerMenu(Supplier<RingState> state, Inquiry questions, Runnable showOutput) {
        this.state = state;
        this.questions = questions;
        this.showOutput = showOutput;
    }

    /** All that can be done at a peer, and asked. */
    ContextMenu of(PeerId id, Deeds deeds) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        told("menu.request", id, () -> deeds.request(id)),
                        told("menu.store", id, () -> deeds.store(id)),
                        new SeparatorMenuItem());
        for (PeerAction action : PeerAction.values()) {
            menu.getItems().add(action(action, id, deeds));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), questionMenu(id), lineMenu(id, deeds), log());
        return menu;
    }

    /** What can be asked about a peer of a recording. */
    ContextMenu ofRecorded(PeerId id) {
        return new ContextMenu(questionMenu(id), log());
    }

    /** What cannot be done says why. */
    private MenuItem action(PeerAction action, PeerId id, Deeds deeds) {
        MenuItem item = item("action." + action.key(), () -> deeds.act(action, id));
        item.setId("menu-" + action.key());
        state.get().peer(id).flatMap(action::hindrance).ifPresent(why -> hinder(item, why));
        return item;
    }

    private MenuItem told(String key, PeerId id, Runnable deed) {
        MenuItem item = item(key, deed);
        state.get().peer(id).flatMap(PeerAction::deafness).ifPresent(why -> hinder(item, why));
        return item;
    }

    private static void hinder(MenuItem item, String why) {
        item.setDisable(true);
        item.setText(Texts.text("menu.hindered", item.getText(), why));
    }

    private Menu lineMenu(PeerId id, Deeds deeds) {
        Menu lines = new Menu(Texts.text("menu.lines"));
        lines.setId("menu-lines");
        state.get().peer(id).ifPresent(peer -> lines.getItems().addAll(lines(peer, deeds)));
        lines.setDisable(lines.getItems().isEmpty());
        return lines;
    }

    private static List<MenuItem> lines(PeerState peer, Deeds deeds) {
        PeerId id = peer.id();
        Stream<MenuItem> cut =
                peer.cutLines().stream()
                        .map(other -> line("mend", new Command.MendLink(id, other), other, id, deeds));
        Stream<MenuItem> whole =
                Stream.concat(peer.successors().stream().limit(2), peer.predecessors().stream())
                        .distinct()
                        .filter(other -> !other.equals(id) && !peer.cutLines().contains(other))
                        .map(other -> line("cut", new Command.CutLink(id, other), other, id, deeds));
        return Stream.concat(cut, whole).toList();
    }

    private static MenuItem line(
            String deed, Command command, PeerId other, PeerId id, Deeds deeds) {
        MenuItem item = new MenuItem(Texts.text("menu." + deed, other));
        item.setId("menu-" + deed + "-" + other);
        item.setOnAction(event -> deeds.carryOut(command, id));
        return item;
    }

    private Menu questionMenu(PeerId id) {
        Menu why = new Menu(Texts.text("menu.why"));
        why.setId("menu-why");
        for (Answer answer : questions.about(id)) {
            MenuItem item = new MenuItem(answer.question());
            item.setOnAction(event -> questions.answer(answer));
            why.getItems().add(item);
        }
        why.setDisable(why.getItems().isEmpty());
        return why;
    }

    private MenuItem log() {
        return item("menu.log", showOutput);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
