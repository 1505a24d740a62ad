/** Tests of the bundles of all packages and of the code that uses them. */
@org.jspecify.annotations.NullMarked
package ringside.text;
