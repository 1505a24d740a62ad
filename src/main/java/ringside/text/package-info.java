/**
 * Message bundles. Each package of the program has its own bundle beside its classes and one small
 * class that formats its messages; this package holds the code that they share.
 */
@org.jspecify.annotations.NullMarked
package ringside.text;
