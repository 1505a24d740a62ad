package ringside.timeline;

import java.util.OptionalLong;

/**
 * Where another history that stands beside one has stops, in the time of that one. For one thread.
 */
public interface StopTimes {

    /** No other history. */
    StopTimes NONE =
            new StopTimes() {
                @Override
                public OptionalLong after(long atMicros) {
                    return OptionalLong.empty();
                }

                @Override
                public OptionalLong before(long atMicros) {
                    return OptionalLong.empty();
                }
            };

    /** The first one after a time, in microseconds since the epoch. */
    OptionalLong after(long atMicros);

    /** The last one before a time, in microseconds since the epoch. */
    OptionalLong before(long atMicros);
}
