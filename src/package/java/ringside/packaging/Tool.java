package ringside.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that a package is made with. */
final class Tool {

    private Tool() {}

    /**
     * Runs a program to its end; what it says goes to this one's outputs.
     *
     * @throws IOException when it cannot be started or fails
     */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        run(folder, Map.of(), command);
    }

    /** Runs a program as the other method does, with variables in its environment. */
    static void run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("ended with " + code + ": " + List.of(command));
        }
    }
}
