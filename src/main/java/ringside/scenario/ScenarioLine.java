package ringside.scenario;

import java.util.List;
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
     * {@code ask QUESTION :: ANSWER}: asks the reader to predict what the next lines show.
     *
     * @param answer the text to compare the prediction with
     */
    record Ask(String question, String answer) implements Text {}

    /** {@code say TEXT}: shows a text to the reader. */
    record Say(String text) implements Text {}
}
