package ringside.app.run;

import java.util.List;
import ringside.model.Answer;
import ringside.ring.PeerId;

/** Questions that the user may ask about a peer. JavaFX thread only. */
public interface PeerQuestions {

    /** Returns the questions about a peer that can be answered at the moment shown. */
    List<Answer> about(PeerId id);

    /** Shows the answer to a question. */
    void answer(Answer answer);
}
