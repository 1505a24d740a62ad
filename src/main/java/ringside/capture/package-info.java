/**
 * Captured messages, taken apart: the fields in the protocol's own words, and the messages that an
 * event speaks of (SPEC 9.7). Pure; any thread may call.
 */
@org.jspecify.annotations.NullMarked
package ringside.capture;
