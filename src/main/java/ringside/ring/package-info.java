/** The circle: ids, clockwise distance, ownership and file numbers (SPEC 1.1, 3.1). */
@org.jspecify.annotations.NullMarked
package ringside.ring;
