package ringside.node;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words for people what went wrong outside. */
final class Failures {

    private Failures() {}

    static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException other ->
                    other.getFile() + ": " + orElseClass(other.getReason(), other);
            case IOException other -> orElseClass(other.getMessage(), other);
        };
    }

    private static String orElseClass(
            @org.jspecify.annotations.Nullable String text, IOException failure) {
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
