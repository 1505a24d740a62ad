/** What was found of a program, as files for students, teachers and machines (PROGRAMS 5.7). */
@NullMarked
package ringside.check.report;

import org.jspecify.annotations.NullMarked;
