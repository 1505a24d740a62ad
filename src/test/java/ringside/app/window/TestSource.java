package ringside.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source lines of tests, so that a failed wait can print its condition. */
final class TestSource {

    private static final Path ROOT = Path.of("src", "test", "java");

    /** The most lines of one statement. */
    private static final int MOST_LINES = 12;

    private TestSource() {}

    /** Returns the statement that called a fixture, from its first line to its semicolon. */
    static String ofCaller(Class<?> fixture) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.filter(frame -> frame.getDeclaringClass() != TestSource.class)
                                .filter(frame -> frame.getDeclaringClass() != fixture)
                                .findFirst())
                .map(TestSource::statement)
                .orElse("a caller that is unknown");
    }

    private static String statement(StackFrame at) {
        String file = at.getClassName().replace('.', '/').replaceAll("[$].*", "") + ".java";
        String place = at.getFileName() + ":" + at.getLineNumber();
        try {
            List<String> lines = Files.readAllLines(ROOT.resolve(file));
            StringBuilder code = new StringBuilder(place);
            for (int i = at.getLineNumber() - 1; i < lines.size(); i++) {
                code.append('\n').append(lines.get(i));
                boolean ends = lines.get(i).stripTrailing().endsWith(";");
                if (ends || i - at.getLineNumber() >= MOST_LINES) {
                    break;
                }
            }
            return code.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("no source of " + place, e);
        }
    }
}
