package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ringside.hosts.Host;
import ringside.hosts.HostsFile;
import ringside.hosts.HostsProgram;
import ringside.ring.PeerId;
import ringside.supervisor.Supervisor;

/** The option of every command whose peers may run on several hosts (SPEC 13.1). */
final class HostOptions {

    @Option(names = "--hosts", paramLabel = "FILE")
    private @Nullable Path file;

    /** Returns whether peers run elsewhere. */
    boolean areGiven() {
        return file != null;
    }

    /**
     * Returns what opens a ring on this machine, or on the hosts that the option names.
     *
     * @param pinned peers that run on a host of this name
     * @throws IOException when the file cannot be read, or with a sentence that names a wrong line
     */
    Run.RingOpener opener(Map<PeerId, String> pinned) throws IOException {
        Path given = file;
        if (given == null) {
            return Supervisor::open;
        }
        List<Host> hosts = HostsFile.read(Installation.located(given));
        return settings -> HostsProgram.open(settings, hosts, pinned);
    }
}
