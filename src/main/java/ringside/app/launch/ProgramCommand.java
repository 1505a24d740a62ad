package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.program.ProgramBuild;
import ringside.program.ProgramPeers;
import ringside.ring.PeerId;
import ringside.supervisor.PeerProgram;
import ringside.supervisor.Supervisor;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;

/** {@code program [DIR]}: opens the window on a ring of somebody's program (PROGRAMS 1.1). */
@CommandLine.Command(name = "program")
final class ProgramCommand implements Callable<Integer> {

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "ID",
            converter = WindowCommand.Peer.class,
            descriptionKey = "program.peers")
    private List<PeerId> peers = List.of();

    @Mixin private ProgramOptions which = new ProgramOptions();
    @Mixin private RunOptions options = new RunOptions();

    /**
     * Builds the program, opens the window, and returns when it is closed and no process is left.
     *
     * @throws UsageException when no program fits, or an option is wrong
     * @throws IOException when it cannot be built, no window can be shown, or the run's folder
     *     cannot be made, with a sentence
     */
    @Override
    public Integer call() throws UsageException, IOException {
        WindowCommand.checkDisplay();
        Program program = which.program();
        System.out.println(
                Messages.LAUNCH.format(
                        "program.found",
                        ProgramOptions.lineOf(program.start()),
                        program.rules().name()));
        List<PeerId> ids =
                (peers.isEmpty() ? program.rules().ring() : peers).stream().distinct().toList();
        Notices notices = new Notices();
        options.useBasePort(program.rules().basePort());
        try (Run run =
                Run.open(
                        options,
                        null,
                        notices,
                        settings -> Supervisor.open(settings, peersOf(program, settings)))) {
            notices.watch(run.ring().startRing(ids));
            WindowCommand.show(run.ring(), run.settings(), notices::line, program.rules());
        }
        return 0;
    }

    private static PeerProgram peersOf(Program program, SupervisorSettings settings)
            throws IOException {
        Path built = settings.runFolder().resolve("program");
        ProgramBuild.build(program, built);
        return new ProgramPeers(
                program,
                built,
                settings::folderOf,
                samples(),
                settings.basePort(),
                settings.peer());
    }

    /** Returns the sample files, which lie in each peer's folder. */
    private static List<Path> samples() throws IOException {
        try (Stream<Path> files =
                Files.list(Installation.home().resolve("assets").resolve("files"))) {
            return files.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
    }
}
