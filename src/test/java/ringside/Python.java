package ringside;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/** The user's Python, which some tests need. */
public final class Python {

    private Python() {}

    /** Skips the test, and says so, where there is no {@code python3}. */
    public static void assumeIsThere() throws InterruptedException {
        assumeTrue(isThere(), "there is no python3");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
