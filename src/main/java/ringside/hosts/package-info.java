/**
 * Rings over several machines (SPEC 13): the file that lists the hosts, the agent that runs on each
 * and starts its peers, and the program's connections to the agents. The system's {@code ssh}, or
 * whatever command a place already has, connects the two; nothing of ours listens for it.
 */
@org.jspecify.annotations.NullMarked
package ringside.hosts;
