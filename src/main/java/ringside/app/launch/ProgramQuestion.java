package ringside.app.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ringside.program.Program;
import ringside.text.Messages;

/**
 * Asks in the terminal which program is meant when several fit (PROGRAMS 1.1).
 *
 * @param says takes the lines of the question
 * @param answers what the user types, line by line
 */
record ProgramQuestion(Consumer<String> says, BufferedReader answers) {

    /** Wrong answers before it is given up. */
    private static final int ATTEMPTS = 3;

    /**
     * Asks until one of the numbers is typed.
     *
     * @return empty when nobody answers with one of them
     * @throws IOException when the terminal is gone
     */
    Optional<Program> ask(List<Program> programs) throws IOException {
        says.accept(Messages.LAUNCH.format("program.which"));
        for (int i = 0; i < programs.size(); i++) {
            says.accept(
                    Messages.LAUNCH.format(
                            "program.choice",
                            i + 1,
                            programs.get(i).start().line(),
                            programs.get(i).rules().name()));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String answer = answers.readLine();
            if (answer == null) {
                return Optional.empty();
            }
            for (int i = 0; i < programs.size(); i++) {
                if (answer.strip().equals(Integer.toString(i + 1))) {
                    return Optional.of(programs.get(i));
                }
            }
            says.accept(Messages.LAUNCH.format("program.number", programs.size()));
        }
        return Optional.empty();
    }
}
