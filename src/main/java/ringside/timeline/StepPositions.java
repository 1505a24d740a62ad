package ringside.timeline;

import java.util.OptionalInt;

/** The positions of a history at which stepping stops. */
public interface StepPositions {

    /** Returns the first step after a position, if any. */
    OptionalInt after(int position);

    /** Returns the last step before a position, if any. */
    OptionalInt before(int position);
}
