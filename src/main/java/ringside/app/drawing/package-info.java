/** Drawing on whatever there is: the screen, a picture, paper. */
@org.jspecify.annotations.NullMarked
package ringside.app.drawing;
