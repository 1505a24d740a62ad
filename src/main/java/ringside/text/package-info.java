/**
 * The messages of the program. Each package that says something has a bundle beside its classes.
 */
@org.jspecify.annotations.NullMarked
package ringside.text;
