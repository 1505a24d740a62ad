package ringside.app.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
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
@Command(name = RingsideCommand.NAME, resourceBundle = "ringside.app.launch.help")
public final class RingsideCommand {

    static final String NAME = "run-ring.sh";

    private static final List<Class<?>> COMMANDS =
            List.of(
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
                    PrepareCommand.class);

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
        return words.length == 1 && words[0].equals(WindowCommand.NAME)
                ? openWindow()
                : lineFor(words).execute(words);
    }

    /**
     * Opens the window without the parser: there is nothing to parse, and its classes, which are
     * too old for the cache of the JVM, take a good part of the start.
     */
    private static int openWindow() {
        try {
            return new WindowCommand().call();
        } catch (UsageException | IOException | RuntimeException e) {
            return onFailure(e, new PrintWriter(System.err, true, System.err.charset()));
        }
    }

    /** Returns the parser of the command that the first word names, or of all. */
    static CommandLine lineFor(String... words) {
        return COMMANDS.stream()
                .filter(command -> words.length > 0 && nameOf(command).equals(words[0]))
                .findFirst()
                .map(command -> line(List.of(command)))
                .orElseGet(RingsideCommand::line);
    }

    private static String nameOf(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** Returns the parser of all commands, and of the one that generates completion for them. */
    static CommandLine line() {
        return line(Stream.concat(COMMANDS.stream(), Stream.of(GenerateCompletion.class)).toList());
    }

    private static CommandLine line(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new RingsideCommand());
        commands.forEach(line::addSubcommand);
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
