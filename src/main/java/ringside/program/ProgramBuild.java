package ringside.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import ringside.rules.CommandTemplate;
import ringside.text.Messages;

/** Builds a program once, in a clean copy of its folder (PROGRAMS 1.2). */
public final class ProgramBuild {

    /** A program of a student compiles in seconds; this is for a busy machine. */
    private static final long PATIENCE_S = 120;

    private static final int LAST_LINES = 8;

    private ProgramBuild() {}

    /**
     * Copies the program's folder and builds it there. Blocks until it is built.
     *
     * @param copy a folder that is made
     * @param apart makes of the building command one that is run apart from everything else, or the
     *     same
     * @throws IOException with a sentence that has the last lines of the build, if it fails
     */
    public static void build(Program program, Path copy, UnaryOperator<List<String>> apart)
            throws IOException {
        FolderCopy.copy(program.folder(), copy);
        CommandTemplate command = program.build();
        if (command != null) {
            List<String> words = command.fill(Map.of(CommandTemplate.Hole.FOLDER, copy));
            run(words, apart.apply(words), copy);
        }
    }

    private static void run(List<String> told, List<String> words, Path folder) throws IOException {
        Path output = Files.createTempFile("ringside-build", ".txt");
        String command = String.join(" ", told);
        try {
            Process process =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(Messages.PROGRAM.format("build.late", command, PATIENCE_S));
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        Messages.PROGRAM.format(
                                "build.failed",
                                command,
                                process.exitValue(),
                                lastLines(
                                        Files.readString(
                                                output,
                                                java.nio.charset.StandardCharsets.ISO_8859_1))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.PROGRAM.format("build.late", command, 0), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
