/** Tests of the picture of the ring. */
@org.jspecify.annotations.NullMarked
package ringside.app.ring;
