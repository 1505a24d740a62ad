/**
 * Past runs: where their recordings lie, what happened in them, and what somebody has written about
 * them (WINDOW 16.4). Beside a recording {@code NAME.ringside} lie {@code NAME.notes.json}, which a
 * person wrote, and {@code NAME.summary.json}, which can be made again.
 */
@org.jspecify.annotations.NullMarked
package ringside.runs;
