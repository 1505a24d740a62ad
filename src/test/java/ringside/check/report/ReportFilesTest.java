package ringside.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import ringside.BesideOthers;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.RingReport;
import ringside.check.RingReport.Claim;
import ringside.check.Verdict;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** What a program prints, and how its folder is called, harms no report (PROGRAMS 5.7). */
@BesideOthers
class ReportFilesTest {

    private static final String EVIL = "<script>alert('\u0007]]>&')</script>";

    @TempDir private Path folder;

    private Rules rules;

    @BeforeEach
    void readTheRules() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
    }

    private ProgramReport report(String name) {
        RingPlan plan = RingPlan.ofAssignment(rules);
        List<Finding> findings = CheckName.marked().stream().map(ReportFilesTest::finding).toList();
        return new ProgramReport(
                name,
                rules,
                7,
                List.of(
                        new RingReport(
                                plan,
                                findings,
                                plan.ring(),
                                List.of(
                                        new Claim(
                                                new PeerId(4),
                                                List.of(new PeerId(8), new PeerId(10)))))),
                List.of());
    }

    private static Finding finding(CheckName check) {
        return check == CheckName.KILL_NOTICED
                ? new Finding(
                        check,
                        Verdict.FAILED,
                        0,
                        List.of("peer 4: Peer 5 is no longer alive."),
                        List.of("peer 4 printed: " + EVIL),
                        List.of())
                : new Finding(check, Verdict.HELD, 1, List.of(), List.of(), List.of(EVIL));
    }

    @Test
    void whatAProgramPrintsIsTextInEveryReport() throws Exception {
        ReportFiles.write(report("<b>&\"'"), folder);
        for (String name : List.of("report.html", "report.md")) {
            assertThat(Files.readString(folder.resolve(name)))
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script")
                    .doesNotContain("<b>&");
        }
        Document junit =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        Files.readAllBytes(folder.resolve("junit.xml"))));
        assertThat(junit.getDocumentElement().getAttribute("name")).isEqualTo("<b>&\"'");
        assertThat(junit.getElementsByTagName("testcase").getLength())
                .isEqualTo(CheckName.marked().size());
        assertThat(junit.getElementsByTagName("failure").getLength()).isOne();
        assertThat(junit.getElementsByTagName("failure").item(0).getTextContent())
                .contains("<script>alert(']]>&')</script>");
    }

    @Test
    void gradescopeReadsScoreAndStatus() throws Exception {
        ReportFiles.write(report("x"), folder);
        JsonObject results =
                JsonParser.parseString(Files.readString(folder.resolve("results.json")))
                        .getAsJsonObject();
        assertThat(results.get("score").getAsDouble()).isEqualTo(16.75);
        assertThat(results.get("max_score").getAsDouble()).isEqualTo(18);
        assertThat(results.getAsJsonArray("tests"))
                .filteredOn(
                        test -> test.getAsJsonObject().get("status").getAsString().equals("failed"))
                .hasSize(1);
    }

    @Test
    void theFirstFailureComesWithWhereToLookAndTheRingThatIsClaimed() throws Exception {
        ReportFiles.write(report("x"), folder);
        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence(
                        "The first thing to look at: Both predecessors notice a kill",
                        "peer 4: Peer 5 is no longer alive.",
                        "Look at how missed pings are counted",
                        "class=\"wrong\"",
                        "Peer 4 says that its successors are 8 and 10.");
    }

    @Test
    void foldersAndNamesOfThisMachineAreTakenOut() {
        Redaction redaction =
                new Redaction(
                        List.of(Path.of("/tmp/ringside-check1"), Path.of("/home/kim/work/peer")),
                        Path.of("/home/kim"),
                        "kim");
        assertThat(redaction.of("File \"/tmp/ringside-check1/x/cdht.py\" of kim"))
                .isEqualTo("File \"./x/cdht.py\" of user");
        assertThat(redaction.of("/home/kim/work/peer/a /home/kim/b")).isEqualTo("./a ~/b");
    }

    /** Debian's chromium, where it is. */
    @Test
    void aBrowserShowsTheReport() throws Exception {
        ReportFiles.write(report("x"), folder);
        assertThat(shownBy(folder.resolve("report.html")))
                .contains("<details>", "<figcaption>as it should be at the end</figcaption>");
    }

    private static String shownBy(Path page) throws InterruptedException, IOException {
        Process browser;
        try {
            browser =
                    new ProcessBuilder(
                                    "chromium",
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--dump-dom",
                                    page.toUri().toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no chromium");
            return "";
        }
        String text = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(browser.waitFor() == 0, "chromium does not run here");
        return text;
    }

    @Test
    void aTableOfMarksHoldsNoFormula() throws Exception {
        Marks odd = new Marks("k", "=1+1", "", report("x").parts());
        Marks unbuilt = new Marks("k", "b,\"c", "-it did not compile", List.of());
        ReportFiles.write(report("=1+1"), folder.resolve("_1_1"));
        ClassReport.write(List.of(odd, unbuilt), folder);
        List<String> lines = Files.readAllLines(folder.resolve("marks.csv"));
        assertThat(lines.getFirst()).startsWith("name,starts,").endsWith("look-by-hand");
        assertThat(lines.get(1)).startsWith("'=1+1,0.25,").contains(",16.75,");
        assertThat(lines.get(2)).startsWith("\"b,\"\"c\"").endsWith(",'-it did not compile");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("href=\"_1_1/report.html\"");
    }

    @Test
    void thePageOfAClassLinksNoReportThatIsNotThere() throws Exception {
        ClassReport.write(List.of(new Marks("k", "kim", "no program", List.of())), folder);
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("<td>kim</td>")
                .doesNotContain("report.html");
    }

    @Test
    void aProgramThatCannotBeBuiltGetsNoMarksAndTheLastLinesOfItsBuild() throws Exception {
        ReportFiles.write(
                StartFailure.report(
                        "x",
                        rules,
                        7,
                        List.of(
                                RingProgramme.marked(RingPlan.ofAssignment(rules)),
                                RingProgramme.marked(RingPlan.drawn(7))),
                        "'make' ended with exit code 2: " + EVIL + "\nno rule"),
                folder);
        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence(
                        "0.00 of 18.00", "It cannot be built or started: ", "&lt;script", "no rule")
                .doesNotContain("<script>");
        JsonObject results =
                JsonParser.parseString(Files.readString(folder.resolve("results.json")))
                        .getAsJsonObject();
        assertThat(results.get("score").getAsDouble()).isZero();
        assertThat(results.get("max_score").getAsDouble()).isEqualTo(18);
        assertThat(Files.readString(folder.resolve("junit.xml")))
                .containsOnlyOnce("<failure ")
                .contains("no rule");
    }

    @Test
    void marksGivenByHandSurviveAnotherRun() throws Exception {
        Marks marks = new Marks("k", "kim", "", report("x").parts());
        ClassReport.write(List.of(marks), folder);
        Path overrides = folder.resolve("overrides.csv");
        Files.writeString(
                overrides, Files.readString(overrides) + "kim,kill-noticed,1.25,seen by eye\n");
        ClassReport.write(List.of(marks), folder);
        assertThat(Files.readAllLines(folder.resolve("marks.csv")).get(1)).contains(",18.00,");
        assertThat(Files.readString(overrides)).contains("seen by eye");
    }

    @Test
    void namesOfFoldersBecomeSafe() {
        assertThat(Stream.of("a b/../c", "..", "=1+1").map(ClassReport::folderOf))
                .containsExactly("a_b_.._c", "_.", "_1_1");
    }

    @Test
    void marksAreReadAsTheyWereWritten() throws Exception {
        Marks marks = new Marks("key", "kim", "", report("x").parts());
        marks.write(folder.resolve("kim"));
        assertThat(Marks.read(folder.resolve("kim"))).contains(marks);
        assertThat(Marks.read(folder.resolve("nobody"))).isEmpty();
    }
}
