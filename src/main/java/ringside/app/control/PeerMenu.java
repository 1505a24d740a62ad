package ringside.app.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ringside.app.base.Texts;
import ringside.app.command.CommandCheck;
import ringside.app.command.PeerAction;
import ringside.app.run.ExplanationController;
import ringside.model.Answer;
import ringside.model.HostState;
import ringside.model.Hosts;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;

/** Builds the context menu of a peer (WINDOW 7.2). JavaFX thread only. */
public final class PeerMenu {

    private final Supplier<RingState> state;
    private final ExplanationController questions;
    private final Runnable showOutput;

    /**
     * Creates a builder of menus.
     *
     * @param state supplies the current ring, on which commands can act
     * @param showOutput brings the output of the selected peer to the front
     */
    public PeerMenu(
            Supplier<RingState> state, ExplanationController questions, Runnable showOutput) {
        this.state = state;
        this.questions = questions;
        this.showOutput = showOutput;
    }

    /**
     * Returns the menu of a peer of a running ring: actions, questions, lines, its host and its
     * log.
     */
    ContextMenu of(PeerId id, PeerController controller) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        peerCommand("menu.request", id, () -> controller.request(id)),
                        peerCommand("menu.store", id, () -> controller.store(id)),
                        new SeparatorMenuItem());
        for (PeerAction action : PeerAction.values()) {
            menu.getItems().add(action(action, id, controller));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), questionMenu(id), linkMenu(id, controller));
        host(id).ifPresent(host -> menu.getItems().add(hostItem(id, host, controller)));
        menu.getItems().add(log());
        return menu;
    }

    /** Returns the menu of the host of a peer; empty for the window's own machine. */
    Optional<ContextMenu> ofHost(PeerId id, PeerController controller) {
        return host(id).map(host -> new ContextMenu(hostItem(id, host, controller)));
    }

    /** Returns the menu of a peer of a recording: questions and its log. */
    ContextMenu ofRecorded(PeerId id) {
        return new ContextMenu(questionMenu(id), log());
    }

    /** Returns the item of an action; a disabled one gives the reason in its text. */
    private MenuItem action(PeerAction action, PeerId id, PeerController controller) {
        MenuItem item = item("action." + action.key(), () -> controller.act(action, id));
        item.setId("menu-" + action.key());
        CommandCheck.disabledReason(action.command(id), state.get())
                .ifPresent(why -> disable(item, why));
        return item;
    }

    private MenuItem peerCommand(String key, PeerId id, Runnable action) {
        MenuItem item = item(key, action);
        CommandCheck.cannotTellReason(id, state.get()).ifPresent(why -> disable(item, why));
        return item;
    }

    private static void disable(MenuItem item, String why) {
        item.setDisable(true);
        item.setText(Texts.text("menu.disabled", item.getText(), why));
    }

    private Menu linkMenu(PeerId id, PeerController controller) {
        Menu links = new Menu(Texts.text("menu.links"));
        links.setId("menu-links");
        state.get().peer(id).ifPresent(peer -> links.getItems().addAll(links(peer, controller)));
        if (links.getItems().isEmpty()) {
            disable(links, Texts.text("menu.links.none", id));
        }
        return links;
    }

    private List<MenuItem> links(PeerState peer, PeerController controller) {
        PeerId id = peer.id();
        Stream<MenuItem> cut =
                peer.cutLinks().stream()
                        .map(other -> link("mend", new Command.MendLink(id, other), controller));
        Stream<MenuItem> whole =
                Stream.concat(peer.successors().stream().limit(2), peer.predecessors().stream())
                        .distinct()
                        .filter(other -> !other.equals(id) && !peer.cutLinks().contains(other))
                        .map(other -> link("cut", new Command.CutLink(id, other), controller));
        return Stream.concat(cut, whole).toList();
    }

    private MenuItem link(String key, Command.ToLink command, PeerController controller) {
        MenuItem item = new MenuItem(Texts.text("menu." + key, command.other()));
        item.setId("menu-" + key + "-" + command.other());
        item.setOnAction(event -> controller.carryOut(command, command.one()));
        CommandCheck.disabledReason(command, state.get()).ifPresent(why -> disable(item, why));
        return item;
    }

    /** Returns the peer's host where there are several; the window's own cannot be unplugged. */
    private Optional<HostState> host(PeerId id) {
        Hosts hosts = state.get().hosts();
        return state.get()
                .peer(id)
                .filter(_ -> hosts.areSeveral())
                .flatMap(peer -> hosts.get(peer.process().host()))
                .filter(host -> !host.isHere());
    }

    private MenuItem hostItem(PeerId id, HostState host, PeerController controller) {
        Command.ToHost command =
                host.cut() ? new Command.MendHost(host.name()) : new Command.CutHost(host.name());
        MenuItem item =
                new MenuItem(
                        Texts.text(host.cut() ? "menu.host.mend" : "menu.host.cut", host.name()));
        item.setId("menu-host");
        item.setOnAction(event -> controller.carryOut(command, id));
        CommandCheck.disabledReason(command, state.get()).ifPresent(why -> disable(item, why));
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
        if (why.getItems().isEmpty()) {
            disable(why, Texts.text("menu.why.none", id));
        }
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
