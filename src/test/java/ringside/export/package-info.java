/** Tests of what can be taken away. */
@org.jspecify.annotations.NullMarked
package ringside.export;
