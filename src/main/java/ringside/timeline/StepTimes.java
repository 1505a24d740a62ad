package ringside.timeline;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The step positions of a history shown beside, in the time of the history that the user steps
 * through. For one thread.
 */
public interface StepTimes {

    /** The steps while no history is shown beside. */
    StepTimes NONE =
            new StepTimes() {
                @Override
                public OptionalLong after(long atMicros) {
                    return OptionalLong.empty();
                }

                @Override
                public OptionalLong before(long atMicros) {
                    return OptionalLong.empty();
                }
            };

    /** Returns the first step after a time, in microseconds since the epoch. */
    OptionalLong after(long atMicros);

    /** Returns the last step before a time, in microseconds since the epoch. */
    OptionalLong before(long atMicros);

    /**
     * Returns the step positions of a history as times of another one.
     *
     * @param laterMicros how much later the other one began, in microseconds
     */
    static StepTimes shifted(History history, StepPositions steps, LongSupplier laterMicros) {
        return new StepTimes() {
            @Override
            public OptionalLong after(long atMicros) {
                return timeOf(steps.after(history.positionAt(own(atMicros))));
            }

            @Override
            public OptionalLong before(long atMicros) {
                return timeOf(steps.before(history.positionAt(own(atMicros) - 1) + 1));
            }

            private long own(long atMicros) {
                return atMicros - laterMicros.getAsLong();
            }

            private OptionalLong timeOf(OptionalInt position) {
                return position.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                history.atMicros(position.getAsInt()) + laterMicros.getAsLong());
            }
        };
    }
}
