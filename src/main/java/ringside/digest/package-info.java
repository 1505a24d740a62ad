/** SHA-256 digests of files and bytes: one place for all who compare them. */
@NullMarked
package ringside.digest;

import org.jspecify.annotations.NullMarked;
