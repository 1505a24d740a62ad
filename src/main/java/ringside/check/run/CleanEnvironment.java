package ringside.check.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment of a program that is checked: nothing of the user's own (PROGRAMS 5.6). */
final class CleanEnvironment {

    private static final List<String> KEPT = List.of("PATH", "JAVA_HOME", "PYENV_ROOT", "LC_ALL");

    private CleanEnvironment() {}

    /** Returns the variables for a peer whose home is its folder. */
    static Map<String, String> of(Path folder) {
        Map<String, String> variables = new HashMap<>();
        for (String name : KEPT) {
            String value = System.getenv(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        variables.put("HOME", folder.toString());
        variables.put("TMPDIR", folder.toString());
        variables.put("LANG", "C.UTF-8");
        return variables;
    }
}
