package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.BesideOthers;
import ringside.check.Observation.Bound;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.LogWritten;
import ringside.check.Observation.Said;
import ringside.check.Observation.Side;
import ringside.check.Observation.Transport;
import ringside.check.Observation.Travelled;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.rules.SentenceKind;
import ringside.transcript.LogRow;

/** Judges transcripts in virtual time (PROGRAMS 5.10). */
@BesideOthers
class JudgeTest {

    private static final Path OWN = Path.of("assets", "rules");

    private static final Path TEST = Path.of("src", "test", "resources", "ringside", "rules");

    private static final UnaryOperator<List<Observation>> NOTHING = UnaryOperator.identity();

    private static Rules rules(String name) throws Exception {
        Path own = OWN.resolve(name + ".json");
        return RulesFile.read(Files.exists(own) ? own : TEST.resolve(name + ".json"));
    }

    private static ScriptedRing ring(Rules rules) {
        return new ScriptedRing(rules, RingPlan.ofAssignment(rules), UnaryOperator.identity());
    }

    private static Finding judge(
            CheckName check, ScriptedRing ring, UnaryOperator<List<Observation>> change) {
        return Judge.judge(check, ring.evidence(Scene.of(check), Evidence.Wire.SEEN, change));
    }

    static List<CheckName> marked() {
        return CheckName.marked();
    }

    static Stream<String> families() {
        return Stream.of("cdht-2019", "p2p-2020", "ring-de");
    }

    /** No class knows a family: a third one, in another language, is judged by its file alone. */
    @ParameterizedTest
    @MethodSource("families")
    void aRightRingHoldsAllThatItsFamilyAsksFor(String family) throws Exception {
        Rules rules = rules(family);
        ScriptedRing ring = ring(rules);
        for (CheckName check : CheckName.marked()) {
            Finding finding = judge(check, ring, NOTHING);
            assertThat(finding.verdict())
                    .as(check + ": " + finding)
                    .isEqualTo(rules.asksFor(check) ? Verdict.HELD : Verdict.NOT_APPLICABLE);
        }
    }

    @Test
    void drawnRingsAreJudgedAlike() throws Exception {
        Rules rules = rules("cdht-2019");
        for (long seed = 0; seed < 200; seed++) {
            ScriptedRing ring =
                    new ScriptedRing(rules, RingPlan.drawn(seed), UnaryOperator.identity());
            for (CheckName check : CheckName.marked()) {
                if (check != CheckName.DROP_PROBABILITY) {
                    assertThat(judge(check, ring, NOTHING).verdict())
                            .as(seed + " " + check)
                            .isEqualTo(Verdict.HELD);
                }
            }
        }
    }

    /** Each check fails without the one kind of thing that it looks at. */
    @ParameterizedTest
    @MethodSource("marked")
    void aCheckFailsWithoutWhatItLooksFor(CheckName check) throws Exception {
        ScriptedRing ring = ring(rules("cdht-2019"));
        Predicate<Observation> lost = lookedForBy(check);
        Finding finding = judge(check, ring, seen -> seen.stream().filter(lost.negate()).toList());
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.FAILED);
        assertThat(finding.expected()).isNotEmpty();
        assertThat(finding.actual()).isNotEmpty();
        assertThat(finding.whereToLook()).isNotBlank();
    }

    private static Predicate<Observation> lookedForBy(CheckName check) {
        return switch (check) {
            case STARTS ->
                    each -> each instanceof Bound bound && bound.transport() == Transport.TCP;
            case PINGS_OVER_UDP -> travelled(Transport.UDP);
            case PING_REQUESTS, PINGS_AFTER_KILL -> said(SentenceKind.PING_REQUEST);
            case PING_RESPONSES -> said(SentenceKind.PING_RESPONSE);
            case REQUEST_SENT -> said(SentenceKind.REQUEST_SENT);
            case REQUEST_FORWARDED -> said(SentenceKind.FORWARDED);
            case RESPONSE_OVER_TCP -> said(SentenceKind.RESPONSE_FROM);
            case FILE_IDENTICAL -> FileWritten.class::isInstance;
            case STOP_AND_WAIT ->
                    each -> each instanceof LogWritten log && log.side() == Side.RECEIVING;
            case DROP_PROBABILITY, RETRANSMISSION ->
                    each -> each instanceof LogWritten log && log.side() == Side.SENDING;
            case DEPARTURE_TOLD -> said(SentenceKind.DEPARTS);
            case DEPARTURE_OVER_TCP -> travelled(Transport.TCP);
            case SUCCESSORS_AFTER_QUIT, SUCCESSORS_AFTER_KILL ->
                    said(SentenceKind.SECOND_SUCCESSOR);
            case KILL_NOTICED -> said(SentenceKind.DEAD);
            case FILE_SIZES,
                    TWO_REQUESTS,
                    MISSING_FILE,
                    WRONG_WORDS,
                    RUBBISH,
                    SHORT_PAUSE,
                    TWO_KILLS,
                    DEAD_STAYS_DEAD,
                    CONTROL_C,
                    REAL_LOSS,
                    TWO_QUITS,
                    NEIGHBOURS_KILLED,
                    END_OF_INPUT ->
                    throw new IllegalArgumentException(check + " is not marked");
        };
    }

    private static Predicate<Observation> said(SentenceKind kind) {
        return each -> each instanceof Said said && said.sentence().kind() == kind;
    }

    private static Predicate<Observation> travelled(Transport transport) {
        return each -> each instanceof Travelled bytes && bytes.transport() == transport;
    }

    /** Other words than the prescribed ones are no fault, and are told. */
    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {
                "PING_REQUESTS",
                "PING_RESPONSES",
                "REQUEST_SENT",
                "REQUEST_FORWARDED",
                "RESPONSE_OVER_TCP",
                "FILE_IDENTICAL",
                "DEPARTURE_TOLD",
                "SUCCESSORS_AFTER_QUIT",
                "KILL_NOTICED",
                "SUCCESSORS_AFTER_KILL",
                "PINGS_AFTER_KILL"
            })
    void aCheckDeviatesWhenTheWordsDo(CheckName check) throws Exception {
        Rules rules = rules("cdht-2019");
        ScriptedRing ring =
                new ScriptedRing(
                        rules, RingPlan.ofAssignment(rules), line -> line.toUpperCase(Locale.ROOT));
        Finding finding = judge(check, ring, NOTHING);
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.DEVIATES);
        assertThat(finding.actual())
                .contains("Upper and lower case differ from the prescribed sentence.");
        assertThat(finding.share()).isEqualTo(1);
    }

    /** Each time that it comes round, the same sentences are said; 'forwarded' is in one family. */
    @ParameterizedTest
    @CsvSource({"cdht-2019, FORWARDED", "p2p-2020, NOT_HERE"})
    void aRequestThatGoesRoundIsNotForwardedRight(String family, SentenceKind repeated)
            throws Exception {
        ScriptedRing ring = ring(rules(family));
        UnaryOperator<List<Observation>> round =
                seen ->
                        seen.stream()
                                .flatMap(each ->
                                        Collections.nCopies(
                                                said(repeated).test(each) ? 17 : 1, each)
                                                .stream())
                                .toList();
        Finding finding = judge(CheckName.REQUEST_FORWARDED, ring, round);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.actual().getFirst())
                .matches("The request was forwarded \\d+ times: it circulates\\.");
        Evidence once = ring.evidence(Scene.REQUEST, Evidence.Wire.SEEN, NOTHING);
        assertThat(Deadline.isOver(Scene.REQUEST, once, once.latestMicros())).isFalse();
        Evidence often = ring.evidence(Scene.REQUEST, Evidence.Wire.SEEN, round);
        assertThat(Deadline.isOver(Scene.REQUEST, often, often.latestMicros())).isTrue();
    }

    /** A program that speaks of pings of which none travels is believed nothing. */
    @Test
    void aLiarGetsAtMostATenth() throws Exception {
        Rules rules = rules("cdht-2019");
        ScriptedRing ring = ring(rules);
        Set<CheckName> believed = EnumSet.noneOf(CheckName.class);
        double marks = 0;
        for (CheckName check : CheckName.marked()) {
            Finding finding =
                    judge(
                            check,
                            ring,
                            seen ->
                                    seen.stream()
                                            .filter(each ->
                                                    !(each instanceof Travelled)
                                                            && !(each instanceof FileWritten)
                                                            && !(each instanceof LogWritten))
                                            .toList());
            marks += finding.share() * marksFor(rules, check);
            if (finding.verdict().isGood()) {
                believed.add(check);
            }
        }
        assertThat(believed).containsExactly(CheckName.STARTS);
        assertThat(marks).isLessThanOrEqualTo(1.8);
    }

    private static double marksFor(Rules rules, CheckName check) {
        return rules.marks().stream()
                .filter(mark -> mark.check() == check)
                .mapToDouble(mark -> mark.marks())
                .sum();
    }

    @Test
    void withoutAWireWhatTravelsIsNotJudged() throws Exception {
        ScriptedRing ring = ring(rules("cdht-2019"));
        List<CheckName> notJudged =
                CheckName.marked().stream()
                        .filter(check ->
                                Judge.judge(
                                                        check,
                                                        ring.evidence(
                                                                Scene.of(check),
                                                                Evidence.Wire.HIDDEN,
                                                                NOTHING))
                                                .verdict()
                                        == Verdict.NOT_APPLICABLE)
                        .toList();
        assertThat(notJudged)
                .containsExactly(CheckName.PINGS_OVER_UDP, CheckName.DEPARTURE_OVER_TCP);
    }

    @Test
    void theBytesOfAnotherPeerAreNamed() throws Exception {
        Finding finding =
                judge(
                        CheckName.FILE_IDENTICAL,
                        ring(rules("cdht-2019")),
                        seen -> seen.stream().map(JudgeTest::fromFour).toList());
        assertThat(finding.actual())
                .containsExactly(
                        "received_file.pdf holds the bytes of peer 4, which is not the owner.");
    }

    /** Half a file says nothing about how it is written while its transfer is under way. */
    @Test
    void aTransferThatNeverEndsIsNoWrongFile() throws Exception {
        Predicate<Observation> ended = said(SentenceKind.SENT).or(said(SentenceKind.RECEIVED));
        Finding finding =
                judge(
                        CheckName.FILE_IDENTICAL,
                        ring(rules("cdht-2019")),
                        seen ->
                                seen.stream()
                                        .filter(ended.negate())
                                        .map(JudgeTest::halfFile)
                                        .toList());
        assertThat(finding.actual())
                .singleElement()
                .asString()
                .startsWith("The transfer never ended: 600 of 13000 bytes after ");
        assertThat(finding.whereToLook()).isEqualTo(Judge.said("look.transfer-unended"));
    }

    @Test
    void aFileThatIsTooShortWhenItsTransferHasEndedIsWrong() throws Exception {
        Finding finding =
                judge(
                        CheckName.FILE_IDENTICAL,
                        ring(rules("cdht-2019")),
                        seen -> seen.stream().map(JudgeTest::halfFile).toList());
        assertThat(finding.actual())
                .containsExactly("received_file.pdf has 600 bytes, and they are not the owner's.");
        assertThat(finding.whereToLook()).isEqualTo(Judge.said("look.file-identical"));
    }

    private static Observation halfFile(Observation each) {
        return each instanceof FileWritten file
                ? new FileWritten(file.atMicros(), file.peer(), file.name(), 600, "half")
                : each;
    }

    private static Observation fromFour(Observation each) {
        return each instanceof FileWritten file
                ? new FileWritten(
                        file.atMicros(), file.peer(), file.name(), file.length(), "digest of 4")
                : each;
    }

    @Test
    void aWrongSuccessorThatWasSaidLastCounts() throws Exception {
        ScriptedRing ring = ring(rules("cdht-2019"));
        Finding finding =
                judge(
                        CheckName.SUCCESSORS_AFTER_KILL,
                        ring,
                        seen -> {
                            Said last =
                                    seen.stream()
                                            .filter(said(SentenceKind.SECOND_SUCCESSOR))
                                            .map(Said.class::cast)
                                            .reduce((_, later) -> later)
                                            .orElseThrow();
                            Said wrong =
                                    seen.stream()
                                            .filter(said(SentenceKind.SECOND_SUCCESSOR))
                                            .map(Said.class::cast)
                                            .findFirst()
                                            .map(first ->
                                                    new Said(
                                                            last.atMicros() + 1,
                                                            last.peer(),
                                                            first.sentence()))
                                            .orElseThrow();
                            return Stream.concat(seen.stream(), Stream.of(wrong)).toList();
                        });
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.expected()).hasSize(1);
    }

    /** What a student's log may have wrong, each as one changed row. */
    @ParameterizedTest
    @MethodSource("wrongRows")
    void aWrongRowIsFound(CheckName check, String name, UnaryOperator<LogRow> change)
            throws Exception {
        Finding finding =
                judge(
                        check,
                        ring(rules("cdht-2019")),
                        seen -> seen.stream().map(each -> changed(each, change)).toList());
        assertThat(finding.verdict()).as(name).isEqualTo(Verdict.FAILED);
    }

    static Stream<Arguments> wrongRows() {
        return Stream.of(
                rowCase(CheckName.STOP_AND_WAIT, "too large", row -> withLength(row, 400)),
                rowCase(
                        CheckName.STOP_AND_WAIT,
                        "one byte too few",
                        row -> withLength(row, row.length() - 1)),
                rowCase(
                        CheckName.RETRANSMISSION,
                        "resent as if it were new",
                        row -> row.action() == LogRow.Action.RESENT ? sent(row) : row),
                rowCase(
                        CheckName.DROP_PROBABILITY,
                        "never dropped",
                        row -> row.action() == LogRow.Action.DROPPED ? sent(row) : row));
    }

    private static Arguments rowCase(CheckName check, String name, UnaryOperator<LogRow> change) {
        return Arguments.of(check, name, change);
    }

    private static LogRow withLength(LogRow row, long length) {
        boolean isSegment = row.sequence() == 301 && row.acknowledgement() == 0;
        return isSegment
                ? new LogRow(row.action(), row.time(), row.decimals(), row.sequence(), length, 0)
                : row;
    }

    private static LogRow sent(LogRow row) {
        return new LogRow(
                LogRow.Action.SENT, row.time(), row.decimals(), row.sequence(), row.length(), 0);
    }

    private static Observation changed(Observation each, UnaryOperator<LogRow> change) {
        return each instanceof LogWritten log
                ? new LogWritten(
                        log.atMicros(),
                        log.peer(),
                        log.side(),
                        log.rows().stream().map(change).toList())
                : each;
    }
}
