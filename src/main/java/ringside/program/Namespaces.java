package ringside.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands in namespaces of their own (PROGRAMS 5.6): their own loopback and processes, every
 * file read-only but one folder. All of it ends with the process that is started here. Linux only.
 */
public final class Namespaces {

    /** What may be written in memory: logs and received files of all peers of a ring together. */
    private static final String SPACE = "512m";

    /**
     * As root of its own namespaces: the ports that clients get stay away from those of peers, then
     * all mounts but the folder become read-only. A mount that cannot is one that nobody may write.
     * Memory that processes share by name is their own.
     */
    private static final String SCRIPT =
            """
            echo 20000 40000 > /proc/sys/net/ipv4/ip_local_port_range || exit 97
            if [ "$1" = disk ]; then mount --bind "$2" "$2" || exit 98; fi
            while read -r _ _ _ _ place _; do
                case $place in
                    /proc | /proc/* | /sys | /sys/* | /dev | /dev/* | "$2") ;;
                    *) mount -o remount,bind,ro "$place" 2> /dev/null ;;
                esac
            done < /proc/self/mountinfo
            for shared in /dev/shm /dev/mqueue; do
                if [ -d "$shared" ]; then
                    mount -t tmpfs -o size=16m,mode=1777 ringside "$shared" || exit 95
                fi
            done
            if [ "$1" != disk ]; then mount -t tmpfs -o size="$1",mode=755 ringside "$2" || exit 99; fi
            cd "$PWD" || exit 96
            shift 2
            exec "$@"
            """;

    private static final long TRIAL_S = 20;

    /** Where the folder lies into which a command may write. */
    public enum Writable {
        /** In memory: it is empty at the start, and gone at the end. */
        IN_MEMORY(SPACE, "-Urnpif"),
        /** Where it is. A window shares memory with its display, so that stays common. */
        ON_DISK("disk", "-Urnpf");

        private final String word;
        private final String spaces;

        Writable(String word, String spaces) {
            this.word = word;
            this.spaces = spaces;
        }
    }

    private Namespaces() {}

    /**
     * Returns a command that runs another one inside.
     *
     * @param folder that exists, the only one into which it may write
     */
    public static List<String> around(Path folder, Writable where, List<String> command) {
        List<String> words = new ArrayList<>();
        words.addAll(
                List.of(
                        "unshare",
                        where.spaces,
                        "--kill-child",
                        "--mount-proc",
                        "sh",
                        "-c",
                        SCRIPT,
                        "sh",
                        where.word,
                        folder.toAbsolutePath().toString()));
        words.addAll(command);
        return words;
    }

    /** Returns whether this machine lets its user make namespaces, which is tried. */
    public static boolean arePossible() {
        try {
            Path folder = Files.createTempDirectory("ringside-isolation");
            try {
                return canRunIn(folder);
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean canRunIn(Path folder) throws IOException, InterruptedException {
        Process trial =
                new ProcessBuilder(around(folder, Writable.IN_MEMORY, List.of("true")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!trial.waitFor(TRIAL_S, TimeUnit.SECONDS)) {
            trial.destroyForcibly();
            return false;
        }
        return trial.exitValue() == 0;
    }
}
