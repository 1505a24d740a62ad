package ringside.hosts;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import ringside.digest.Digests;
import ringside.text.Messages;

/**
 * This program as it travels to a host that does not have it: a tape archive of the class path of
 * peers, and the script that unpacks it into a folder named by its digest. Immutable.
 */
final class ProgramArchive {

    private final byte[] archive;
    private final String script;

    private ProgramArchive(byte[] archive, String script) {
        this.archive = archive;
        this.script = script;
    }

    /**
     * Packs a class path.
     *
     * @param classPath archives and folders, with different names
     * @throws IOException when the system has no {@code tar}, or it fails
     */
    static ProgramArchive of(String classPath) throws IOException {
        List<Path> parts =
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(part -> Path.of(part).toAbsolutePath())
                        .toList();
        byte[] archive = pack(parts);
        String there =
                parts.stream()
                        .map(part -> "\"$place/" + part.getFileName() + '"')
                        .collect(Collectors.joining(":"));
        try (InputStream template = ProgramArchive.class.getResourceAsStream("agent.sh")) {
            if (template == null) {
                throw new IllegalStateException("agent.sh lies beside this class");
            }
            String script =
                    new String(template.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("@DIGEST@", Digests.sha256(archive))
                            .replace("@BYTES@", Integer.toString(archive.length))
                            .replace("@CLASS_PATH@", there);
            return new ProgramArchive(archive, script);
        }
    }

    private static byte[] pack(List<Path> parts) throws IOException {
        List<String> line = new ArrayList<>(List.of("tar", "-cf", "-"));
        for (Path part : parts) {
            line.addAll(
                    List.of(
                            "-C",
                            part.resolveSibling("").toString(),
                            String.valueOf(part.getFileName())));
        }
        Process tar =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (InputStream packed = tar.getInputStream()) {
            byte[] archive = packed.readAllBytes();
            if (tar.waitFor() != 0) {
                throw new IOException(Messages.HOSTS.format("archive.tar"));
            }
            return archive;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.HOSTS.format("archive.tar"), e);
        }
    }

    /** Returns what the script asks for. */
    byte[] bytes() {
        return archive.clone();
    }

    /** Returns the script for the shell of a host, which ends as the agent. */
    String script() {
        return script;
    }
}
