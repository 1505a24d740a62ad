/** Tests of the commands of the program. */
@org.jspecify.annotations.NullMarked
package ringside.app.launch;
