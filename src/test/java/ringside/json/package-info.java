@org.jspecify.annotations.NullMarked
package ringside.json;
