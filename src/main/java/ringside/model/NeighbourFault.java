package ringside.model;

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

    /** Which neighbour of a peer. */
    public enum Role {
        FIRST_SUCCESSOR,
        SECOND_SUCCESSOR,
        FIRST_PREDECESSOR,
        SECOND_PREDECESSOR
    }

    /** Such as: 104's second successor is 139, should be 168. */
    public String sentence() {
        return ExplanationTexts.format("fault." + role, peer, orNobody(actual), orNobody(expected));
    }

    private static String orNobody(@Nullable PeerId neighbour) {
        return neighbour == null ? ExplanationTexts.format("nobody") : neighbour.toString();
    }
}
