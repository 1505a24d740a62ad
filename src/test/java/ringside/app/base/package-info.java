@org.jspecify.annotations.NullMarked
package ringside.app.base;
