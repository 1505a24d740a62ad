package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The collection of unexpected exceptions, from any thread. */
class FailureLogTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> terminal = new CopyOnWriteArrayList<>();
    private final FailureLog failures = new FailureLog(new Noting(logged), terminal::add);

    /** A logger that collects the lines that it receives. */
    private record Noting(List<String> lines) implements Logger {

        @Override
        public String getName() {
            return "noting";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String text,
                @Nullable Throwable thrown) {
            lines.add(level + " " + text);
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String text,
                Object @Nullable ... inserts) {
            lines.add(level + " " + text);
        }
    }

    private static void plant() {
        throw new IllegalStateException("planted");
    }

    @Test
    void aFailureOfAGuardedFrameIsLoggedReportedAndKept() {
        failures.guard(FailureLogTest::plant);

        assertThat(terminal)
                .containsExactly(
                        "ringside: Something unexpected went wrong:"
                                + " IllegalStateException: planted");
        assertThat(logged)
                .singleElement()
                .asString()
                .startsWith("ERROR ")
                .contains("IllegalStateException: planted", "FailureLogTest.plant", "Java ");
        assertThat(failures.latest().orElseThrow().sentence()).endsWith("planted");
    }

    @Test
    void theSameFailureOfEveryFrameIsLoggedAtTheFirstTenthAndHundredthTime() {
        for (int frame = 0; frame < 300; frame++) {
            failures.guard(FailureLogTest::plant);
        }

        assertThat(logged).hasSize(3);
        assertThat(terminal).hasSize(1);
        assertThat(failures.latest().orElseThrow().sentence())
                .isEqualTo(
                        "Something unexpected went wrong 300 times:"
                                + " IllegalStateException: planted");
    }

    @Test
    void failuresOfOneClassFromTwoPlacesAreTwo() {
        failures.guard(FailureLogTest::plant);
        failures.guard(() -> {
            throw new IllegalStateException("elsewhere");
        });
        assertThat(logged).hasSize(2);
    }

    @Test
    void aThreadThatDiesIsReported() {
        Thread thread = Thread.ofVirtual().name("status reader").unstarted(FailureLogTest::plant);
        thread.setUncaughtExceptionHandler(failures::report);
        thread.start();

        await("the failure of the thread")
                .atMost(Duration.ofSeconds(60))
                .until(() -> failures.latest().isPresent());
        assertThat(failures.latest().orElseThrow().details()).contains("thread status reader");
    }

    @Test
    void aFailureInTheBackgroundIsReportedWithItsCause() {
        failures.noticeFailure(null, new CompletionException(new IllegalStateException("planted")));
        failures.noticeFailure("done", null);

        assertThat(failures.latest().orElseThrow().times()).isEqualTo(1);
        assertThat(failures.latest().orElseThrow().sentence()).endsWith("planted");
    }

    @Test
    void aMutedLogReportsNothing() {
        failures.mute();
        failures.guard(FailureLogTest::plant);
        assertThat(failures.latest()).isEmpty();
        assertThat(logged).isEmpty();
    }

    @Test
    void aLoggerThatFailsMakesNoSecondFailure() {
        FailureLog full =
                new FailureLog(
                        new Noting(List.of()),
                        line -> {
                            throw new IllegalStateException("no terminal");
                        });
        full.guard(FailureLogTest::plant);
        assertThat(full.latest()).isPresent();
    }
}
