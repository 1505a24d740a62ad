/**
 * The rules of a family of programs as data: its sentences, commands, ports and limits (PROGRAMS
 * 2).
 */
@org.jspecify.annotations.NullMarked
package ringside.rules;
