package ringside.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringside.rules.ProgramRule;
import ringside.rules.Rules;

/** Recognises the programs in a folder by the files that rules name (PROGRAMS 1.1). */
public final class ProgramFinder {

    private ProgramFinder() {}

    /**
     * Returns the programs that fit, in the order of the rules.
     *
     * @throws IOException if a file that a rule names cannot be read
     */
    public static List<Program> find(List<Rules> families, Path folder) throws IOException {
        List<Program> found = new ArrayList<>();
        for (Rules rules : families) {
            for (ProgramRule rule : rules.programs()) {
                if (fits(rule, folder)) {
                    found.add(Program.of(rules, rule, folder));
                }
            }
        }
        return found;
    }

    private static boolean fits(ProgramRule rule, Path folder) throws IOException {
        Path file = folder.resolve(rule.file());
        String containing = rule.containing();
        return Files.isRegularFile(file)
                && (containing == null
                        || new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .contains(containing));
    }
}
