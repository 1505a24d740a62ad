@org.jspecify.annotations.NullMarked
package ringside.fault;
