package ringside.app.launch;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ringside.app.base.ClockTime;
import ringside.app.page.Interval;
import ringside.node.UsageException;
import ringside.text.Messages;

/** The options for a part of a recording. */
final class IntervalOptions {

    @Option(names = "--from", paramLabel = "TIME")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME")
    private @Nullable String to;

    /** Returns the part; all of the recording without an option. */
    Interval interval() throws UsageException {
        long begin = from == null ? 0 : time(from);
        long end = to == null ? Interval.WHOLE.toMicros() : time(to);
        if (end <= begin) {
            throw new UsageException(Messages.LAUNCH.format("part.interval"));
        }
        return new Interval(begin, end);
    }

    private static long time(String typed) throws UsageException {
        OptionalLong micros = ClockTime.parse(typed);
        if (micros.isEmpty()) {
            throw new UsageException(Messages.LAUNCH.format("part.time", typed));
        }
        return micros.getAsLong();
    }
}
