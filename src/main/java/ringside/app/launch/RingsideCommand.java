package ringside.app.launch;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import ringside.app.base.FailureLog;
import ringside.node.Failures;
import ringside.node.UsageException;
import ringside.text.Messages;
import ringside.text.ProgramName;

/**
 * The command line of the program without a peer. Exit codes: 0 all went well, 1 it did not, 2
 * wrong arguments (SPEC 12.1). The texts of its help stand in the bundle {@code help}.
 */
@Command(
        name = RingsideCommand.NAME,
        resourceBundle = "ringside.app.launch.help",
        subcommands = {
            WindowCommand.class,
            ProgramCommand.class,
            CheckCommand.class,
            CheckRingCommand.class,
            ScenarioCommand.class,
            SimulateCommand.class,
            FigureCommand.class,
            ReplayCommand.class,
            PageCommand.class,
            CaptureCommand.class,
            SoakCommand.class,
            JoinCommand.class,
            PrepareCommand.class,
            GenerateCompletion.class
        })
public final class RingsideCommand {

    static final String NAME = "run-ring.sh";

    /** Columns of the help: as wide as most terminals are today. */
    private static final int HELP_WIDTH = 100;

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /**
     * Runs one command.
     *
     * @return the exit code
     */
    public static int run(String... words) {
        return line().execute(words);
    }

    /** Returns the parser of all commands. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new RingsideCommand());
        addHelp(line);
        line.getSubcommands().values().forEach(RingsideCommand::addHelp);
        line.setUsageHelpWidth(HELP_WIDTH);
        nameAsTyped(line);
        line.getSubcommands().values().forEach(RingsideCommand::nameAsTyped);
        line.setParameterExceptionHandler(RingsideCommand::onWrongWords);
        line.setExecutionExceptionHandler(
                (failure, command, words) -> onFailure(failure, command.getErr()));
        return line;
    }

    /** Adds {@code --help} to a command; the one that generates completion has it already. */
    private static void addHelp(CommandLine line) {
        if (line.getCommandSpec().findOption("--help") == null) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
        }
    }

    /** The keys of the help begin with the script's name, which is not typed everywhere. */
    private static void nameAsTyped(CommandLine line) {
        line.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                        help ->
                                help.synopsis(help.synopsisHeadingLength())
                                        .replace(NAME, ProgramName.typed()));
    }

    private static int onWrongWords(ParameterException wrong, String[] words) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(Messages.LAUNCH.format("usage.wrong", String.valueOf(wrong.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println(Messages.LAUNCH.format("usage.help", ProgramName.typed()));
        }
        return USAGE;
    }

    private static int onFailure(Exception failure, PrintWriter err) {
        return switch (failure) {
            case UsageException wrong -> {
                err.println(
                        Messages.LAUNCH.format("usage.wrong", String.valueOf(wrong.getMessage())));
                yield USAGE;
            }
            case IOException e -> {
                err.println(Messages.LAUNCH.format("usage.wrong", Failures.sentence(e)));
                yield FAILED;
            }
            case Exception unexpected -> {
                FailureLog.OF_PROGRAM.report(Thread.currentThread(), unexpected);
                yield FAILED;
            }
        };
    }
}
