/** Tests of the pens and of the SVG pictures. */
@org.jspecify.annotations.NullMarked
package ringside.app.drawing;
