package ringside.hosts;

import java.io.OutputStream;
import ringside.channel.BoundedLines;

/** The program's end of a way to an agent that has started and waits for its first line. */
interface AgentPipe extends AutoCloseable {

    /** Returns what the agent says. */
    BoundedLines in();

    /** Returns where the agent listens. */
    OutputStream out();

    /** Returns one sentence about why the pipe ended; may wait a moment for it. */
    String lastWords();

    /** Ends the pipe at once, and so the agent; does nothing a second time. */
    @Override
    void close();
}
