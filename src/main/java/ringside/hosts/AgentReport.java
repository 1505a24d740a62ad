package ringside.hosts;

import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.HostNames;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/** What an agent tells the program, a line each (SPEC 13.2). */
sealed interface AgentReport {

    /** What an agent says of itself, on lines of its own form. */
    sealed interface OfAgent extends AgentReport {}

    /**
     * The first line of an agent that joins by itself (SPEC 13.7).
     *
     * @param name what its user calls the host
     * @param listen the address at which its peers would listen
     * @param peers how many it brings, 1 to 256
     */
    record Joins(String name, String listen, int peers) implements OfAgent {
        public Joins {
            HostNames.check(name);
            if (peers < 1 || peers > Circle.IDS_OF_PROCESSES) {
                throw new IllegalArgumentException(
                        Messages.HOSTS.format("join.peers", Circle.IDS_OF_PROCESSES));
            }
        }
    }

    /**
     * The answer to {@link AgentCommand.Begin}.
     *
     * @param version {@link AgentCommand#VERSION}
     * @param processId number of the agent's process on its host
     */
    record Ready(int version, long processId) implements OfAgent {}

    /** A peer could not be started, with a sentence. */
    record NotStarted(PeerId peer, String reason) implements OfAgent {}

    /**
     * The answer to {@link AgentCommand.ReadClock}: when the question came and when this answer
     * left, in microseconds since the epoch by the host's clock.
     */
    record ClockRead(long asked, long received, long answered) implements OfAgent {}

    /**
     * A piece of a file that {@link AgentCommand.Fetch} asks for, after those that came before.
     *
     * @param data Base64
     */
    record FetchedPiece(long fetch, String data) implements OfAgent {}

    /** All pieces of a file have come; or, with a sentence, no more will. */
    record Fetched(long fetch, @Nullable String failure) implements OfAgent {}

    /** An event of a peer of the host, or of its process; a line of the status channel. */
    record Happened(StatusEntry entry) implements AgentReport {}
}
