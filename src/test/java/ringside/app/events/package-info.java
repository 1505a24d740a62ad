/** Tests of the list of events. */
@org.jspecify.annotations.NullMarked
package ringside.app.events;
