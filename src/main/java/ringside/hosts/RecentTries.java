package ringside.hosts;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import ringside.text.Messages;

/**
 * From which addresses something has been tried in vain, until nobody has tried it there for some
 * minutes. Confined to one lock of its owner.
 */
final class RecentTries {

    private static final long SHOWN_NANOS = 600_000_000_000L;

    /** Addresses that are named; there may be others. */
    private static final int MOST_NAMED = 3;

    private record Tries(int count, long lastNanos) {}

    /** The one whose last try is longest ago is the first to be forgotten. */
    private final LinkedHashMap<InetAddress, Tries> tries = new LinkedHashMap<>();

    private final LongSupplier nanoTime;

    /**
     * Begins with nobody.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    RecentTries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void add(InetAddress from) {
        Tries before = tries.remove(from);
        if (tries.size() >= Waits.MOST) {
            tries.pollFirstEntry();
        }
        int count = before == null ? 1 : before.count() + 1;
        tries.put(from, new Tries(count, nanoTime.getAsLong()));
    }

    void forget(InetAddress from) {
        tries.remove(from);
    }

    /**
     * Returns one sentence that names those who tried last; empty while there are none.
     *
     * @param key of the sentence; with {@code .others} behind it, of the one for more addresses
     */
    String sentence(String key) {
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
        return Messages.HOSTS.format(tries.size() > MOST_NAMED ? key + ".others" : key, named);
    }

    private static String words(InetAddress from, int count) {
        return count == 1
                ? from.getHostAddress()
                : Messages.HOSTS.format("refused.times", from.getHostAddress(), count);
    }
}
