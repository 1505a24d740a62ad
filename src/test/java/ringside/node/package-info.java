/** Tests of the process around the core: command lines, files on disk, timers. */
@org.jspecify.annotations.NullMarked
package ringside.node;
