package ringside.hosts;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import ringside.text.Messages;

/**
 * Who has shown no code or a wrong one, as the window says it (SPEC 13.7): each address once, with
 * the number of its tries, until it has joined or has not tried for some minutes. Thread-safe.
 */
public final class RefusedGuests {

    private static final long SHOWN_NANOS = 600_000_000_000L;

    /** Addresses that are named; there may be others. */
    private static final int MOST_NAMED = 3;

    private record Tries(int count, long lastNanos) {}

    /** The one whose last try is longest ago is the first to be forgotten. */
    private final LinkedHashMap<InetAddress, Tries> tries = new LinkedHashMap<>();

    private final LongSupplier nanoTime;

    /** Begins with nobody. */
    public RefusedGuests() {
        this(System::nanoTime);
    }

    /**
     * Begins with nobody.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    RefusedGuests(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(InetAddress from) {
        Tries before = tries.remove(from);
        if (tries.size() >= Waits.MOST) {
            tries.pollFirstEntry();
        }
        int count = before == null ? 1 : before.count() + 1;
        tries.put(from, new Tries(count, nanoTime.getAsLong()));
    }

    synchronized void joined(InetAddress from) {
        tries.remove(from);
    }

    /** Returns one sentence that names those who tried last; empty while there are none. */
    public synchronized String sentence() {
        long now = nanoTime.getAsLong();
        tries.values().removeIf(each -> now - each.lastNanos() >= SHOWN_NANOS);
        if (tries.isEmpty()) {
            return "";
        }
        String named =
                tries.sequencedEntrySet().reversed().stream()
                        .limit(MOST_NAMED)
                        .map(each -> words(each.getKey(), each.getValue().count()))
                        .collect(Collectors.joining(", "));
        return Messages.HOSTS.format(
                tries.size() > MOST_NAMED ? "refused.others" : "refused", named);
    }

    private static String words(InetAddress from, int count) {
        return count == 1
                ? from.getHostAddress()
                : Messages.HOSTS.format("refused.times", from.getHostAddress(), count);
    }
}
