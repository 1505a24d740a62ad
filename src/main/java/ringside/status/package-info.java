/**
 * The shared vocabulary: events that peers report ({@link ringside.status.StatusEvent}) and
 * commands to peers and the supervisor ({@link ringside.status.Command}). Pure values, without I/O
 * or JSON: a peer's core produces them, the window draws them, a recording stores them (SPEC 9).
 */
@org.jspecify.annotations.NullMarked
package ringside.status;
