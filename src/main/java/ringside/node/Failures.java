package ringside.node;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;
import ringside.text.Messages;

/** Turns file and socket failures into sentences for users. May be called from any thread. */
public final class Failures {

    private Failures() {}

    /** Returns one sentence without a full stop, with the path concerned. */
    public static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing ->
                    Messages.NODE.format("disk.noFile", missing.getFile());
            case AccessDeniedException denied ->
                    Messages.NODE.format("disk.noPermission", denied.getFile());
            case NotDirectoryException file ->
                    Messages.NODE.format("disk.noFolder", file.getFile());
            case FileAlreadyExistsException taken ->
                    Messages.NODE.format("disk.inTheWay", taken.getFile());
            case FileSystemException other ->
                    subject(other) + ": " + orElseClass(other.getReason(), other);
            case IOException other -> orElseClass(other.getMessage(), other);
        };
    }

    /**
     * Returns the path concerned; of two the second, because the final name tells a user more than
     * a temporary one.
     */
    private static String subject(FileSystemException failure) {
        return failure.getOtherFile() == null ? failure.getFile() : failure.getOtherFile();
    }

    private static String orElseClass(@Nullable String text, IOException failure) {
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
