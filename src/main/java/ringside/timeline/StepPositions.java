package ringside.timeline;

import java.util.OptionalInt;

/** The positions of a history that stepping by key stops at. */
public interface StepPositions {

    /** Returns the first one after a position, if any. */
    OptionalInt after(int position);

    /** Returns the last one before a position, if any. */
    OptionalInt before(int position);
}
