/**
 * What a program prints and writes, read as what it says: sentences anywhere in its output, rows of
 * its transfer logs (PROGRAMS 3).
 */
@org.jspecify.annotations.NullMarked
package ringside.transcript;
