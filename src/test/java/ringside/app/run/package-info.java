/** Tests of this room. */
@org.jspecify.annotations.NullMarked
package ringside.app.run;
