package ringside.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.text.Messages;

/** One line of a scenario file (SPEC 11). */
public sealed interface ScenarioLine {

    /** A line that is carried out on the ring. */
    sealed interface Task extends ScenarioLine {}

    /** A line that the reader is shown. */
    sealed interface Text extends ScenarioLine {}

    /** {@code peers 14 43 77}: starts the ring, and tells each peer its neighbours. */
    record Peers(List<PeerId> peers) implements Task {
        public Peers {
            peers = List.copyOf(peers);
            if (peers.isEmpty()) {
                throw new IllegalArgumentException(Messages.SCENARIO.format("syntax.peers"));
            }
        }
    }

    /** {@code join 57 via 14}: starts a peer that joins through another one. */
    record Join(PeerId peer, PeerId known) implements Task {}

    /** Any command of the command box. */
    record Do(Command command) implements Task {}

    /** {@code wait CONDITION within 6s}: waits until the condition holds. */
    record Wait(Condition condition, long withinMs) implements Task {}

    /** {@code expect CONDITION}: fails unless the condition holds now. */
    record Expect(Condition condition) implements Task {}

    /**
     * {@code ask QUESTION :: ANSWER :: CHOICE | CHOICE}: asks the reader to predict what the next
     * lines show (SPEC 11.6).
     *
     * @param answer the text to compare the prediction with, with its reason
     * @param choices what the reader chooses from, one of them the answer's {@link #value}; empty
     *     where the reader types
     */
    record Ask(String question, String answer, List<String> choices) implements Text {

        /** Most choices: one for each of the keys 1 to 9. */
        public static final int MOST_CHOICES = 9;

        private static final Pattern REASON = Pattern.compile(",? (?:because|weil) |: ");

        public Ask {
            choices = List.copyOf(choices);
            if (!choices.isEmpty()) {
                validate(answer, choices);
            }
        }

        /** Creates a question whose answer is typed. */
        public Ask(String question, String answer) {
            this(question, answer, List.of());
        }

        private static void validate(String answer, List<String> choices) {
            if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
                throw new IllegalArgumentException(
                        Messages.SCENARIO.format("choices.count", choices.size(), MOST_CHOICES));
            }
            Set<String> seen = new HashSet<>();
            for (String choice : choices) {
                if (choice.isBlank()) {
                    throw new IllegalArgumentException(Messages.SCENARIO.format("choices.empty"));
                }
                if (!seen.add(folded(choice))) {
                    throw new IllegalArgumentException(
                            Messages.SCENARIO.format("choices.twice", choice));
                }
            }
            if (!seen.contains(folded(valueOf(answer)))) {
                throw new IllegalArgumentException(
                        Messages.SCENARIO.format("choices.none", valueOf(answer)));
            }
        }

        private static String valueOf(String answer) {
            return REASON.split(answer, 2)[0].strip();
        }

        private static String folded(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the answer without its reason, which begins with a colon, with 'because' or with
         * 'weil'.
         */
        public String value() {
            return valueOf(answer);
        }

        /** Returns whether a choice is the right one. */
        public boolean isRight(String choice) {
            return folded(choice).equals(folded(value()));
        }
    }

    /** {@code say TEXT}: shows a text to the reader. */
    record Say(String text) implements Text {}
}
