/**
 * The state of a ring: {@link ringside.model.RingState}, an immutable value that only {@link
 * ringside.model.RingState#after} changes, and the sentences that explain each step. Live view,
 * scenario runner, export and tests share this one fold.
 */
@org.jspecify.annotations.NullMarked
package ringside.model;
