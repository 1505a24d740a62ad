package ringside.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Makes what a user installs of a program that is built: a folder with a runtime of its own, the
 * same as a {@code .tar.gz}, and a {@code .deb}. For Linux; without its arguments it ends with an
 * exception.
 *
 * <p>Made twice from the same sources, all is the same to the byte but for the caches, which a JVM
 * writes as it has run, and their size in the {@code .deb}.
 */
final class BuildPackage {

    private BuildPackage() {}

    /**
     * Makes all of it in {@code target/package}.
     *
     * @param args the project's folder, its version, and the time that all files bear, in ISO 8601
     * @throws IOException when a file cannot be written or a tool fails, with what it said
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]).toAbsolutePath();
        String version = args[1];
        Instant time = Instant.parse(args[2]);
        Path target = project.resolve("target");
        Path made = target.resolve("package");
        Trees.delete(made);

        ApplicationFolder folder = new ApplicationFolder(made.resolve("ringside"));
        folder.assemble(project, version);
        Trees.setTimes(folder.path(), time);
        folder.train();
        Trees.setTimes(folder.path(), time);

        Tool.run(
                made,
                "tar",
                "--create",
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--use-compress-program=gzip --no-name",
                "--file=ringside-" + version + "-linux-" + Architecture.ofJdk() + ".tar.gz",
                "ringside");
        new DebianPackage(made, version, time).build(folder.path(), project);
    }
}
