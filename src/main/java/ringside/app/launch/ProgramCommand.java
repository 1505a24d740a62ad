package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.ring.PeerId;
import ringside.text.Messages;

/** {@code program [DIR]}: opens the window on a ring of somebody's program (PROGRAMS 1.1). */
@CommandLine.Command(name = "program")
final class ProgramCommand implements Callable<Integer> {

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "ID",
            converter = PeerConverter.class,
            descriptionKey = "program.peers")
    private List<PeerId> peers = List.of();

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "program.folder")
    private Path folder = Path.of("");

    @Option(names = "--isolate")
    private boolean isolate;

    @Option(names = "--shared-folder")
    private boolean shared;

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
    public Integer call() throws UsageException, IOException, InterruptedException {
        if (isolate && !IsolatedWindow.isInside()) {
            return IsolatedWindow.run();
        }
        if (isolate) {
            IsolatedWindow.enter();
        }
        WindowCommand.begin();
        Program program = which.askedFor(folder);
        System.out.println(
                Messages.LAUNCH.format(
                        "program.found", program.start().line(), program.rules().name()));
        List<PeerId> ids =
                (peers.isEmpty() ? program.rules().ring() : peers).stream().distinct().toList();
        Notices notices = new Notices();
        options.useBasePort(program.rules().basePort());
        try (Run run =
                Run.open(
                        options,
                        null,
                        notices,
                        settings ->
                                ProgramRing.open(
                                        program,
                                        shared
                                                ? ProgramRing.Folders.SHARED
                                                : ProgramRing.Folders.APART,
                                        settings))) {
            notices.watch(run.ring().startRing(ids));
            WindowCommand.show(
                    run.ring(),
                    run.ring(),
                    run.settings(),
                    notices::line,
                    program.rules(),
                    Optional.empty());
        }
        return 0;
    }
}
