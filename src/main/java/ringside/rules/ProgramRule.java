package ringside.rules;

import org.jspecify.annotations.Nullable;

/**
 * How a program of a family is recognised by a file, built and run (PROGRAMS 1.1).
 *
 * @param file that lies in its folder, with slashes
 * @param containing what stands somewhere in that file; null for any content
 * @param build the command that builds it in its folder; null for nothing to build
 * @param run the command that runs it there, without the arguments of a peer
 */
public record ProgramRule(
        String file, @Nullable String containing, @Nullable String build, String run) {

    /**
     * Validates the commands.
     *
     * @throws ringside.text.InvalidInputException when one is no command line
     */
    public ProgramRule {
        CommandTemplate.parse(run);
        if (build != null) {
            CommandTemplate.parse(build);
        }
    }
}
