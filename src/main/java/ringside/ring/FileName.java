package ringside.ring;

import java.util.Locale;

/**
 * The name of a file on disk: its number and a short, plain extension, and nothing else that came
 * from a network, so that a name never becomes a path (SPEC 10.2).
 *
 * @param number what the ring knows the file by
 * @param extension 1 to {@value #MAX_EXTENSION_LENGTH} of a-z and 0-9 without the dot, or empty
 */
public record FileName(FileNumber number, String extension) implements Comparable<FileName> {

    /** Longest extension in characters: enough for every usual one ('markdown' is the longest). */
    public static final int MAX_EXTENSION_LENGTH = 8;

    /**
     * Checks the extension.
     *
     * @throws IllegalArgumentException when the extension is too long or not plain
     */
    public FileName {
        if (!extension.matches("[a-z0-9]{0," + MAX_EXTENSION_LENGTH + "}")) {
            throw new IllegalArgumentException("not a plain file extension");
        }
    }

    /**
     * Reads '2012.pdf' or '2012'.
     *
     * @throws IllegalArgumentException when the text has any other form
     */
    public static FileName parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new FileName(new FileNumber(text), "");
        }
        if (dot == text.length() - 1) {
            throw new IllegalArgumentException("a dot with no file extension after it");
        }
        return new FileName(new FileNumber(text.substring(0, dot)), text.substring(dot + 1));
    }

    /**
     * The name under which a file from this machine goes onto the ring: its own extension where
     * that is short and plain, none otherwise.
     *
     * @param number the number that the user gave it
     * @param original its name on disk, with any extension
     */
    public static FileName forStoring(FileNumber number, String original) {
        String extension =
                original.substring(original.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean plain =
                original.indexOf('.') >= 0
                        && extension.matches("[a-z0-9]{1," + MAX_EXTENSION_LENGTH + "}");
        return new FileName(number, plain ? extension : "");
    }

    @Override
    public int compareTo(FileName other) {
        return toString().compareTo(other.toString());
    }

    /** The name on disk: '2012.pdf', or '2012' without an extension. */
    @Override
    public String toString() {
        return extension.isEmpty() ? number.digits() : number + "." + extension;
    }
}
