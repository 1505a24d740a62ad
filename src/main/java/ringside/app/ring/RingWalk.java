package ringside.app.ring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * Walks the ring by keyboard (WINDOW 2.10): Tab leads to one peer and from there out of the ring,
 * the arrow keys lead around it. Left and right belong to time unless Tab has led here. JavaFX
 * thread only.
 */
final class RingWalk {

    private static final Map<KeyCode, Integer> STEPS = Map.of(KeyCode.DOWN, 1, KeyCode.UP, -1);

    private static final Map<KeyCode, Integer> STEPS_AFTER_TAB = new HashMap<>(STEPS);

    static {
        STEPS_AFTER_TAB.put(KeyCode.RIGHT, 1);
        STEPS_AFTER_TAB.put(KeyCode.LEFT, -1);
    }

    private final RingView view;
    private final RingViewModel model;
    private boolean isLedByTab;
    private @Nullable PeerNode focused;

    RingWalk(RingView view, RingViewModel model) {
        this.view = view;
        this.model = model;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isLedByTab = false);
    }

    void watch(PeerNode node) {
        node.focusVisibleProperty()
                .subscribe(isVisible -> {
                    if (isVisible) {
                        isLedByTab = true;
                    }
                });
        node.focusedProperty()
                .subscribe(isFocused -> {
                    if (isFocused) {
                        focused = node;
                    } else if (node.equals(focused)) {
                        focused = null;
                    }
                });
    }

    /** Returns the peer to which Tab and the arrows have led; empty when none has the focus so. */
    Optional<PeerId> walked() {
        return Optional.ofNullable(focused).filter(node -> isLedByTab).map(PeerNode::peer);
    }

    /** Returns the peer to which Tab leads: the selected one if it is drawn, or the first. */
    @Nullable PeerId entrance() {
        List<PeerId> shown = view.shownPeers();
        PeerId selected = model.selectedPeerProperty().get();
        boolean isShown = selected != null && shown.contains(selected);
        return isShown || shown.isEmpty() ? selected : shown.getFirst();
    }

    /** Goes to the next peer in one direction around the ring. */
    private void pressed(KeyEvent event) {
        Map<KeyCode, Integer> steps = walked().isPresent() ? STEPS_AFTER_TAB : STEPS;
        Integer step = steps.get(event.getCode());
        List<PeerId> shown = view.shownPeers();
        if (step == null || shown.isEmpty()) {
            return;
        }
        PeerId from = model.selectedPeerProperty().get();
        int index = from == null ? -1 : shown.indexOf(from);
        view.anchorOf(shown.get(Math.floorMod(index + step, shown.size()))).requestFocus();
        event.consume();
    }
}
