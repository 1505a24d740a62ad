package ringside.app.ring;

import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.ring.PeerId;

/** Handles the pointer in the ring: select, hover, open a menu, drop a file, add a peer. */
final class RingPointer {

    /** One notch of a wheel is about 40 pixels and zooms by an eighth. */
    private static final double ZOOM_PER_PIXEL = 0.003;

    private final RingView view;
    private final RingViewModel model;
    private final RingGestures actions;
    private final Lens lens;

    /** Shows which peer a click would choose. */
    private final Ghost hint = new Ghost("hint", "");

    /** Shows the chosen newcomer, which another click would add. */
    private final Ghost newcomer = new Ghost("newcomer", Texts.text("ghost.again"));

    private final Group ghosts = new Group(hint, newcomer);
    private double grabbedX;
    private double grabbedY;

    RingPointer(RingView view, RingViewModel model, RingGestures actions, Lens lens) {
        this.view = view;
        this.lens = lens;
        this.model = model;
        this.actions = actions;
        newcomer.setId("newcomer");
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        view.focusWithinProperty()
                .subscribe(isWithin -> {
                    if (!isWithin) {
                        model.newcomerProperty().set(null);
                    }
                });
    }

    /** Keeps the newcomer in its place, once a frame, until a peer is there. */
    void onFrame() {
        PeerId id = model.newcomerProperty().get();
        if (id != null && view.isShown(id)) {
            model.newcomerProperty().set(null);
        }
        show(newcomer, model.newcomerProperty().get());
    }

    private void show(Ghost ghost, @Nullable PeerId id) {
        if (id == null) {
            ghost.setVisible(false);
        } else {
            ghost.show(id, view.turnOf(id), view.pointOf(id));
        }
    }

    /** Returns the hollow discs of peers that could be added. */
    Node ghosts() {
        return ghosts;
    }

    private void moved(MouseEvent event) {
        lens.point(new Point2D(event.getX(), event.getY()));
        hover(event.getPickResult().getIntersectedNode());
        boolean isTaken =
                newcomer.isAt(event.getX(), event.getY())
                        || event.getPickResult().getIntersectedNode() instanceof HostTouch;
        show(hint, isTaken ? null : freeIdAt(event.getX(), event.getY()));
    }

    private @Nullable PeerId freeIdAt(double x, double y) {
        boolean overPeer = model.hoveredPeerProperty().get() != null;
        PeerId id = overPeer || !actions.canAdd() ? null : view.idAt(x, y);
        return id == null || view.isShown(id) ? null : id;
    }

    /** Chooses a newcomer, adds the chosen one, or lets go of everything. */
    void clicked(double x, double y) {
        PeerId id = freeIdAt(x, y);
        hint.setVisible(false);
        if (newcomer.isAt(x, y)) {
            model.takeNewcomer().ifPresent(actions::addWanted);
        } else if (id != null) {
            view.requestFocus();
            model.newcomerProperty().set(id);
            onFrame();
        } else {
            letGo();
            model.selectedPeerProperty().set(null);
            view.requestFocus();
        }
    }

    private void letGo() {
        model.newcomerProperty().set(null);
        model.selectedFileProperty().set(null);
        model.concernedProperty().set(Set.of());
    }

    private void left() {
        lens.point(null);
        hint.setVisible(false);
        model.hoveredPeerProperty().set(null);
    }

    /** Updates the hovered peer, also when a peer moves away from the pointer by itself. */
    private void hover(@Nullable Node under) {
        Node node = under;
        while (node != null && !(node instanceof PeerNode)) {
            node = node.getParent();
        }
        model.hoveredPeerProperty().set(node instanceof PeerNode peer ? peer.peer() : null);
    }

    /** Zooms around the pointer. */
    private void scrolled(ScrollEvent event) {
        double before = model.zoomProperty().get();
        double now =
                Math.clamp(
                        before * Math.exp(event.getDeltaY() * ZOOM_PER_PIXEL),
                        RingViewModel.LEAST_ZOOM,
                        RingViewModel.MOST_ZOOM);
        double x = event.getX() - view.getWidth() / 2;
        double y = event.getY() - view.getHeight() / 2;
        model.zoomProperty().set(now);
        model.panXProperty().set(x - (x - model.panXProperty().get()) * now / before);
        model.panYProperty().set(y - (y - model.panYProperty().get()) * now / before);
        if (now == RingViewModel.LEAST_ZOOM) {
            model.fit();
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        grabbedX = event.getX() - model.panXProperty().get();
        grabbedY = event.getY() - model.panYProperty().get();
    }

    private void dragged(MouseEvent event) {
        if (model.zoomProperty().get() > RingViewModel.LEAST_ZOOM) {
            model.panXProperty().set(event.getX() - grabbedX);
            model.panYProperty().set(event.getY() - grabbedY);
        }
    }

    void watch(PeerNode node) {
        node.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                select(node);
                event.consume();
            }
        });
        node.setOnContextMenuRequested(event -> {
            select(node);
            actions.menuWanted(node.peer(), node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        node.focusedProperty()
                .addListener((property, before, focused) -> {
                    if (focused) {
                        model.selectedPeerProperty().set(node.peer());
                    }
                });
        node.setOnDragOver(RingPointer::dragOver);
        node.setOnDragDropped(event -> dropped(event, node.peer()));
    }

    private void select(PeerNode node) {
        node.requestFocus();
        letGo();
        model.selectedPeerProperty().set(node.peer());
    }

    private static void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event, PeerId id) {
        if (event.getDragboard().hasFiles()) {
            actions.fileDropped(id, event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
