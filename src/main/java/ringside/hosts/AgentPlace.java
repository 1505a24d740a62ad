package ringside.hosts;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where this program lies on the host of an agent.
 *
 * @param java to run peers with
 * @param classPath of a peer
 * @param travelled the folder into which it has travelled, or null where it is installed
 * @param runs the folder of the agent's runs, of which the newest are kept
 * @param jvmFlags further flags for the JVM of a peer
 */
public record AgentPlace(
        Path java, String classPath, @Nullable Path travelled, Path runs, List<String> jvmFlags) {
    public AgentPlace {
        jvmFlags = List.copyOf(jvmFlags);
    }
}
