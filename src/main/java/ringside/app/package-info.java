/**
 * The window: a fold of the ring's events, drawn. View models know no widgets, views know no rules,
 * and one timer on the JavaFX thread moves everything.
 */
@org.jspecify.annotations.NullMarked
package ringside.app;
