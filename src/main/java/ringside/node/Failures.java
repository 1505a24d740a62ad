package ringside.node;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words for people what went wrong with files and sockets. Any thread may call. */
public final class Failures {

    private Failures() {}

    /** One sentence without a full stop, with the path that it is about. */
    public static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing ->
                    NodeMessages.format("disk.noFile", missing.getFile());
            case AccessDeniedException denied ->
                    NodeMessages.format("disk.noPermission", denied.getFile());
            case NotDirectoryException file -> NodeMessages.format("disk.noFolder", file.getFile());
            case FileAlreadyExistsException taken ->
                    NodeMessages.format("disk.inTheWay", taken.getFile());
            case FileSystemException other ->
                    subject(other) + ": " + orElseClass(other.getReason(), other);
            case IOException other -> orElseClass(other.getMessage(), other);
        };
    }

    /**
     * Of two files the second: a name that cannot be given is more to a user than a temporary one.
     */
    private static String subject(FileSystemException failure) {
        return failure.getOtherFile() == null ? failure.getFile() : failure.getOtherFile();
    }

    private static String orElseClass(
            @org.jspecify.annotations.Nullable String text, IOException failure) {
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
