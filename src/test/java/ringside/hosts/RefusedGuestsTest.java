package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;

/** What the window says of those who have not shown the code (SPEC 13.7). */
@BesideOthers
class RefusedGuestsTest {

    private final AtomicLong now = new AtomicLong();
    private final RefusedGuests refused = new RefusedGuests(now::get);

    private static InetAddress address(int number) {
        return InetAddress.ofLiteral("10.0.0." + number);
    }

    @Test
    void nobodyIsNamedWhereNobodyHasTried() {
        assertThat(refused.sentence()).isEmpty();
    }

    @Test
    void eachAddressIsNamedOnceTheLatestFirst() {
        refused.add(address(1));
        refused.add(address(2));
        refused.add(address(1));

        assertThat(refused.sentence())
                .isEqualTo("A wrong code, or none, came from 10.0.0.1 (2 times), 10.0.0.2.");
    }

    @Test
    void manyAddressesAreNotAllNamed() {
        for (int number = 1; number <= 200; number++) {
            refused.add(address(number));
        }

        assertThat(refused.sentence())
                .isEqualTo(
                        "A wrong code, or none, came from 10.0.0.200, 10.0.0.199, 10.0.0.198, and"
                                + " others.");
    }

    @Test
    void whoJoinsIsNamedNoMore() {
        refused.add(address(1));

        refused.joined(address(1));

        assertThat(refused.sentence()).isEmpty();
    }

    @Test
    void whoHasGivenUpIsForgotten() {
        refused.add(address(1));
        now.addAndGet(TimeUnit.MINUTES.toNanos(9));
        refused.add(address(2));

        now.addAndGet(TimeUnit.MINUTES.toNanos(1));

        assertThat(refused.sentence()).isEqualTo("A wrong code, or none, came from 10.0.0.2.");
    }
}
