package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.Scene;
import ringside.check.Verdict;
import ringside.check.run.RingEnd;
import ringside.check.run.RingOrder;
import ringside.node.UsageException;
import ringside.rules.CheckName;

/** Only some checks are asked for (PROGRAMS 5.1); no ring runs. */
class AskedChecksTest {

    @TempDir private Path folder;

    private final List<RingOrder> played = Collections.synchronizedList(new ArrayList<>());

    private RingEnd play(RingOrder order, Consumer<Finding> found) {
        played.add(order);
        Stream.concat(Stream.of(Scene.PINGS), order.scenes().stream())
                .flatMap(scene -> scene.checks().stream())
                .map(check -> new Finding(check, Verdict.HELD, 1, List.of(), List.of(), List.of()))
                .forEach(found);
        return new RingEnd(order.plan().ring(), List.of(), 1_000_000, List.of());
    }

    private ProgramReport check(AskedChecks asked) throws Exception {
        Path program = Files.createDirectory(folder.resolve("kim"));
        Files.writeString(program.resolve("cdht.py"), "pass\n");
        return new OneCheck(this::play, asked, null)
                .run(
                        new ProgramOptions().in(program),
                        "kim",
                        7,
                        folder.resolve("report"),
                        (_, _) -> {});
    }

    @Test
    void onlyTheScenesOfACheckAndOfItsNeedsArePlayed() throws Exception {
        ProgramReport report = check(AskedChecks.of(List.of("kill-noticed")));
        assertThat(played)
                .extracting(RingOrder::plan)
                .extracting(RingPlan::label)
                .containsExactlyInAnyOrder(RingPlan.ASSIGNMENT, RingPlan.DRAWN);
        assertThat(played)
                .allSatisfy(ring -> assertThat(ring.scenes()).containsExactly(Scene.KILL));
        assertThat(report.most()).isEqualTo(0.25 + 0.75 + 1.25);
        assertThat(report.marks()).isEqualTo(report.most());
        assertThat(report.rings().getFirst().of(CheckName.FILE_IDENTICAL).actual())
                .containsExactly("Nobody asked for it.");
    }

    @Test
    void reportsShowWhatWasAskedForAndSaySo() throws Exception {
        AskedChecks asked = AskedChecks.of(List.of("kill-noticed"));
        ProgramReport report = check(asked);
        for (String name : List.of("report.html", "report.md", "results.json")) {
            assertThat(Files.readString(folder.resolve("report").resolve(name)))
                    .contains("Only some checks were asked for", Finding.titleOf(CheckName.STARTS))
                    .doesNotContain(Finding.titleOf(CheckName.FILE_IDENTICAL));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckSummary.print(
                report, asked.checks(), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("what was asked for, and what it needs: 2.25 of 2.25. Checks: 3 held.")
                .doesNotContain(Finding.titleOf(CheckName.FILE_IDENTICAL));
    }

    @Test
    void aCheckBeyondTheMarksNeedsRingsOfBothKinds() throws Exception {
        check(AskedChecks.of(List.of("two-quits")));
        assertThat(played)
                .extracting(ring -> ring.plan().label() + " " + ring.scenes())
                .containsExactlyInAnyOrder("assignment [QUIT]", "drawn [QUIT]", "losing [QUITS]");
    }

    @Test
    void withoutANameAllIsPlayed() throws Exception {
        assertThat(AskedChecks.of(List.of()).checks()).containsExactly(CheckName.values());
        RingProgramme ring = RingProgramme.marked(RingPlan.drawn(3));
        assertThat(AskedChecks.all().of(ring)).isEqualTo(ring);
    }

    @Test
    void anUnknownNameIsWrongUsageThatNamesAll() {
        assertThatThrownBy(() -> AskedChecks.of(List.of("kills-noticed")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("kills-noticed")
                .hasMessageContaining("starts, pings-over-udp")
                .hasMessageContaining("end-of-input");
    }
}
