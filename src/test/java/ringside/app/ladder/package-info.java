/** Tests of the ladder diagram. */
@org.jspecify.annotations.NullMarked
package ringside.app.ladder;
