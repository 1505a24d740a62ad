/** Drawings that serve both the screen and SVG files. */
@org.jspecify.annotations.NullMarked
package ringside.app.drawing;
