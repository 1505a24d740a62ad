/** Scenario files: their language, their parser and their player (SPEC 11). */
@org.jspecify.annotations.NullMarked
package ringside.scenario;
