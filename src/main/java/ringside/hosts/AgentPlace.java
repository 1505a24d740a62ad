package ringside.hosts;

import java.nio.file.Path;
import java.util.List;

/**
 * Where this program lies on the host of an agent.
 *
 * @param java to run peers with
 * @param classPath of a peer
 * @param runs the folder of the agent's runs, of which the newest are kept
 * @param jvmFlags further flags for the JVM of a peer
 */
public record AgentPlace(Path java, String classPath, Path runs, List<String> jvmFlags) {
    public AgentPlace {
        jvmFlags = List.copyOf(jvmFlags);
    }
}
