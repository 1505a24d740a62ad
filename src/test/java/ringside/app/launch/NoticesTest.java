package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import ringside.supervisor.ActionFailedException;

/** The problems of a run that the window shows (SPEC 9.6). */
class NoticesTest {

    private final Notices notices = new Notices();

    @Test
    void aSentenceIsShownOnce() {
        notices.accept("One.");
        notices.accept("Two.");
        notices.accept("One.");
        assertThat(notices.line()).isEqualTo("One. Two.");
    }

    /** Otherwise a peer whose process the system cannot start is missing without a word. */
    @Test
    void theReasonOfAFailedActionIsShown() {
        CompletableFuture<Void> action = new CompletableFuture<>();
        notices.watch(action);
        assertThat(notices.line()).isEmpty();

        action.completeExceptionally(
                new CompletionException(new ActionFailedException("62 could not be started.")));
        assertThat(notices.line()).isEqualTo("62 could not be started.");
    }

    @Test
    void whatIsWrongForAWhileIsShownForThatWhile() {
        AtomicReference<String> passing = new AtomicReference<>("Now.");
        Notices both = new Notices(passing::get);
        both.accept("One.");
        assertThat(both.line()).isEqualTo("One. Now.");

        passing.set("");
        assertThat(both.line()).isEqualTo("One.");
    }

    @Test
    void aSuccessfulActionShowsNothing() {
        notices.watch(CompletableFuture.completedFuture(null));
        assertThat(notices.line()).isEmpty();
    }
}
