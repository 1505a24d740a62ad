/** Tests of the lessons. */
@org.jspecify.annotations.NullMarked
package ringside.app.lessons;
