/** Tests of the exports. */
@org.jspecify.annotations.NullMarked
package ringside.app.export;
