package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code run-ring.sh} in a folder of its own, with a stub for Java that prints its arguments and
 * one for Maven that builds nothing, each within a fraction of a second.
 */
final class StubbedScript {

    /** A generous limit, as a machine may be busy with other builds. */
    private static final long LIMIT_S = 60;

    private final Path tools;
    private final Path program;
    private final Map<String, String> environment = new TreeMap<>();

    /** The result of a start; the JVM's arguments are lines of the output. */
    record Ended(int code, List<String> out, String err) {

        /** Returns the line after an argument. */
        String after(String argument) {
            return out.get(out.indexOf(argument) + 1);
        }
    }

    /**
     * Copies the script.
     *
     * @param tools folder for the stubs
     * @param program folder for the script
     */
    StubbedScript(Path tools, Path program) throws IOException {
        this.tools = tools;
        this.program = program;
        Files.createDirectories(program.resolve("src/main"));
        Files.writeString(program.resolve("src/main/Main.java"), "class Main {}");
        Files.createDirectories(program.resolve("src/main/launch"));
        copy("run-ring.sh");
        copy("src/main/launch/launch.sh");
        copy("pom.xml");
        Files.createDirectories(tools.resolve("jdk"));
        Files.writeString(tools.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        executable("jdk/bin/javac", "exit 0");
        executable(
                "jdk/bin/java",
                """
                case "$*" in
                    *' prepare '*)
                        echo prepared >>"$STUBS/calls"
                        if [ -p "$STUBS/training" ]; then cat "$STUBS/training" >/dev/null; fi
                        for word in "$@"; do
                            case $word in -XX:AOTCacheOutput=*) touch "${word#*=}" ;; esac
                        done
                        touch "$word"
                        exit 0
                        ;;
                esac
                printf '%s\\n' "$@"
                echo "LC_ALL=${LC_ALL:-}"
                echo "HOME=${HOME:-}"
                if [ -e /dev/fd/0 ]; then echo 'stdin is open'; fi
                """);
        executable(
                "bin/mvn",
                """
                echo "built in $PWD" >>"$STUBS/calls"
                if [ -p "$STUBS/gate" ]; then cat "$STUBS/gate" >/dev/null; fi
                mkdir -p target/lib target/classes
                touch target/ringside-0.1.0.jar target/lib/gson-2.jar target/lib/javafx-base-26.jar
                """);
        environment.put("STUBS", tools.toString());
        environment.put("JAVA_HOME", tools.resolve("jdk").toString());
        environment.put("PATH", tools.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("HOME", Files.createDirectories(tools.resolve("home")).toString());
    }

    private void copy(String name) throws IOException {
        copy(Path.of(name), program.resolve(name));
    }

    private void executable(String name, String text) throws IOException {
        Path source = tools.resolve(name + ".txt");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "#!/usr/bin/env bash\nset -eu\n" + text);
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxr-xr-x"));
        copy(source, tools.resolve(name));
    }

    /**
     * Copies a file by a process of its own. A file that this process writes cannot be executed
     * while a child that another thread starts still has it open ('Text file busy').
     */
    private static void copy(Path from, Path to) throws IOException {
        Process copying = new ProcessBuilder("cp", "-p", from.toString(), to.toString()).start();
        try {
            assertThat(copying.waitFor()).as("cp %s %s", from, to).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Sets a variable for the starts from now on; the empty text removes it. */
    StubbedScript with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts a line of bash in a folder, with both outputs in files beside the stubs. */
    Process begin(Path folder, String line, String name) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", line)
                        .directory(folder.toFile())
                        .redirectOutput(tools.resolve(name + ".out").toFile())
                        .redirectError(tools.resolve(name + ".err").toFile());
        builder.environment().clear();
        environment.forEach((variable, value) -> {
            if (!value.isEmpty()) {
                builder.environment().put(variable, value);
            }
        });
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    Ended end(Process process, String name) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("the script did not end; it said " + said(name, "err"));
        }
        await("no training is left").atMost(Duration.ofSeconds(LIMIT_S)).until(this::isQuiet);
        return new Ended(
                process.exitValue(),
                new ArrayList<>(said(name, "out").lines().toList()),
                said(name, "err"));
    }

    /** Returns whether no training goes on beside a program, wherever its build lies. */
    private boolean isQuiet() throws IOException {
        for (Path place : List.of(program, tools)) {
            try (var links =
                    Files.find(
                            place,
                            Integer.MAX_VALUE,
                            (path, _) -> path.endsWith("target/.preparing"))) {
                if (links.findAny().isPresent()) {
                    return false;
                }
            } catch (UncheckedIOException e) {
                // The script deletes what is being listed.
                return false;
            }
        }
        return true;
    }

    Ended run(Path folder, String line) throws IOException, InterruptedException {
        return end(begin(folder, line, "run"), "run");
    }

    /** Returns the output of a process so far. */
    String said(String name, String stream) throws IOException {
        return Files.readString(tools.resolve(name + "." + stream));
    }

    /** Returns the calls of Maven and of the preparation, oldest first. */
    List<String> calls() throws IOException {
        Path calls = tools.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Returns the number of builds so far. */
    long builds() throws IOException {
        return calls().stream().filter(call -> call.startsWith("built in ")).count();
    }

    Path program() {
        return program;
    }

    Path tools() {
        return tools;
    }
}
