/**
 * The picture of the ring: pure geometry, and the scene-graph nodes that draw a {@link
 * ringside.model.RingState}. The window and the snapshot share it.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.ring;
