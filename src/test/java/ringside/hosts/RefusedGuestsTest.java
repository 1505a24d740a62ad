package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;

/** What the window says of those who have not been let in (SPEC 13.7). */
@BesideOthers
class RefusedGuestsTest {

    private final AtomicLong now = new AtomicLong();
    private final RefusedGuests refused = new RefusedGuests(now::get);

    private static InetAddress address(int number) {
        return InetAddress.ofLiteral("10.0.0." + number);
    }

    @Test
    void nobodyIsNamedWhereNobodyHasTried() {
        assertThat(refused.sentences()).isEmpty();
    }

    @Test
    void eachAddressIsNamedOnceTheLatestFirst() {
        refused.hadNoCode(address(1));
        refused.hadNoCode(address(2));
        refused.hadNoCode(address(1));

        assertThat(refused.sentences())
                .isEqualTo("A wrong code, or none, came from 10.0.0.1 (2 times), 10.0.0.2.");
    }

    @Test
    void manyAddressesAreNotAllNamed() {
        for (int number = 1; number <= 200; number++) {
            refused.hadNoCode(address(number));
        }

        assertThat(refused.sentences())
                .isEqualTo(
                        "A wrong code, or none, came from 10.0.0.200, 10.0.0.199, 10.0.0.198, and"
                                + " others.");
    }

    @Test
    void whoShowsTheCodeIsNamedNoMore() {
        refused.hadNoCode(address(1));

        refused.hadTheCode(address(1));

        assertThat(refused.sentences()).isEmpty();
    }

    @Test
    void thoseForWhomNoIdWasLeftHaveASentenceOfTheirOwn() {
        refused.foundNoId(address(7));
        refused.foundNoId(address(8));
        refused.foundNoId(address(7));
        assertThat(refused.sentences())
                .isEqualTo("No id was free for a guest from 10.0.0.7 (2 times), 10.0.0.8.");

        refused.hadNoCode(address(1));
        assertThat(refused.sentences())
                .isEqualTo(
                        "A wrong code, or none, came from 10.0.0.1. No id was free for a guest from"
                                + " 10.0.0.7 (2 times), 10.0.0.8.");
    }

    @Test
    void whoseGuestFindsAnIdIsNamedNoMore() {
        refused.foundNoId(address(7));

        refused.hadTheCode(address(7));
        assertThat(refused.sentences()).isNotEmpty();

        refused.joined(address(7));
        assertThat(refused.sentences()).isEmpty();
    }

    @Test
    void manyForWhomNoIdWasLeftAreNotAllNamed() {
        for (int number = 1; number <= 4; number++) {
            refused.foundNoId(address(number));
        }

        assertThat(refused.sentences())
                .isEqualTo(
                        "No id was free for guests from 10.0.0.4, 10.0.0.3, 10.0.0.2, and others.");
    }

    @Test
    void whoHasGivenUpIsForgotten() {
        refused.hadNoCode(address(1));
        now.addAndGet(TimeUnit.MINUTES.toNanos(9));
        refused.hadNoCode(address(2));

        now.addAndGet(TimeUnit.MINUTES.toNanos(1));

        assertThat(refused.sentences()).isEqualTo("A wrong code, or none, came from 10.0.0.2.");
    }
}
