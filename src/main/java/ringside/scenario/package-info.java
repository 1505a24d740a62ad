/** Scenario files: what they can say, how they are read and how they are run (SPEC 11). */
@org.jspecify.annotations.NullMarked
package ringside.scenario;
