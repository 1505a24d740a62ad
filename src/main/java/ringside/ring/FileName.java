package ringside.ring;

import java.util.Locale;

/**
 * A file name on disk: a file number and a short, plain extension. Nothing else from the network
 * gets into it, so a name can never act as a path (SPEC 10.2).
 *
 * @param number the file's number on the ring
 * @param extension 1 to {@value #MAX_EXTENSION_LENGTH} of a-z and 0-9 without the dot, or empty
 */
public record FileName(FileNumber number, String extension) implements Comparable<FileName> {

    /** Longest extension in characters; covers every common one ('markdown' is the longest). */
    public static final int MAX_EXTENSION_LENGTH = 8;

    /**
     * Validates the extension.
     *
     * @throws IllegalArgumentException when the extension is too long or not plain
     */
    public FileName {
        if (!extension.matches("[a-z0-9]{0," + MAX_EXTENSION_LENGTH + "}")) {
            throw new IllegalArgumentException("not a plain file extension");
        }
    }

    /**
     * Parses '2012.pdf' or '2012'.
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
     * Returns the ring name of a local file: with the file's own extension in lower case if that is
     * short and plain, otherwise without one.
     *
     * @param number the number that the user gave the file
     * @param original the file's name on disk, with any extension
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
