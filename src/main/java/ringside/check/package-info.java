/**
 * What is checked of a program on a ring, and what is found: functions of what was seen, without
 * I/O.
 */
@NullMarked
package ringside.check;

import org.jspecify.annotations.NullMarked;
