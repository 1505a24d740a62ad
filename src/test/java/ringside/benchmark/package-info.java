/**
 * Measurements with real processes, run by hand and never by the build. Each prints what it
 * measured in one run; compare ratios, not absolute numbers. See {@code testing.md}.
 */
@org.jspecify.annotations.NullMarked
package ringside.benchmark;
