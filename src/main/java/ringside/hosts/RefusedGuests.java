package ringside.hosts;

import java.net.InetAddress;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has not been let in, as the window says it (SPEC 13.7): who has shown no code or a wrong one,
 * and for whom no id was left; each address once, with the number of its tries, until it has
 * succeeded or has not tried for some minutes. Thread-safe.
 */
public final class RefusedGuests {

    private final RecentTries withoutCode;
    private final RecentTries withoutId;

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
        withoutCode = new RecentTries(nanoTime);
        withoutId = new RecentTries(nanoTime);
    }

    synchronized void hadNoCode(InetAddress from) {
        withoutCode.add(from);
    }

    synchronized void hadTheCode(InetAddress from) {
        withoutCode.forget(from);
    }

    synchronized void foundNoId(InetAddress from) {
        withoutId.add(from);
    }

    synchronized void joined(InetAddress from) {
        withoutId.forget(from);
    }

    /** Returns a sentence for each of the two reasons; empty while there is nobody. */
    public synchronized String sentences() {
        return Stream.of(withoutCode.sentence("refused.code"), withoutId.sentence("refused.full"))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
