/** The bundles of all rooms and the code that speaks through them. */
@org.jspecify.annotations.NullMarked
package ringside.text;
