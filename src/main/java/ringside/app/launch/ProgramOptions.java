package ringside.app.launch;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ringside.node.UsageException;
import ringside.program.Program;
import ringside.program.ProgramFinder;
import ringside.rules.CommandTemplate;
import ringside.rules.InvalidRulesException;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.text.Messages;

/** The options that say which program peers run (PROGRAMS 1.1). */
public final class ProgramOptions {

    /** The family when neither an option nor a file says another. */
    private static final String USUAL_FAMILY = Installation.OWN_RULES;

    @Option(names = "--program", paramLabel = "COMMAND")
    private @Nullable String start;

    @Option(names = "--join-program", paramLabel = "COMMAND")
    private @Nullable String join;

    @Option(names = "--build", paramLabel = "COMMAND")
    private @Nullable String build;

    @Option(names = "--rules", paramLabel = "NAME")
    private @Nullable String rules;

    /**
     * Finds the program in a folder; when several fit, the user is asked in the terminal.
     *
     * @throws UsageException with a sentence when none fits, when several fit and nobody can be
     *     asked or answers, or when an option is wrong
     * @throws IOException when a file cannot be read
     */
    Program askedFor(Path folder) throws UsageException, IOException {
        Optional<Console> terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return in(
                folder,
                found ->
                        terminal.isEmpty()
                                ? Optional.empty()
                                : new ProgramQuestion(
                                                System.out::println,
                                                new BufferedReader(terminal.get().reader()))
                                        .ask(found));
    }

    /**
     * Finds the program in a folder, without a question.
     *
     * @throws UsageException with a sentence when none or several fit, or an option is wrong
     * @throws IOException when a file cannot be read
     */
    Program in(Path folder) throws UsageException, IOException {
        return in(folder, _ -> Optional.empty());
    }

    /** Chooses one of several programs. */
    interface Choice {

        /** Returns the one that is meant; empty if that is not known. */
        Optional<Program> of(List<Program> programs) throws IOException;
    }

    Program in(Path folder, Choice choice) throws UsageException, IOException {
        Path here = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(here)) {
            throw new UsageException(Messages.LAUNCH.format("program.noFolder", folder));
        }
        List<Rules> families = families();
        if (start != null) {
            return given(family(families), here, start);
        }
        List<Program> found = ProgramFinder.find(families, here);
        if (found.isEmpty()) {
            throw new UsageException(
                    Messages.LAUNCH.format("program.none", here, namesOf(families)));
        }
        if (found.size() == 1) {
            return adapted(found.getFirst());
        }
        return adapted(chosen(found, choice));
    }

    private static Program chosen(List<Program> found, Choice choice)
            throws UsageException, IOException {
        return choice.of(found)
                .orElseThrow(() ->
                        new UsageException(
                                Messages.LAUNCH.format(
                                        "program.several",
                                        found.stream()
                                                .map(ProgramOptions::optionsOf)
                                                .collect(Collectors.joining("\n")))));
    }

    /** Returns the options that say the same program in full. */
    private static String optionsOf(Program program) {
        CommandTemplate builder = program.build();
        String built = builder == null ? "" : " --build '" + builder.line() + "'";
        return "  --program '%s'%s --rules %s"
                .formatted(program.start().line(), built, program.rules().name());
    }

    /** Returns whether one of these options was given. */
    boolean areGiven() {
        return start != null || join != null || build != null || rules != null;
    }

    /**
     * Returns a digest of these options and of the rules: with the same one, a folder holds the
     * same program.
     *
     * @throws UsageException when there are no rules of that name
     * @throws IOException when rules cannot be read
     */
    String digest() throws UsageException, IOException {
        StringBuilder all = new StringBuilder();
        all.append(Arrays.asList(start, join, build, rules));
        for (Path file : rulesFiles()) {
            all.append(FolderDigest.of(file));
        }
        return FolderDigest.of(all.toString());
    }

    private Program given(Rules family, Path here, String command) throws UsageException {
        return new Program(
                family,
                here,
                build == null ? null : parsed(build),
                parsed(command),
                join == null ? null : parsed(join));
    }

    /** Returns a program that its files told, built and joined as the options say. */
    private Program adapted(Program found) throws UsageException {
        return new Program(
                found.rules(),
                found.folder(),
                build == null ? found.build() : parsed(build),
                found.start(),
                join == null ? found.join() : parsed(join));
    }

    private static CommandTemplate parsed(String command) throws UsageException {
        try {
            return CommandTemplate.parse(command);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String namesOf(List<Rules> families) {
        return families.stream()
                .flatMap(family -> family.programs().stream())
                .map(rule -> rule.file())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Rules family(List<Rules> families) throws UsageException {
        return families.stream()
                .filter(each -> rules != null || each.name().equals(USUAL_FAMILY))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                Messages.LAUNCH.format("program.noRules", USUAL_FAMILY)));
    }

    /** Returns the family that the option names, or else all. */
    private List<Rules> families() throws UsageException, IOException {
        List<Rules> families = new ArrayList<>();
        try {
            for (Path file : rulesFiles()) {
                families.add(RulesFile.read(file));
            }
        } catch (InvalidRulesException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return families;
    }

    private List<Path> rulesFiles() throws UsageException, IOException {
        String name = rules;
        if (name == null) {
            return all();
        }
        return Stream.concat(
                        Stream.of(Path.of(name)),
                        Installation.rulesFolders().stream()
                                .map(each -> each.resolve(name + ".json")))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () -> new UsageException(Messages.LAUNCH.format("program.noRules", name)));
    }

    private static List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path each : Installation.rulesFolders()) {
            if (Files.isDirectory(each)) {
                try (Stream<Path> files = Files.list(each)) {
                    files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
