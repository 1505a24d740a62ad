package ringside.app.peers;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.ring.PeerId;

/** The row of one peer, which stays the same while its figures change. JavaFX thread only. */
final class PeerRow {

    private final PeerId id;
    private final ReadOnlyObjectWrapper<PeerFigures> figures;

    PeerRow(PeerFigures first) {
        id = first.id();
        figures = new ReadOnlyObjectWrapper<>(first);
    }

    PeerId id() {
        return id;
    }

    PeerFigures figures() {
        return figures.get();
    }

    /** Takes over new figures; those that are equal change nothing. */
    void show(PeerFigures now) {
        if (!now.equals(figures.get())) {
            figures.set(now);
        }
    }

    ReadOnlyObjectProperty<PeerFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }
}
