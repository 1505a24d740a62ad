/**
 * The ladder diagram of a transfer (WINDOW 4.2): which segment and which acknowledgement left when,
 * what came of it, and where on paper that is drawn. Pure, without widgets.
 */
@org.jspecify.annotations.NullMarked
package ringside.ladder;
