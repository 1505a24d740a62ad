package ringside.app.run;

import java.util.List;
import ringside.model.Answer;
import ringside.ring.PeerId;

/** What one may wonder at a peer. For the JavaFX thread. */
public interface PeerQuestions {

    /** The questions about a peer that can be answered at the moment that is shown. */
    List<Answer> about(PeerId id);

    /** Shows an answer. */
    void answer(Answer answer);
}
