package ringside.program;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ringside.rules.CommandTemplate;
import ringside.rules.ProgramRule;
import ringside.rules.Rules;

/**
 * A program whose peers can be started (PROGRAMS 1.1).
 *
 * @param rules of its family
 * @param folder it lies in, which is only read
 * @param build the command that builds it in a copy of the folder; null for nothing to build
 * @param start the command of a peer that knows its successors
 * @param join the command of a peer that joins through another; null if none joins
 */
public record Program(
        Rules rules,
        Path folder,
        @Nullable CommandTemplate build,
        CommandTemplate start,
        @Nullable CommandTemplate join) {

    /** Returns the program that a rule recognised in a folder. */
    static Program of(Rules rules, ProgramRule rule, Path folder) {
        CommandTemplate run = CommandTemplate.parse(rule.run());
        String build = rule.build();
        String join = rules.arguments().join();
        return new Program(
                rules,
                folder,
                build == null ? null : CommandTemplate.parse(build),
                run.and(CommandTemplate.parse(rules.arguments().start())),
                join == null ? null : run.and(CommandTemplate.parse(join)));
    }
}
