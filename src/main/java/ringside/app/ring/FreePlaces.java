package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The boxes in the ring's view that are taken in one frame: of discs, of the words in the middle
 * and beside peers, and of all words and numbers that got a place before. Whatever looks for a
 * place asks here, so that nothing lies on anything else.
 */
final class FreePlaces {

    private final List<Label> taken = new ArrayList<>();

    /** Keeps everything placed from now on away from a box. */
    void keep(Label box) {
        taken.add(box);
    }

    /** Takes the first free one of several places; empty if there is none. */
    Optional<Label> take(Stream<Label> places) {
        Optional<Label> found = places.filter(this::isFree).findFirst();
        found.ifPresent(taken::add);
        return found;
    }

    boolean isFree(Label place) {
        return place.isClearOf(taken);
    }
}
