package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Signals are sent by the system's kill command, whose signal names depend on the user's language.
 */
class SignalsTest {

    @Test
    void theNameOfASignalIsReadInThePlainLocale() {
        ProcessBuilder kill = Signals.command("CONT", 4_711);
        assertThat(kill.command()).containsExactly("kill", "-CONT", "--", "4711");
        assertThat(kill.environment()).containsEntry("LC_ALL", "C");
    }
}
