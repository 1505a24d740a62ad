/** Tests of the exports as text. */
@org.jspecify.annotations.NullMarked
package ringside.export;
