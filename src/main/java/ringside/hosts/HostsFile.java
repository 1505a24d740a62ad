package ringside.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.status.Quoted;
import ringside.text.Messages;

/**
 * Reads the file that lists the hosts of a ring (SPEC 13.1), one a line: {@code NAME ADDRESS
 * [peers=N] [via "COMMAND {command}"]}. Stateless.
 */
public final class HostsFile {

    private static final Pattern LINE =
            Pattern.compile("(\\S+) (\\S+)(?: peers=([0-9]{1,4}))?(?: via (.+))?");

    private HostsFile() {}

    /**
     * Reads the hosts of a file, at least one.
     *
     * @throws IOException when it cannot be read, or with a sentence that names its wrong line
     */
    public static List<Host> read(Path file) throws IOException {
        return parse(file.toString(), Files.readAllLines(file));
    }

    static List<Host> parse(String file, List<String> lines) throws IOException {
        List<Host> hosts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = Quoted.tidy(Quoted.withoutComment(lines.get(number - 1)));
            if (!line.isEmpty()) {
                Host host = host(file, number, line);
                if (!names.add(host.name())) {
                    throw wrong(file, number, Messages.HOSTS.format("file.twice", host.name()));
                }
                hosts.add(host);
            }
        }
        if (hosts.isEmpty()) {
            throw new IOException(Messages.HOSTS.format("file.empty", file));
        }
        return List.copyOf(hosts);
    }

    private static Host host(String file, int number, String line) throws IOException {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong(file, number, Messages.HOSTS.format("file.form", Host.COMMAND));
        }
        try {
            return new Host(
                    parts.group(1),
                    address(parts.group(2)),
                    peers(parts.group(3)),
                    via(parts.group(4), parts.group(1)));
        } catch (IllegalArgumentException e) {
            throw wrong(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.HOSTS.format("file.address", text), e);
        }
    }

    private static int peers(@Nullable String number) {
        return number == null ? Circle.IDS_OF_PROCESSES : Integer.parseInt(number);
    }

    private static String via(@Nullable String quoted, String name) {
        return quoted == null ? Host.ssh(name) : Quoted.content(quoted);
    }

    private static IOException wrong(String file, int number, String sentence) {
        return new IOException(Messages.HOSTS.format("file.line", file, number, sentence));
    }
}
