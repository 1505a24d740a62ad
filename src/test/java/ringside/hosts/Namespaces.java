package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Hosts that are network namespaces of this machine: a bridge, and for each a cable and an {@code
 * sshd} with a key of its own. What it makes, it takes away again.
 */
final class Namespaces implements AutoCloseable {

    private static final long LIMIT_S = 60;

    private static final AtomicInteger LABORATORIES =
            new AtomicInteger((int) ProcessHandle.current().pid());

    private final Path folder;

    /** Another one for each laboratory, also of tests that run beside each other. */
    private final int number = LABORATORIES.getAndIncrement() % 200;

    private final List<Process> daemons = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();

    private Namespaces(Path folder) {
        this.folder = folder;
    }

    /** Returns why there can be no namespaces here, or nothing. */
    static String missing() {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        boolean hasTools =
                Files.isExecutable(Path.of("/usr/sbin/sshd"))
                        && (Files.isExecutable(Path.of("/usr/sbin/ip"))
                                || Files.isExecutable(Path.of("/sbin/ip")));
        if (!isRoot || !hasTools) {
            return isRoot ? "no sshd, or no ip" : "not root";
        }
        return canBeMade() ? "" : "this root may make no namespace or no cable";
    }

    /** Tries one, since root does not always have the right to. */
    private static boolean canBeMade() {
        try (Namespaces trial = new Namespaces(Path.of(""))) {
            trial.layBridge();
            trial.plugIn(1);
            return true;
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    /** Makes as many hosts, named lab1, lab2 and so on. */
    static Namespaces open(Path folder, int count) throws IOException {
        Namespaces made = new Namespaces(folder);
        try {
            made.make(count);
            return made;
        } catch (IOException | RuntimeException | AssertionError e) {
            made.close();
            throw e;
        }
    }

    List<Host> hosts() {
        return List.copyOf(hosts);
    }

    private void make(int count) throws IOException {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file("user"));
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
        Files.createDirectories(Path.of("/run/sshd"));
        layBridge();
        for (int host = 1; host <= count; host++) {
            plugIn(host);
            serve(host);
        }
    }

    private void layBridge() throws IOException {
        run("ip", "link", "add", bridge(), "type", "bridge");
        run("ip", "address", "add", address(254) + "/24", "dev", bridge());
        run("ip", "link", "set", bridge(), "up");
    }

    private void plugIn(int host) throws IOException {
        run("ip", "netns", "add", namespace(host));
        run(
                "ip",
                "link",
                "add",
                cable(host),
                "type",
                "veth",
                "peer",
                "name",
                "eth0",
                "netns",
                namespace(host));
        run("ip", "link", "set", cable(host), "master", bridge(), "up");
        within(host, "ip", "link", "set", "lo", "up");
        within(host, "ip", "address", "add", address(host) + "/24", "dev", "eth0");
        within(host, "ip", "link", "set", "eth0", "up");
    }

    private void serve(int host) throws IOException {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file("host" + host));
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace(host)));
        words.addAll(List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null"));
        for (String option :
                List.of(
                        "HostKey=" + file("host" + host),
                        "AuthorizedKeysFile=" + file("authorized"),
                        "PermitRootLogin=prohibit-password",
                        "StrictModes=no",
                        "UsePAM=no",
                        "PidFile=none",
                        "ListenAddress=" + address(host))) {
            words.addAll(List.of("-o", option));
        }
        daemons.add(
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd" + host + ".log").toFile())
                        .start());
        Awaitility.await("sshd of " + host + " listens")
                .atMost(LIMIT_S, TimeUnit.SECONDS)
                .until(() ->
                        Files.readString(folder.resolve("sshd" + host + ".log"))
                                .contains("listening on"));
        hosts.add(
                new Host(
                        "lab" + host,
                        InetAddress.ofLiteral(address(host)),
                        256,
                        Host.ssh("-F " + configuration(host) + " lab" + host)
                                .replace(
                                        Host.COMMAND,
                                        "env HOME=" + home(host) + " " + Host.COMMAND)));
    }

    /** Each host has a home of its own, so that the program travels to each. */
    private Path home(int host) throws IOException {
        return Files.createDirectories(folder.resolve("home" + host));
    }

    private Path configuration(int host) throws IOException {
        String key = Files.readString(folder.resolve("host" + host + ".pub"));
        Path known = Files.writeString(folder.resolve("known" + host), address(host) + " " + key);
        return Files.writeString(
                folder.resolve("config" + host),
                """
                Host lab%d
                    HostName %s
                    User root
                    IdentityFile %s
                    IdentitiesOnly yes
                    UserKnownHostsFile %s
                    StrictHostKeyChecking yes
                """
                        .formatted(host, address(host), file("user"), known));
    }

    void unplug(int host) throws IOException {
        run("ip", "link", "set", cable(host), "down");
    }

    void plug(int host) throws IOException {
        run("ip", "link", "set", cable(host), "up");
    }

    private String bridge() {
        return "rsb" + number;
    }

    private String cable(int host) {
        return "rsc" + number + "-" + host;
    }

    private String namespace(int host) {
        return "ringside" + number + "-" + host;
    }

    private String address(int host) {
        return "10.77." + number + "." + host;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void within(int host, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("ip", "netns", "exec", namespace(host)));
        line.addAll(Arrays.asList(words));
        run(line.toArray(String[]::new));
    }

    private static void run(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.onExit().join().exitValue())
                .as(String.join(" ", words) + ": " + said)
                .isZero();
    }

    private static String output(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes());
    }

    /** Ends the daemons, asserts that nothing else lives in the namespaces, and removes them. */
    @Override
    public void close() throws IOException {
        daemons.forEach(Process::destroy);
        for (Process daemon : daemons) {
            daemon.onExit().join();
        }
        for (int host = 1; host <= hosts.size(); host++) {
            String name = namespace(host);
            Awaitility.await("nothing lives in " + name)
                    .atMost(LIMIT_S, TimeUnit.SECONDS)
                    .until(() -> output("ip", "netns", "pids", name).isBlank());
        }
        // What a namespace takes with it goes some time later.
        for (String line : output("ip", "-brief", "link").lines().toList()) {
            if (line.startsWith("rsc" + number + "-")) {
                run("ip", "link", "delete", line.split("@")[0]);
            }
        }
        for (String line : output("ip", "netns", "list").lines().toList()) {
            if (line.startsWith("ringside" + number + "-")) {
                run("ip", "netns", "delete", line.split(" ")[0]);
            }
        }
        if (output("ip", "-brief", "link").contains(bridge())) {
            run("ip", "link", "delete", bridge());
        }
        assertThat(output("ip", "netns", "list")).doesNotContain("ringside" + number + "-");
        assertThat(output("ip", "-brief", "link"))
                .doesNotContain(bridge())
                .doesNotContain("rsc" + number);
    }
}
