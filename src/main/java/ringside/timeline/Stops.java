package ringside.timeline;

import java.util.OptionalInt;

/** The positions of a history at which stepping stops. */
public interface Stops {

    /** Returns the first stop after a position, if any. */
    OptionalInt after(int position);

    /** Returns the last stop before a position, if any. */
    OptionalInt before(int position);
}
