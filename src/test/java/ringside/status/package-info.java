/** Tests of the messages for mistyped commands and settings. */
@org.jspecify.annotations.NullMarked
package ringside.status;
