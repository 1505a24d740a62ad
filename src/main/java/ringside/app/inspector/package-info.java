/** The inspector: everything about the selected peer (WINDOW 3). */
@org.jspecify.annotations.NullMarked
package ringside.app.inspector;
