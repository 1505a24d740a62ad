package ringside.model;

import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * One wrong neighbour of one peer, judged by the ids of the living peers.
 *
 * @param role which neighbour
 * @param actual the neighbour that the peer believes in, or null for none
 * @param expected the right neighbour, or null for none
 */
public record NeighbourFault(
        PeerId peer, Role role, @Nullable PeerId actual, @Nullable PeerId expected) {

    public enum Role {
        FIRST_SUCCESSOR,
        SECOND_SUCCESSOR,
        FIRST_PREDECESSOR,
        SECOND_PREDECESSOR
    }

    /** Describes the fault, such as: 104's second successor is 139, should be 168. */
    public String sentence() {
        return ExplanationTexts.format("fault." + role, peer, orNobody(actual), orNobody(expected));
    }

    private static String orNobody(@Nullable PeerId neighbour) {
        return neighbour == null ? ExplanationTexts.format("nobody") : neighbour.toString();
    }
}
