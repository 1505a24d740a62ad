package ringside.timeline;

import java.util.OptionalLong;

/** The stops of another history, in the time of the one that it is shown beside. For one thread. */
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

    /** Returns the first stop after a time, in microseconds since the epoch. */
    OptionalLong after(long atMicros);

    /** Returns the last stop before a time, in microseconds since the epoch. */
    OptionalLong before(long atMicros);
}
