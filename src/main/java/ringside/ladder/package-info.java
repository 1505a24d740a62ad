/**
 * The ladder diagram of a transfer (WINDOW 4.2): when each segment and acknowledgement was sent,
 * whether it arrived, and where to draw it. Pure, without widgets.
 */
@org.jspecify.annotations.NullMarked
package ringside.ladder;
