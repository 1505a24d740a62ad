/**
 * What happened on a ring as text for other programs (WINDOW part 5). Pure: it is given entries and
 * something to write to, and opens no file.
 */
@org.jspecify.annotations.NullMarked
package ringside.export;
