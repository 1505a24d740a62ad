/** Tests of the rooms of the same name. */
@org.jspecify.annotations.NullMarked
package ringside.app.ladder;
