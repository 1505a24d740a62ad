package ringside.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import ringside.ring.FileName;
import ringside.ring.FileNumber;

/** Names of files that come from a network, or from a user's disk (SPEC 10.2). */
public final class FileNameTarget {

    private static final Path FOLDER = Path.of("/data/files");

    private FileNameTarget() {}

    /** Reads one name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Budget.spend(() -> read(text));
    }

    private static void read(String text) {
        try {
            FileName name = FileName.parse(text);
            Budget.requireEqual(text, name.toString());
            requirePlain(name);
        } catch (IllegalArgumentException expected) {
            // The one way in which a name may be wrong.
        }
        requirePlain(FileName.forStoring(new FileNumber("2012"), text));
    }

    private static void requirePlain(FileName name) {
        Path path = FOLDER.resolve(name.toString()).normalize();
        Budget.requireEqual(
                FOLDER, String.valueOf(path.getParent()).equals(FOLDER.toString()) ? FOLDER : path);
        Budget.requireEqual(name, FileName.parse(name.toString()));
    }
}
