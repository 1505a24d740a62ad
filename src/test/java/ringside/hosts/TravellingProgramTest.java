package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.supervisor.PeerCache;
import ringside.supervisor.PeerNetwork;
import ringside.supervisor.SupervisorSettings;
import ringside.supervisor.WatchedRing;

/** How the program comes to a host, and what of it is found there (SPEC 13.2). */
@RealProcesses
class TravellingProgramTest {

    private static final int BASE_PORT = 32_300;

    /** More than the script and the commands have. */
    private static final long BYTES_OF_WORDS = 100_000;

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir private Path folder;

    /** A host on which each JVM ends at once that cannot use its cache. */
    private Host host() {
        String path = folder.resolve("installed/bin") + ":" + System.getenv("PATH");
        return new Host(
                "lab",
                InetAddress.ofLiteral("127.0.0.2"),
                1,
                String.join(
                        " ",
                        "tee -a " + sent() + " | env",
                        "JAVA_TOOL_OPTIONS=-XX:AOTMode=on",
                        "HOME=" + folder,
                        "XDG_CACHE_HOME=" + folder.resolve("cache"),
                        "JAVA_HOME=" + JAVA_HOME,
                        "'PATH=" + path + "'",
                        Host.COMMAND));
    }

    /** What has passed through the pipe. */
    private Path sent() {
        return folder.resolve("sent");
    }

    private SupervisorSettings settings() {
        return WatchedRing.settings(
                folder, SupervisorSettings.PEER_MAIN, WatchedRing.PATIENT, BASE_PORT);
    }

    /** The command lines of the two processes on the host. */
    private record Started(String agent, String peer) {}

    /** Runs a ring of one peer for a moment. */
    private Started start(SupervisorSettings settings) throws IOException {
        try (WatchedRing ring =
                new WatchedRing(
                        HostsRing.open(
                                settings,
                                new HostsPlan(List.of(host()), Map.of(), PeerNetwork.drawKey())))) {
            ring.start(20);
            ProcessHandle peer = ring.process(20);
            return new Started(lineOf(peer.parent().orElseThrow()), lineOf(peer));
        }
    }

    private static String lineOf(ProcessHandle process) {
        return process.info().commandLine().orElseThrow();
    }

    /** Where the host has what has travelled there. */
    private Path folders() {
        return folder.resolve("cache/ringside");
    }

    private List<Path> unpacked() throws IOException {
        Path folders = folders();
        if (!Files.exists(folders)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folders)) {
            return all.toList();
        }
    }

    /** Installs the archives and the cache of this build, as a package does. */
    private Path install() throws IOException {
        Path app = Files.createDirectories(folder.resolve("installed/lib/app"));
        for (String part : settings().classPath().split(File.pathSeparator)) {
            copy(Path.of(part), app);
        }
        Files.copy(
                PeerCache.in(settings().jvmFlags()).orElseThrow(),
                app.resolve("peer.aot"),
                StandardCopyOption.COPY_ATTRIBUTES);
        script("installed/lib/runtime/bin/java", "exec " + JAVA_HOME + "/bin/java \"$@\"");
        script("installed/bin/ringside", "exit 1");
        return app;
    }

    private void script(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path file, Path into) throws IOException {
        Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void theProgramTravelsOnce() throws Exception {
        start(settings());
        assertThat(Files.size(sent())).isGreaterThan(BYTES_OF_WORDS);
        assertThat(unpacked()).hasSize(1);
        Files.delete(sent());

        Started second = start(settings());

        assertThat(Files.size(sent())).isLessThan(BYTES_OF_WORDS);
        assertThat(unpacked()).hasSize(1);
        Path place = unpacked().getFirst();
        assertThat(second.agent()).contains(" -cp " + place, " -XX:AOTCache=" + place);
        assertThat(second.peer()).contains(" -cp " + place, " -XX:AOTCache=" + place);
    }

    /** Puts a folder there which nobody has used for some days. */
    private Path unusedFor(int days, String name) throws IOException {
        Path build = Files.createDirectories(folders().resolve(name));
        Files.writeString(build.resolve("classes.jar"), "classes");
        setBack(build, days);
        return build;
    }

    private static void setBack(Path build, int days) throws IOException {
        Files.setLastModifiedTime(build, FileTime.from(Instant.now().minus(days, ChronoUnit.DAYS)));
    }

    @Test
    void otherBuildsThatNobodyHasUsedForThirtyDaysAreDeleted() throws Exception {
        unusedFor(31, "a0".repeat(32));
        unusedFor(31, "b1".repeat(32) + ".4711");
        Path recent = unusedFor(29, "c2".repeat(32));
        Path linked = unusedFor(31, "linked");
        Path link = Files.createSymbolicLink(folders().resolve("d3".repeat(32)), linked);
        Path noDigest = unusedFor(31, "e4".repeat(31) + "zz");
        Path shorter = unusedFor(31, "f5".repeat(31));

        Path place = travelled(start(settings()));

        assertThat(unpacked())
                .containsExactlyInAnyOrder(place, recent, linked, link, noDigest, shorter);
        assertThat(linked).isNotEmptyDirectory();
    }

    /** The host's command marks it as used between the look and the deletion. */
    @Test
    void aBuildThatSomebodyBeginsToUseMeanwhileIsNotDeleted() throws Exception {
        Path used = unusedFor(31, "a0".repeat(32));
        script("installed/bin/mv", "touch \"$1\"; exec /bin/mv \"$@\"");

        Path place = travelled(start(settings()));

        assertThat(unpacked()).containsExactlyInAnyOrder(place, used);
        assertThat(used).isNotEmptyDirectory();
    }

    @Test
    void aStartMarksItsOwnFolderAsUsed() throws Exception {
        Path place = travelled(start(settings()));
        setBack(place, 31);
        Files.delete(sent());

        Started again = start(settings());

        assertThat(Files.size(sent())).isLessThan(BYTES_OF_WORDS);
        assertThat(again.agent()).contains(" -Dringside.travelled=" + place + " ");
        assertThat(Files.getLastModifiedTime(place).toInstant())
                .isAfter(Instant.now().minus(1, ChronoUnit.DAYS));
    }

    private static Path travelled(Started there) {
        String before = " -Dringside.travelled=";
        String rest = there.agent().substring(there.agent().indexOf(before) + before.length());
        return Path.of(rest.substring(0, rest.indexOf(' ')));
    }

    @Test
    void anInstalledProgramOfTheSameBuildIsUsed() throws Exception {
        Path app = install();

        Started there = start(settings());

        assertThat(Files.size(sent())).isLessThan(BYTES_OF_WORDS);
        assertThat(unpacked()).isEmpty();
        String cache = " -XX:AOTCache=" + app.resolve("peer.aot");
        assertThat(there.agent())
                .contains(" -cp " + app, cache)
                .doesNotContain("-Dringside.travelled");
        assertThat(there.peer()).contains(" -cp " + app, cache);
    }

    @Test
    void anInstalledProgramOfAnotherBuildIsNot() throws Exception {
        Path app = install();
        Files.write(app.resolve("peers.jar"), new byte[1], StandardOpenOption.APPEND);

        Started there = start(settings());

        assertThat(Files.size(sent())).isGreaterThan(BYTES_OF_WORDS);
        assertThat(there.agent()).contains(" -cp " + unpacked().getFirst());
    }

    /** With it, each start would be slower than without any. */
    @Test
    void aCacheThatTheJavaOfTheHostCannotUseIsLeftAlone() throws Exception {
        SupervisorSettings good = settings();
        Path cache = Files.writeString(folder.resolve("of-another.aot"), "no cache");
        SupervisorSettings strange =
                new SupervisorSettings(
                        good.java(),
                        good.classPath(),
                        good.mainClass(),
                        good.peer(),
                        good.basePort(),
                        good.runFolder(),
                        good.files(),
                        PeerCache.flags(cache));

        Started there = start(strange);

        assertThat(there.agent()).doesNotContain("-XX:AOTCache");
        assertThat(there.peer()).doesNotContain("-XX:AOTCache");
    }

    /** The folder on the host has the digest of the script: other classes must not lie there. */
    @Test
    void aProgramThatHasChangedSinceItsScriptDoesNotTravel() throws Exception {
        Path archive = Files.writeString(folder.resolve("classes.jar"), "classes");
        ProgramArchive program = new ProgramArchive(archive.toString(), PeerCache.in(List.of()));

        String script = program.script();
        Files.writeString(archive, "other classes");

        assertThat(program.script()).isEqualTo(script);
        assertThatThrownBy(program::open)
                .isInstanceOf(IOException.class)
                .hasMessage("The program has changed since it was started; start it again.");
    }

    /** A host that has the program costs no archive. */
    @Test
    void nothingIsPackedForTheScript() throws Exception {
        Path archive = Files.writeString(folder.resolve("classes.jar"), "classes");
        ProgramArchive program = new ProgramArchive(archive.toString(), PeerCache.in(List.of()));
        program.script();
        FileTime time = Files.getLastModifiedTime(archive);
        Files.delete(archive);
        assertThatThrownBy(program::open).isInstanceOf(IOException.class);
        Files.writeString(archive, "classes");
        Files.setLastModifiedTime(archive, time);
        assertThat(new String(program.open().readAllBytes())).contains("classes");
    }
}
