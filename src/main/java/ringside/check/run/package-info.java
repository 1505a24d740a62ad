/** Runs a program on rings, and has what is seen of it judged. */
@NullMarked
package ringside.check.run;

import org.jspecify.annotations.NullMarked;
