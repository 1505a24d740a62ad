package ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientBindingTest {

    @Test
    void triesUntilThePortIsFree() {
        AtomicInteger tries = new AtomicInteger();
        PatientBinding.bind(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new BindException("Address already in use");
            }
        });
        assertThat(tries).hasValue(3);
    }
}
