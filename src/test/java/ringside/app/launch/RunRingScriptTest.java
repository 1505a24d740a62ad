package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.RealProcesses;
import ringside.app.launch.StubbedScript.Ended;

/** {@code run-ring.sh} starts the program from any folder. */
@RealProcesses
class RunRingScriptTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String START = "./run-ring.sh scenario x.txt";
    private static final String PREPARE = "./run-ring.sh prepare";

    @TempDir private Path folder;

    private StubbedScript in(String name) throws IOException {
        return new StubbedScript(
                Files.createDirectories(folder.resolve("tools")),
                Files.createDirectories(folder.resolve(name)));
    }

    private static void assertStarts(StubbedScript script, Ended ended) {
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains(
                        "-Dringside.home=" + script.program(),
                        "scenario",
                        "x.txt",
                        "ringside.app.Main");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "-dash",
                "t\u00fcr \u00e4\u00f6",
                "it's",
                "a$b",
                "[x]*"
            })
    void theFolderMayHaveAnyName(String name) throws Exception {
        StubbedScript script = in(name);
        Ended ended = script.run(script.program(), START);

        assertStarts(script, ended);
        assertThat(ended.after("--module-path"))
                .isEqualTo(script.program() + "/target/lib/javafx-base-26.jar");
        assertThat(script.calls()).startsWith("built in " + script.program());
    }

    /** The program gives the help, and knows what a misspelled word should have been. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "scenario --help", "scenari x", "generate-completion"})
    void theProgramReadsTheWordsAsTheyAre(String words) throws Exception {
        StubbedScript script = in("ring");
        Ended ended = script.run(script.program(), "./run-ring.sh " + words);

        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> given =
                ended.out().stream().takeWhile(line -> !line.startsWith("LC_ALL=")).toList();
        assertThat(given.subList(given.indexOf("ringside.app.Main") + 1, given.size()))
                .containsExactly(words.equals("-h") ? new String[] {"--help"} : words.split(" "));
    }

    @Test
    void theSecondStartBuildsNothing() throws Exception {
        StubbedScript script = in("ring");
        script.run(script.program(), START);
        Ended again = script.run(folder, "ring/run-ring.sh scenario x.txt");

        assertStarts(script, again);
        assertThat(again.err()).isEmpty();
        assertThat(script.builds()).isEqualTo(1);
    }

    /** Its training takes longer than a start. */
    @Test
    void aFirstStartWaitsForNoCacheAndLeavesNoTrainingBehind() throws Exception {
        StubbedScript script = in("ring");
        Path gate = script.tools().resolve("training");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
        Ended first = script.run(script.program(), START);

        assertStarts(script, first);
        assertThat(first.out()).noneMatch(line -> line.startsWith("-XX:AOTCache"));
        try (var left = Files.list(script.program().resolve("target"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".aot") || name.startsWith(".training"));
        }
    }

    /** Two trainings would only take the processor from each other and from the program. */
    @Test
    void aStartBesideATrainingTrainsNothing() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "no /proc");
        StubbedScript script = in("ring");
        script.run(script.program(), "./run-ring.sh --help");
        String self = Long.toString(ProcessHandle.current().pid());
        String began =
                Files.readString(Path.of("/proc/self/stat"))
                        .replaceFirst(".*\\) ", "")
                        .split(" ")[19];
        Files.createSymbolicLink(
                script.program().resolve("target/.preparing"), Path.of(self + "-" + began));

        script.begin(script.program(), START, "run").waitFor();
        assertThat(script.calls()).doesNotContain("prepared");
    }

    @Test
    void aStartUsesTheCachesOfItsBuild() throws Exception {
        StubbedScript script = in("my ring");
        assertThat(script.run(script.program(), PREPARE).code()).isZero();
        Ended window = script.run(script.program(), "./run-ring.sh");
        Ended peer = script.run(script.program(), "./run-ring.sh peer 1 2 3 400 0");

        assertThat(cache(window))
                .isRegularFile()
                .asString()
                .matches(".*/my ring/target/window-[0-9-]+\\.aot");
        assertThat(cache(peer))
                .isRegularFile()
                .asString()
                .matches(".*/my ring/target/peer-[0-9-]+\\.aot");
        assertThat(window.out()).contains("-Dringside.peerCache=" + cache(peer));
    }

    /** A JVM once took the cache of another jar for its own, and ran its classes. */
    @Test
    void anotherJarHasOtherCachesAndTheOldOnesAreThrownAway() throws Exception {
        StubbedScript script = in("ring");
        script.run(script.program(), PREPARE);
        Path old = cache(script.run(script.program(), "./run-ring.sh"));
        Path jar = script.program().resolve("target/ringside-0.1.0.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "other classes");
        Files.setLastModifiedTime(jar, time);
        script.run(script.program(), PREPARE);
        Path now = cache(script.run(script.program(), "./run-ring.sh"));

        assertThat(now).isNotEqualTo(old).isRegularFile();
        assertThat(old).doesNotExist();
        assertThat(script.calls()).filteredOn("prepared"::equals).hasSize(2);
    }

    private static Path cache(Ended started) {
        String flag = "-XX:AOTCache=";
        return started.out().stream()
                .filter(line -> line.startsWith(flag))
                .map(line -> Path.of(line.substring(flag.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBuildThatWasBrokenOffIsMadeAgain() throws Exception {
        StubbedScript script = in("ring");
        script.run(script.program(), START);
        Files.delete(script.program().resolve("target/.built"));
        Files.delete(script.program().resolve("target/lib/gson-2.jar"));
        script.run(script.program(), START);

        assertThat(script.program().resolve("target/lib/gson-2.jar")).exists();
    }

    @Test
    void theVariableCdpathDoesNoHarm() throws Exception {
        StubbedScript script = in("main").with("CDPATH", ".:..:" + folder);
        assertStarts(script, script.run(folder, "bash main/run-ring.sh scenario x.txt"));
    }

    @Test
    void withoutAHomeTheSystemKnowsTheUsers() throws Exception {
        StubbedScript script = in("ring").with("HOME", "");
        Ended ended = script.run(script.program(), START);

        assertStarts(script, ended);
        assertThat(ended.out()).noneMatch(line -> line.equals("HOME=") || line.equals("HOME=~"));
        assertThat(ended.out()).anyMatch(line -> line.matches("-Duser\\.home=/.*"));
    }

    @Test
    void javaSeesNoColonInAPath() throws Exception {
        StubbedScript script = in("lab 12:30");
        Ended ended = script.run(script.program(), START);

        assertStarts(script, ended);
        assertThat(ended.after("--module-path"))
                .matches(".*/home/\\.ringside/builds/\\d+/target/lib/javafx-base-26\\.jar")
                .doesNotContain("12:30");
        assertThat(ended.after("-cp").split(":", -1)).hasSize(2);
        assertThat(script.program().resolve("target")).doesNotExist();
        script.run(script.program(), START);
        assertThat(script.builds()).isEqualTo(1);
    }

    @Test
    void aColonInTheHomeTooIsReportedInOneSentence() throws Exception {
        StubbedScript script = in("lab 12:30").with("HOME", folder.resolve("ho:me").toString());
        Ended ended = script.run(script.program(), START);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("ringside: a path with a colon cannot be used by Java")
                .hasLineCount(1);
    }

    @Test
    void inTheLocaleCJavaGetsAnother() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "Java on a Mac takes UTF-8");
        StubbedScript script = in("t\u00fcr").with("LC_ALL", "C");
        Ended ended = script.run(script.program(), START);

        assertStarts(script, ended);
        assertThat(ended.out()).anyMatch(line -> line.matches("LC_ALL=(C|en_US)\\.UTF-8"));
    }

    @Test
    void aLocaleOfTheUserStays() throws Exception {
        StubbedScript script = in("ring").with("LC_ALL", "C.UTF-8");
        Ended ended = script.run(script.program(), START);

        assertStarts(script, ended);
        assertThat(ended.out()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void linksLeadToTheProgram() throws Exception {
        StubbedScript script = in("ring");
        Path bin = Files.createDirectories(folder.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("ring"), Path.of("second"));
        Files.createSymbolicLink(bin.resolve("second"), Path.of("../ring/run-ring.sh"));

        assertStarts(script, script.run(folder, "'my bin/ring' scenario x.txt"));
        assertStarts(script, script.run(bin, "./ring scenario x.txt"));
        assertStarts(
                script,
                script.run(
                        Path.of("/"),
                        bin.resolve("ring").toString().replace(" ", "\\ ") + " scenario x.txt"));
    }

    @Test
    void anotherShellHandsItToBash() throws Exception {
        StubbedScript script = in("ring");
        assertStarts(script, script.run(script.program(), "sh run-ring.sh scenario x.txt"));
    }

    @Test
    void closedStreamsDoNoHarm() throws Exception {
        StubbedScript script = in("ring");
        Ended ended = script.run(script.program(), START + " <&-");
        assertStarts(script, ended);
        assertThat(ended.out()).contains("stdin is open");
        assertThat(script.run(script.program(), START + " >&-").code()).isZero();
    }

    /** Root can write everything, so the start is made as another user in that case. */
    @Test
    void aTargetOfAnotherUserIsLeftAlone() throws Exception {
        boolean isRoot = System.getProperty("user.name").equals("root");
        assumeTrue(!isRoot || Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv");
        StubbedScript script = in("ring");
        Path target = Files.createDirectory(script.program().resolve("target"));
        for (Path open : List.of(folder, script.tools(), script.tools().resolve("home"))) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            String other = isRoot ? "setpriv --reuid=65534 --clear-groups " : "";
            Ended ended = script.run(script.program(), other + START);
            assertStarts(script, ended);
            assertThat(ended.after("--module-path")).contains("/home/.ringside/builds/");
        } finally {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void oneOfTwoFirstStartsBuildsAndTheOtherWaitsAndSaysSo() throws Exception {
        StubbedScript script = in("ring");
        Path gate = script.tools().resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
        Process first = script.begin(script.program(), START, "first");
        await("the first builds").atMost(LONG).until(() -> !script.calls().isEmpty());
        Process second = script.begin(script.program(), START, "second");
        await("the second waits")
                .atMost(LONG)
                .until(() -> script.said("second", "err").contains("waiting"));
        // Opening the gate and closing it again lets the build end.
        Files.writeString(gate, "open");

        assertStarts(script, script.end(first, "first"));
        Ended waited = script.end(second, "second");
        assertStarts(script, waited);
        assertThat(waited.err())
                .isEqualTo(
                        "Another start (process %d) is building Ringside: waiting.%n", first.pid());
        assertThat(script.builds()).isEqualTo(1);
        assertThat(script.program().resolve("target/.building")).doesNotExist();
    }

    @Test
    void aBuilderThatWasKilledHoldsNobodyUp() throws Exception {
        StubbedScript script = in("ring");
        Path target = Files.createDirectory(script.program().resolve("target"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(target.resolve(".building"), Path.of(gone.pid() + "-1"));

        assertStarts(script, script.run(script.program(), START));
    }

    /**
     * After a restart of the machine, another process may have the id of the one that was building.
     */
    @Test
    void aNumberThatAnotherProcessHasNowHoldsNobodyUp() throws Exception {
        StubbedScript script = in("ring");
        Path target = Files.createDirectory(script.program().resolve("target"));
        String number = Long.toString(ProcessHandle.current().pid());
        Files.createSymbolicLink(target.resolve(".building"), Path.of(number + "-1"));

        assertStarts(script, script.run(script.program(), START));
    }

    @Test
    void aBuildThatFailsSaysWhyAndLeavesNoLock() throws Exception {
        StubbedScript script = in("ring");
        Files.writeString(
                script.tools().resolve("bin/mvn"), "#!/bin/sh\necho 'no such goal'; exit 1\n");
        Ended ended = script.run(script.program(), START);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("no such goal", "ringside: the build failed");
        try (var left = Files.list(script.program().resolve("target"))) {
            assertThat(left).containsExactly(script.program().resolve("target/build.log"));
        }
    }

    @Test
    void aCloneHasTheLineEndsOfUnix() throws Exception {
        assertThat(Files.readAllLines(Path.of(".gitattributes"))).contains("* text=auto eol=lf");
        assertThat(Files.readString(Path.of("run-ring.sh"))).doesNotContain("\r");
        assumeTrue(Files.exists(Path.of(".git")), "this is no clone");
        Path clone = folder.resolve("clone");
        Process git =
                new ProcessBuilder(
                                "git",
                                "-c",
                                "core.autocrlf=true",
                                "clone",
                                "-q",
                                "--depth",
                                "1",
                                Path.of("").toUri().toString(),
                                clone.toString())
                        .inheritIO()
                        .start();
        assertThat(git.waitFor()).isZero();
        for (String text : List.of("run-ring.sh", ".ci/run", "assets/scenarios/first-ring.txt")) {
            assertThat(Files.readString(clone.resolve(text))).as(text).doesNotContain("\r");
        }
    }
}
