/** Tests of the model of one run. */
@org.jspecify.annotations.NullMarked
package ringside.app.run;
