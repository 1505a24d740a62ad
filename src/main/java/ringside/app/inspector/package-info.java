/** All about the selected peer (WINDOW part 3). */
@org.jspecify.annotations.NullMarked
package ringside.app.inspector;
