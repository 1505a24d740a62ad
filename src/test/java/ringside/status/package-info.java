/** What somebody reads who typed a command or a setting wrong. */
@org.jspecify.annotations.NullMarked
package ringside.status;
