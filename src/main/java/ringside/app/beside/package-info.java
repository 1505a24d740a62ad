/** A second recording beside what the window shows, on one axis of time (WINDOW part 5). */
@org.jspecify.annotations.NullMarked
package ringside.app.beside;
