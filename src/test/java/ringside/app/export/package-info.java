/** Tests of what is taken away. */
@org.jspecify.annotations.NullMarked
package ringside.app.export;
