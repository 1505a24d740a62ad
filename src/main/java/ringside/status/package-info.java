/**
 * The one vocabulary: what peers report ({@link ringside.status.StatusEvent}) and what they and the
 * supervisor can be told ({@link ringside.status.Command}). Pure values, without I/O and without
 * JSON: the core of a peer speaks it, the window draws it, a recording keeps it (SPEC 9).
 */
@org.jspecify.annotations.NullMarked
package ringside.status;
