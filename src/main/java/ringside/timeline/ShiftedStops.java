package ringside.timeline;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The stops of a history, in the time of another one shown beside it. For one thread.
 *
 * @param laterMicros how much later the other history began, in microseconds
 */
public record ShiftedStops(History history, Stops stops, LongSupplier laterMicros)
        implements StopTimes {

    @Override
    public OptionalLong after(long atMicros) {
        return timeOf(stops.after(history.positionAt(own(atMicros))));
    }

    @Override
    public OptionalLong before(long atMicros) {
        return timeOf(stops.before(history.positionAt(own(atMicros) - 1) + 1));
    }

    private long own(long atMicros) {
        return atMicros - laterMicros.getAsLong();
    }

    private OptionalLong timeOf(OptionalInt position) {
        return position.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(history.atMicros(position.getAsInt()) + laterMicros.getAsLong());
    }
}
