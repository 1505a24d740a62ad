/** How other machines join the ring of a window. Its views are for the JavaFX thread alone. */
@org.jspecify.annotations.NullMarked
package ringside.app.invitation;
