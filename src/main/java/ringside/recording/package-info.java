/**
 * Recordings: what happened on a ring, written down as it happens and read again (SPEC 12.4). A
 * {@code .ringside} file is a header line and one line of JSON an event.
 */
@org.jspecify.annotations.NullMarked
package ringside.recording;
