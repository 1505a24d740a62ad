package ringside.model;

import java.util.Optional;

/**
 * What a list of events knows of an event beside its sentence.
 *
 * @param routine whether it is routine in a sound ring, or repeats another event
 * @param origin who is behind it
 * @param repetition the story that it repeats, if it does
 */
public record EventTraits(boolean routine, EventOrigin origin, Optional<Repetition> repetition) {

    /** An event of the ring that matters for itself. */
    public static final EventTraits NOTABLE =
            new EventTraits(false, EventOrigin.RING, Optional.empty());
}
