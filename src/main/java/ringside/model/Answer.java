package ringside.model;

import java.util.List;
import ringside.ring.PeerId;

/**
 * A question that a viewer can ask, with its answer.
 *
 * @param question such as 'Why is 2012 held by 236?'
 * @param answer one to three plain sentences with the real numbers
 * @param rule that gives the answer
 * @param concerned the peers involved, the one that acted first
 */
public record Answer(String question, String answer, Rule rule, List<PeerId> concerned) {

    public Answer {
        concerned = List.copyOf(concerned);
    }
}
