@org.jspecify.annotations.NullMarked
package ringside.hunt;
