/** Tests of the ring's picture. */
@org.jspecify.annotations.NullMarked
package ringside.app.ring;
