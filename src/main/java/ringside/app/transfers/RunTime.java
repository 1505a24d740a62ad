package ringside.app.transfers;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The time of the run whose transfers are listed.
 *
 * @param startMicros supplies its beginning, in microseconds since the epoch
 * @param goTo shows the ring at a time, in microseconds since the epoch
 */
public record RunTime(LongSupplier startMicros, LongConsumer goTo) {}
