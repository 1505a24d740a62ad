package ringside.app.ring;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.model.LookupState;
import ringside.model.RequestKey;
import ringside.model.RequestWay;
import ringside.model.RingState;
import ringside.status.LookupPurpose;

/** The request whose way is shown as a spiral (WINDOW 2.12). JavaFX thread only. */
public final class SpiralViewModel {

    private final ReadOnlyObjectWrapper<@Nullable RequestWay> way = new ReadOnlyObjectWrapper<>();
    private @Nullable RequestKey followed;
    private @Nullable LookupState lastKnown;

    /** Shows the way of a request. */
    public void follow(RequestKey request, RingState ring, long nowMicros) {
        followed = request;
        lastKnown = null;
        update(ring, nowMicros);
    }

    /**
     * Shows the way of the latest request or store of a moment.
     *
     * @return false if there was none
     */
    public boolean followLatest(RingState ring, long nowMicros) {
        Optional<RequestKey> latest =
                ring.lookups().reversed().stream()
                        .filter(request -> request.purpose() != LookupPurpose.RETURN)
                        .map(LookupState::key)
                        .findFirst();
        latest.ifPresent(key -> follow(key, ring, nowMicros));
        return latest.isPresent();
    }

    public void close() {
        followed = null;
        lastKnown = null;
        way.set(null);
    }

    /**
     * Takes over a moment, once a frame. A request of which that moment knows nothing is shown as
     * it was known last.
     *
     * @param nowMicros since the epoch
     */
    public void update(RingState ring, long nowMicros) {
        RequestKey key = followed;
        if (key == null) {
            return;
        }
        ring.lookups().stream()
                .filter(request -> request.key().equals(key))
                .findFirst()
                .ifPresent(request -> lastKnown = request);
        LookupState request = lastKnown;
        RequestWay now = request == null ? null : RequestWay.of(request, nowMicros);
        if (!Objects.equals(now, way.get())) {
            way.set(now);
        }
    }

    public boolean isShown() {
        return way.get() != null;
    }

    /** The way that is shown, as far as it had gone at the moment; null for none. */
    public ReadOnlyObjectProperty<@Nullable RequestWay> wayProperty() {
        return way.getReadOnlyProperty();
    }
}
