package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringside.check.Finding;
import ringside.check.Scene;
import ringside.check.Verdict;
import ringside.check.report.ClassReport;
import ringside.check.report.Marks;
import ringside.check.run.RingEnd;
import ringside.check.run.RingOrder;
import ringside.node.UsageException;

/** A class is checked, one report each (PROGRAMS 5.8); no ring runs. */
class ClassCheckTest {

    @TempDir private Path folder;

    private final List<RingOrder> played = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path reports;

    @BeforeEach
    void makeAFolderForReports() {
        reports = folder.resolve("reports");
    }

    private Path submission(String name) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("cdht.py"), "print('" + name + "')\n");
        return made;
    }

    private List<Marks> run(ClassCheck.Naming naming, List<Path> folders, String... options)
            throws Exception {
        ProgramOptions which = CommandLine.populateCommand(new ProgramOptions(), options);
        return new ClassCheck(
                        new OneCheck(this::play, AskedChecks.all(), null),
                        which,
                        reports,
                        naming,
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(folders, 1, null);
    }

    private List<Marks> run(List<Path> folders, String... options) throws Exception {
        return run(ClassCheck.Naming.BY_FOLDER, folders, options);
    }

    /** All holds, but for a program that has a file which says that its rings break. */
    private RingEnd play(RingOrder order, Consumer<Finding> found) throws IOException {
        played.add(order);
        if (Files.exists(Path.of(order.built(), "broken"))) {
            throw new IOException("the ring broke");
        }
        Stream.concat(Stream.of(Scene.PINGS), order.scenes().stream())
                .flatMap(scene -> scene.checks().stream())
                .map(check -> new Finding(check, Verdict.HELD, 1, List.of(), List.of(), List.of()))
                .forEach(found);
        return new RingEnd(order.plan().ring(), List.of(), 1_000_000, List.of());
    }

    private int ringsOf(List<Path> folders, String... options) throws Exception {
        played.clear();
        run(folders, options);
        return played.size();
    }

    @Test
    void aFolderThatIsTooLargeCostsItselfAlone() throws Exception {
        Path large = submission("a");
        try (RandomAccessFile file = new RandomAccessFile(large.resolve("big").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        List<Marks> marks = run(List.of(large, submission("b")));
        assertThat(marks).extracting(Marks::name).containsExactly("a", "b");
        assertThat(marks.get(0).trouble()).contains("100 MiB").doesNotContain(folder.toString());
        assertThat(marks.get(0).total()).isZero();
        assertThat(marks.get(1).trouble()).isEmpty();
        assertThat(marks.get(1).total()).isEqualTo(18);
    }

    @Test
    void aFolderThatIsGoneCostsItselfAlone() throws Exception {
        List<Marks> marks = run(List.of(folder.resolve("gone"), submission("b")));
        assertThat(marks).extracting(each -> each.trouble().isEmpty()).containsExactly(false, true);
    }

    @Test
    void aSecondRunGoesOnWhereTheFirstOneStopped() throws Exception {
        Path kim = submission("kim");
        Path lee = submission("lee");
        int rings = ringsOf(List.of(kim));
        assertThat(rings).isPositive();
        assertThat(ringsOf(List.of(kim, lee))).isEqualTo(rings);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("kim: 18.00  (from the run before)");
        assertThat(Files.readAllLines(reports.resolve("marks.csv"))).hasSize(3);
        assertThat(ringsOf(List.of(kim, lee))).isZero();
        Files.writeString(lee.resolve("cdht.py"), "print('another')\n");
        assertThat(ringsOf(List.of(kim, lee))).isEqualTo(rings);
    }

    @Test
    void otherRulesAndOtherOptionsAreCheckedAgain() throws Exception {
        List<Path> folders = List.of(submission("kim"));
        Path rules = folder.resolve("own.json");
        String text = Files.readString(Path.of("assets", "rules", "cdht-2019.json"));
        Files.writeString(rules, text);
        String[] own = {"--rules", rules.toString()};
        assertThat(ringsOf(folders)).isPositive();
        assertThat(ringsOf(folders, own)).isPositive();
        assertThat(ringsOf(folders, own)).isZero();
        Files.writeString(rules, text + "\n");
        assertThat(ringsOf(folders, own)).isPositive();
        String[] command = {"--program", "./a {id}"};
        assertThat(ringsOf(folders, command)).isPositive();
        assertThat(ringsOf(folders, command)).isZero();
        assertThat(ringsOf(folders, "--program", "./a {id}", "--build", "true")).isPositive();
    }

    @Test
    void whatCouldNotBeCheckedIsTriedAgain() throws Exception {
        Path kim = submission("kim");
        Path broken = Files.createFile(kim.resolve("broken"));
        assertThat(run(List.of(kim)).getFirst().trouble()).isEqualTo("the ring broke");
        assertThat(ringsOf(List.of(kim))).isPositive();
        Files.delete(broken);
        assertThat(run(List.of(kim)).getFirst().total()).isEqualTo(18);
    }

    @Test
    void theSecretSeedIsKept() throws Exception {
        Path kim = submission("kim");
        run(List.of(kim));
        String seed = Files.readString(reports.resolve("seed.txt"));
        Files.createFile(kim.resolve("new"));
        played.clear();
        run(List.of(kim));
        assertThat(Files.readString(reports.resolve("seed.txt"))).isEqualTo(seed);
        assertThat(played).extracting(RingOrder::seed).containsOnly(Long.valueOf(seed.strip()));
    }

    @Test
    void rulesThatDoNotExistAreWrongUsage() throws Exception {
        List<Path> folders = List.of(submission("kim"));
        assertThatThrownBy(() -> run(folders, "--rules", "nowhere"))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aProgramThatCannotBeBuiltHasAReport() throws Exception {
        Path kim = submission("kim");
        String build = "sh -c 'echo no rule in $PWD; exit 2'";
        List<Marks> marks = run(List.of(kim), "--program", "./a {id}", "--build", build);
        assertThat(played).isEmpty();
        assertThat(marks.getFirst().trouble()).contains("exit code 2: no rule in ./program");
        for (String name : List.of("report.html", "report.md", "junit.xml", "results.json")) {
            assertThat(Files.readString(reports.resolve("kim").resolve(name)))
                    .contains("exit code 2: no rule in ./program");
        }
    }

    @Test
    void equalNamesHaveReportsOfTheirOwn() throws Exception {
        List<Path> folders =
                List.of(
                        submission("one/kim"),
                        submission("two/kim"),
                        submission("two/a b"),
                        submission("two/A_b"),
                        submission("two/seed.txt"),
                        submission("two/lee"));
        List<Marks> marks = run(folders);
        assertThat(marks)
                .extracting(Marks::name)
                .startsWith("one/kim", "two/kim")
                .endsWith("lee")
                .doesNotContain("seed.txt");
        assertThat(marks)
                .extracting(each -> ClassReport.folderOf(each.name()).toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates()
                .allMatch(each -> Files.exists(reports.resolve(each)) || each.contains("_b"));
        assertThat(ringsOf(folders)).isZero();
    }

    @Test
    void equalSubmissionsWithoutNamesHaveReportsOfTheirOwn() throws Exception {
        Path one = submission("one");
        Path two = Files.createDirectory(folder.resolve("two"));
        Files.copy(one.resolve("cdht.py"), two.resolve("cdht.py"));
        List<Path> folders = List.of(one, two, folder.resolve("gone"), folder.resolve("lost"));
        List<Marks> marks = run(ClassCheck.Naming.ANONYMOUS, folders);
        assertThat(marks)
                .extracting(Marks::name)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.startsWith("program"))
                .noneMatch(each -> each.contains("gone"));
        assertThat(marks.get(1).name()).isEqualTo(marks.get(0).name() + "-2");
        assertThat(marks.get(2).trouble()).doesNotContain("gone");
    }

    @Test
    void everyPartOfAPatternMayBeOne() throws Exception {
        Path kim = submission("class1/kim");
        Path lee = submission("class2/lee");
        submission("other/pat");
        submission("class1/.git");
        assertThat(FolderPattern.folders(folder + "/class*/*/"))
                .containsExactlyInAnyOrder(kim, lee);
        assertThat(FolderPattern.folders(folder + "/class1/k?m")).containsExactly(kim);
        assertThat(FolderPattern.folders(folder + "/class[/x")).isEmpty();
        assertThat(FolderPattern.folders("src/m*n")).containsExactly(Path.of("src", "main"));
    }
}
