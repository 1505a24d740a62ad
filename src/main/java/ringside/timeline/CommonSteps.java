package ringside.timeline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a history and of the one shown beside it, as moments of the first. For one thread.
 */
record CommonSteps(History history, StepPositions own, StepTimes others) {

    Optional<Moment> after(Moment moment) {
        return Stream.concat(
                        own.after(moment.position()).stream().mapToObj(this::momentAt),
                        others.after(moment.atMicros()).stream().mapToObj(this::atTime))
                .min(Comparator.comparingLong(Moment::atMicros));
    }

    Optional<Moment> before(Moment moment) {
        return Stream.concat(
                        own.before(moment.position()).stream().mapToObj(this::momentAt),
                        others.before(moment.atMicros()).stream().mapToObj(this::atTime))
                .max(Comparator.comparingLong(Moment::atMicros));
    }

    private Moment momentAt(int position) {
        return new Moment(position, history.atMicros(position));
    }

    private Moment atTime(long atMicros) {
        return new Moment(history.positionAt(atMicros), atMicros);
    }
}
