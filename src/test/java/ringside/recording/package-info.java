/** Tests of recordings. */
@org.jspecify.annotations.NullMarked
package ringside.recording;
