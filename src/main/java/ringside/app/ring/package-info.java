/**
 * The picture of the ring: pure geometry, and the scene-graph nodes that draw a {@link
 * ringside.model.RingState}. The window and the snapshot share it. Its views and view models are
 * for the JavaFX thread alone.
 */
@org.jspecify.annotations.NullMarked
package ringside.app.ring;
