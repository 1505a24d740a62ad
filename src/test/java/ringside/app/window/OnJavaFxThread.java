package ringside.app.window;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs every test, with everything before and after it, on the JavaFX thread: the effects of a line
 * of a test have happened when it returns, and nothing happens between two lines. An uncaught
 * failure on that thread fails the test in which it happened.
 */
final class OnJavaFxThread implements BeforeAllCallback, InvocationInterceptor {

    /** One test takes some tenths of a second, but a machine may stall for long. */
    private static final long MOST_MINUTES = 5;

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        startToolkit();
    }

    /** Starts JavaFX once in a process; it keeps running when windows close. */
    static void startToolkit() {
        if (STARTED.compareAndSet(false, true)) {
            CompletableFuture<Thread> started = new CompletableFuture<>();
            Platform.startup(() -> started.complete(Thread.currentThread()));
            Platform.setImplicitExit(false);
            started.join().setUncaughtExceptionHandler((thread, failure) -> UNCAUGHT.add(failure));
        }
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> constructor,
            ExtensionContext context)
            throws Throwable {
        return run(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        run(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        run(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        run(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        run(invocation);
    }

    private static <T> T run(Invocation<T> invocation) throws Throwable {
        UNCAUGHT.clear();
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(invocation.proceed());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        T result;
        try {
            result = done.get(MOST_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not come back:\n" + stacks(), e);
        }
        if (!UNCAUGHT.isEmpty()) {
            throw new AssertionError("a failure that nobody caught", UNCAUGHT.getFirst());
        }
        return result;
    }

    private static String stacks() {
        StringBuilder all = new StringBuilder();
        Thread.getAllStackTraces()
                .forEach((thread, stack) -> {
                    if (thread.getName().startsWith("JavaFX")) {
                        all.append(thread.getName()).append('\n');
                        List.of(stack).forEach(at -> all.append("  ").append(at).append('\n'));
                    }
                });
        return all.toString();
    }
}
