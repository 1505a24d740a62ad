package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ringside.program.Program;
import ringside.program.ProgramBuild;
import ringside.program.ProgramPeers;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;

/** Opens rings whose peers run a program of others (PROGRAMS 1.1). */
final class ProgramRing {

    private static final String BUILT = "program";

    /** Where the peers of a ring have their files (PROGRAMS 1.2). */
    enum Folders {
        /** Each in a folder of its own. */
        APART,
        /** All in one, as in the assignment's laboratory. */
        SHARED
    }

    private ProgramRing() {}

    /**
     * Builds a program, and opens a ring of it on which no peer runs yet.
     *
     * @throws IOException with a sentence when it cannot be built
     */
    static Supervisor open(Program program, Folders folders, SupervisorSettings settings)
            throws IOException {
        Path built = settings.runFolder().resolve(BUILT);
        ProgramBuild.build(program, built, UnaryOperator.identity());
        return Supervisor.open(
                settings,
                new ProgramPeers(
                        program,
                        built,
                        switch (folders) {
                            case APART -> settings::folderOf;
                            case SHARED -> _ -> settings.runFolder().resolve("shared");
                        },
                        samples(),
                        settings.basePort(),
                        settings.peer()));
    }

    /** Returns the sample files, which lie in each peer's folder. */
    private static List<Path> samples() throws IOException {
        try (Stream<Path> files =
                Files.list(Installation.home().resolve("assets").resolve("files"))) {
            return files.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
    }
}
