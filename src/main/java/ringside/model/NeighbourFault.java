package ringside.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * One neighbour of one peer that is not as the living peers give it.
 *
 * @param role which neighbour
 * @param actual what the peer takes for it, or null for none
 * @param expected what it should be, or null for none
 */
public record NeighbourFault(
        PeerId peer, Role role, @Nullable PeerId actual, @Nullable PeerId expected) {

    /** Checks that nothing is missing. */
    public NeighbourFault {
        requireNonNull(peer, "peer");
        requireNonNull(role, "role");
    }

    /** Which neighbour of a peer. */
    public enum Role {
        FIRST_SUCCESSOR("first successor"),
        SECOND_SUCCESSOR("second successor"),
        FIRST_PREDECESSOR("first predecessor"),
        SECOND_PREDECESSOR("second predecessor");

        private final String words;

        Role(String words) {
            this.words = words;
        }
    }

    /** Such as: 104's second successor is 139, should be 168. */
    public String sentence() {
        return "%s's %s is %s, should be %s.".formatted(peer, role.words, or(actual), or(expected));
    }

    private static String or(@Nullable PeerId neighbour) {
        return neighbour == null ? "nobody" : neighbour.toString();
    }
}
