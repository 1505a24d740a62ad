/**
 * Recordings: the events of a ring, written as they happen and read again (SPEC 12.4). A {@code
 * .ringside} file has a header line and one line of JSON per event.
 */
@org.jspecify.annotations.NullMarked
package ringside.recording;
