/** Tests of the fold and of the sentences. */
@org.jspecify.annotations.NullMarked
package ringside.model;
