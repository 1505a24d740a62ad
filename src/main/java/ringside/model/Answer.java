package ringside.model;

import java.util.List;
import ringside.ring.PeerId;

/**
 * A question of somebody who watches, with its answer.
 *
 * @param question such as 'Why is 2012 held by 236?'
 * @param answer one to three plain sentences with the real numbers
 * @param rule that gives the answer
 * @param concerned the peers it is about, first the one whose doing it is
 */
public record Answer(String question, String answer, Rule rule, List<PeerId> concerned) {

    public Answer {
        concerned = List.copyOf(concerned);
    }
}
