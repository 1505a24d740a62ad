/** Tests of time travel. */
@org.jspecify.annotations.NullMarked
package ringside.timeline;
