@org.jspecify.annotations.NullMarked
package ringside.runs;
