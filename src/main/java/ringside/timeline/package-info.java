/**
 * Time travel (WINDOW 5): what happened in order with pictures to jump to, the playhead that moves
 * on it, and the marks that show where something happened. Pure, without clock or widget.
 */
@org.jspecify.annotations.NullMarked
package ringside.timeline;
