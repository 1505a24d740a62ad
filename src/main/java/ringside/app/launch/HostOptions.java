package ringside.app.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ringside.app.invitation.JoinInvitation;
import ringside.hosts.Host;
import ringside.hosts.HostsFile;
import ringside.hosts.HostsPlan;
import ringside.hosts.HostsRing;
import ringside.hosts.JoinCode;
import ringside.hosts.RefusedGuests;
import ringside.node.KeyFile;
import ringside.node.UsageException;
import ringside.ring.PeerId;
import ringside.status.PeerOptions;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.Supervisor;
import ringside.text.Messages;
import ringside.text.ProgramName;

/**
 * The options of every command whose peers may run on several hosts, or have a key (SPEC 10.6,
 * 13.1, 13.7).
 */
final class HostOptions {

    /** What this machine is called where others join it. */
    private static final String HERE = "here";

    @Option(names = "--hosts", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--open-to", paramLabel = "ADDRESS")
    private @Nullable String openTo;

    @Option(names = PeerOptions.KEY, paramLabel = "FILE")
    private @Nullable Path keyFile;

    private final RefusedGuests refused = new RefusedGuests();

    private @Nullable JoinInvitation invitation;

    /** Returns whether peers may run elsewhere. */
    boolean areGiven() {
        return file != null || openTo != null;
    }

    /** Returns the file with the ring's key, or null when none is given. */
    @Nullable Path keyFile() {
        return keyFile;
    }

    /** Returns the words with which a peer takes this key, behind others; empty without a key. */
    String keyWords() {
        Path file = keyFile;
        return file == null ? "" : " " + PeerOptions.KEY + " " + quoted(file.toAbsolutePath());
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    /**
     * Returns what opens a ring on this machine, or on the hosts that the options name.
     *
     * @param pinned peers that run on a host of this name
     * @throws IOException when a file cannot be read, or with a sentence that names a wrong line
     * @throws UsageException when the address is none, or guests would get a key that lasts
     */
    Run.RingOpener opener(Map<PeerId, String> pinned) throws IOException, UsageException {
        String key = keyFile == null ? "" : KeyFile.read(keyFile);
        String address = openTo;
        if (address != null) {
            if (keyFile != null) {
                throw new UsageException(Messages.LAUNCH.format("key.openTo"));
            }
            InetSocketAddress at = JoinCommand.address(address);
            HostsPlan plan =
                    plan(hosts(List.of(HostsRing.here(HERE, at.getAddress()))), pinned, key);
            JoinCode code = JoinCode.random();
            JoinInvitation others = invitation(address, code);
            invitation = others;
            System.out.println(Messages.LAUNCH.format("join.how", others.command()));
            return settings -> HostsRing.openToGuests(settings, plan, at, code, refused);
        }
        if (file == null) {
            return settings -> Supervisor.open(settings, PeerNetwork.loopback(key));
        }
        HostsPlan plan = plan(hosts(List.of()), pinned, key);
        return settings -> HostsRing.open(settings, plan);
    }

    /** A ring over hosts has a key in any case. */
    private static HostsPlan plan(List<Host> hosts, Map<PeerId, String> pinned, String key) {
        return new HostsPlan(hosts, pinned, key.isEmpty() ? PeerNetwork.drawKey() : key);
    }

    /** Returns how other machines join the ring that was opened last; empty where they cannot. */
    Optional<JoinInvitation> invitation() {
        return Optional.ofNullable(invitation);
    }

    /** Returns who could not join, a sentence for each reason; empty while there is nobody. */
    String refusedGuests() {
        return refused.sentences();
    }

    private static JoinInvitation invitation(String address, JoinCode code) {
        return new JoinInvitation(
                String.join(" ", ProgramName.typed(), "join", address, code.spoken()),
                address,
                code.spoken());
    }

    private List<Host> hosts(List<Host> otherwise) throws IOException {
        Path given = file;
        return given == null ? otherwise : HostsFile.read(Installation.located(given));
    }
}
