/** Tests of the time that the window shows. */
@org.jspecify.annotations.NullMarked
package ringside.app.timeline;
