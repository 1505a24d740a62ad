package ringside;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Binds sockets of tests to ports that an earlier socket of the same process has just left. While
 * another thread starts a process, its child holds copies of all open sockets for some
 * milliseconds: for so long a port stays taken although its socket is closed.
 */
public final class PatientBinding {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private PatientBinding() {}

    /** Binds one socket to its port. */
    @FunctionalInterface
    public interface Binding {
        /**
         * Tries once.
         *
         * @throws BindException when the port is taken
         */
        void bind() throws IOException;
    }

    /** Repeats a binding until the port is free. */
    public static void bind(Binding binding) {
        Awaitility.await("a port that is free")
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(() -> isBound(binding));
    }

    private static boolean isBound(Binding binding) throws IOException {
        try {
            binding.bind();
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
