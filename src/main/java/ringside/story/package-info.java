/**
 * The sentences that the rules prescribe after each thing done to a ring, and whether they came
 * (PROGRAMS 4).
 */
@org.jspecify.annotations.NullMarked
package ringside.story;
