package ringside.app.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.hosts.AgentPlace;
import ringside.hosts.JoinCode;
import ringside.hosts.JoiningAgent;
import ringside.node.UsageException;
import ringside.status.HostNames;
import ringside.supervisor.PeerCache;
import ringside.supervisor.RunFolders;
import ringside.text.Messages;

/** {@code join HOST CODE}: brings peers of this machine to a ring elsewhere (SPEC 13.7). */
@Command(name = "join")
final class JoinCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "HOST", descriptionKey = "join.host")
    private String host = "";

    @Parameters(index = "1", paramLabel = "CODE", descriptionKey = "join.code")
    private String code = "";

    @Option(names = "--peers", paramLabel = "N", descriptionKey = "join.peers")
    private int peers = 1;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "join.name")
    private @Nullable String name;

    @Override
    public Integer call() throws UsageException, IOException {
        try {
            JoiningAgent.join(
                    address(host),
                    JoinCode.parse(code),
                    HostNames.check(name == null ? usualName() : name),
                    peers,
                    new AgentPlace(
                            Installation.java(),
                            Installation.classPath(),
                            null,
                            RunFolders.ofAgents(),
                            PeerCache.flags()),
                    new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                    System.out);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Reads {@code HOST} or {@code HOST:PORT}. */
    static InetSocketAddress address(String text) throws UsageException {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && text.indexOf(':') == colon;
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(hasPort ? text.substring(0, colon) : text),
                    hasPort
                            ? Integer.parseInt(text.substring(colon + 1))
                            : JoiningAgent.DEFAULT_PORT);
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new UsageException(Messages.LAUNCH.format("join.address", text));
        }
    }

    /** Returns the name of the user, as far as it can be one of a host. */
    private static String usualName() {
        String plain =
                System.getProperty("user.name", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]", "-");
        return plain.isEmpty()
                ? "guest"
                : plain.substring(0, Math.min(plain.length(), HostNames.LONGEST));
    }
}
