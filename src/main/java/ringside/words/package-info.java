/**
 * How a sentence comes out of a bundle of sentences. Each room of the program has its own bundle
 * beside its classes and speaks through a small class of its own; here is only what they share.
 */
@org.jspecify.annotations.NullMarked
package ringside.words;
