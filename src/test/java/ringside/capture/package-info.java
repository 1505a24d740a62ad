@org.jspecify.annotations.NullMarked
package ringside.capture;
