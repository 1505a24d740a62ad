/**
 * Time travel (WINDOW 5): the history of events with states to jump to, the playhead that moves
 * through it, and the marks of notable events. Pure, without clock or widget.
 */
@org.jspecify.annotations.NullMarked
package ringside.timeline;
