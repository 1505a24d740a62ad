package ringside.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.BesideOthers;
import ringside.ring.Circle;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** Records as JSON objects, strictly (SPEC 10.1). */
@BesideOthers
class RecordMapperTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Point(int x, long y) {
        Point {
            if (x == y) {
                throw new IllegalArgumentException("on the diagonal");
            }
        }
    }

    private sealed interface Shape {}

    private record Dot(Point at) implements Shape {}

    private record PolyLine(List<Point> points, boolean isClosed) implements Shape {}

    private record Drawn(Colour colour, Shape shape) {}

    private record Simple(
            String text,
            FileNumber number,
            FileName file,
            List<PeerId> peers,
            double share,
            Colour colour) {}

    private record Note(PeerId from, @Nullable String text, List<Note> answers) {}

    private static final RecordMapper<Simple> SIMPLE = RecordMapper.strict(Simple.class);
    private static final RecordMapper<Drawn> DRAWN = RecordMapper.strict(Drawn.class);
    private static final RecordMapper<Point> POINT = RecordMapper.strict(Point.class);

    private static final String SIMPLE_JSON =
            "{\"text\":\"a \\\"b\\\"\\n\\u2028é\",\"number\":\"0159\",\"file\":\"2012.pdf\","
                    + "\"peers\":[0,255],\"share\":0.1,\"colour\":\"darkBlue\"}";

    @Test
    void everyKindOfValueIsWrittenAndReadBack() throws Exception {
        Simple simple =
                new Simple(
                        "a \"b\"\n\u2028é",
                        new FileNumber("0159"),
                        FileName.parse("2012.pdf"),
                        List.of(new PeerId(0), new PeerId(255)),
                        0.1,
                        Colour.DARK_BLUE);
        assertThat(SIMPLE.write(simple)).isEqualTo(SIMPLE_JSON);
        assertThat(SIMPLE.read(SIMPLE_JSON)).isEqualTo(simple);
    }

    @Test
    void aPeerOfAWiderCircleIsItsPositionAndTheBits() throws Exception {
        String json = SIMPLE_JSON.replace("[0,255]", "[\"3640/18\",\"18446744073709551615/64\"]");
        Simple read = SIMPLE.read(json);

        assertThat(read.peers()).containsExactly(Circle.of(18).at(3640), Circle.of(64).at(-1));
        assertThat(SIMPLE.write(read)).isEqualTo(json);
    }

    @Test
    void aComponentOfASealedTypeIsAWordWithItsFieldsBesideIt() throws Exception {
        Drawn dot = new Drawn(Colour.RED, new Dot(new Point(1, -2)));
        Drawn line = new Drawn(Colour.RED, new PolyLine(List.of(new Point(1, 2)), true));
        String dotJson = "{\"colour\":\"red\",\"shape\":\"dot\",\"at\":{\"x\":1,\"y\":-2}}";
        String lineJson =
                "{\"colour\":\"red\",\"shape\":\"polyLine\",\"points\":[{\"x\":1,\"y\":2}],"
                        + "\"isClosed\":true}";
        assertThat(DRAWN.write(dot)).isEqualTo(dotJson);
        assertThat(DRAWN.write(line)).isEqualTo(lineJson);
        assertThat(DRAWN.read(dotJson)).isEqualTo(dot);
        assertThat(DRAWN.read(lineJson)).isEqualTo(line);
    }

    @Test
    void fieldsMayComeInAnyOrder() throws Exception {
        assertThat(DRAWN.read("{\"at\":{\"y\":2,\"x\":1},\"shape\":\"dot\",\"colour\":\"red\"}"))
                .isEqualTo(new Drawn(Colour.RED, new Dot(new Point(1, 2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\":1}|'y' is missing",
                "{\"x\":1,\"y\":2,\"z\":3}|unknown fields [z]",
                "{\"x\":1,\"y\":2,\"x\":1}|'x' is there twice",
                "{\"x\":1,\"y\":2} 3|not one JSON object",
                "{\"x\":1,\"y\":2|not one JSON object",
                "[1,2]|not one JSON object",
                "{x:1,y:2}|not one JSON object",
                "{\"x\":\"1\",\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":1.5,\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":1e1,\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":2147483648,\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":1,\"y\":9223372036854775808}|'y' is not an integer of 64 bits",
                "{\"x\":null,\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":true,\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":[1],\"y\":2}|'x' is not an integer of 32 bits",
                "{\"x\":1,\"y\":1}|'point' is out of range"
            })
    void aWrongObjectIsRefusedWithItsFault(String json, String reason) {
        assertThatThrownBy(() -> POINT.read(json))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageStartingWith(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"0159\"|159|'number' is not a file number",
                "\"0159\"|\"159\"|'number' is not a file number",
                "\"2012.pdf\"|\"../x\"|'file' is not a file name",
                "[0,255]|0|'peers' is not a list",
                "[0,255]|[0,256]|'peers[]' is not a peer",
                "[0,255]|[0,null]|'peers[]' is not a peer",
                "[0,255]|[\"7\"]|'peers[]' is not a peer",
                "[0,255]|[\"7/8\"]|'peers[]' is not a peer",
                "[0,255]|[\"07/18\"]|'peers[]' is not a peer",
                "[0,255]|[\"512/9\"]|'peers[]' is not a peer",
                "[0,255]|[\"7/65\"]|'peers[]' is not a peer",
                "[0,255]|[\"18446744073709551616/64\"]|'peers[]' is not a peer",
                "0.1|1e400|'share' is not a number",
                "0.1|\"0.1\"|'share' is not a number",
                "\"darkBlue\"|\"DARK_BLUE\"|'colour' is not one of [red, darkBlue]",
                "\"darkBlue\"|1|'colour' is not one of [red, darkBlue]"
            })
    void aWrongValueIsRefused(String right, String wrong, String reason) {
        assertThatThrownBy(() -> SIMPLE.read(SIMPLE_JSON.replace(right, wrong)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"colour\":\"red\",\"shape\":\"circle\"}|'shape' is not one of the known words",
                "{\"colour\":\"red\",\"shape\":\"Dot\"}|'shape' is not one of the known words",
                "{\"colour\":\"red\",\"shape\":{\"at\":1}}|'shape' is not one of the known words",
                "{\"colour\":\"red\",\"shape\":\"dot\",\"at\":[]}|'at' is not an object",
                "{\"colour\":\"red\",\"shape\":\"polyLine\",\"points\":[],\"isClosed\":1}"
                        + "|'isClosed' is not true or false",
                "{\"colour\":\"red\",\"shape\":\"dot\",\"at\":{\"x\":1,\"y\":2,\"z\":3}}"
                        + "|unknown fields [z]"
            })
    void aWrongVariantIsRefused(String json, String reason) {
        assertThatThrownBy(() -> DRAWN.read(json))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage(reason);
    }

    private record Placed(String host, @Nullable String note) {}

    private record Switched(int at, boolean on) {}

    @Test
    void anOptionalTruthValueIsLeftOutWhenItIsFalse() throws Exception {
        RecordMapper<Switched> switches =
                RecordMapper.strict(Switched.class, Set.of("on"), Map.of());
        assertThat(switches.write(new Switched(1, false))).isEqualTo("{\"at\":1}");
        assertThat(switches.read("{\"at\":1}")).isEqualTo(new Switched(1, false));
        assertThat(switches.write(new Switched(1, true))).isEqualTo("{\"at\":1,\"on\":true}");
        assertThat(switches.read("{\"at\":1,\"on\":true}")).isEqualTo(new Switched(1, true));
    }

    @Test
    void anEmptyTextThatCannotBeNullMayBeLeftOut() throws Exception {
        RecordMapper<Placed> places =
                RecordMapper.strict(Placed.class, Set.of("note"), Map.of())
                        .leavingOutEmpty(Set.of("host"));
        assertThat(places.write(new Placed("", null))).isEqualTo("{}");
        assertThat(places.read("{}")).isEqualTo(new Placed("", null));
        assertThat(places.write(new Placed("lab07", "")))
                .isEqualTo("{\"host\":\"lab07\",\"note\":\"\"}");
        assertThat(places.read("{\"host\":\"lab07\",\"note\":\"\"}"))
                .isEqualTo(new Placed("lab07", ""));
    }

    @Test
    void aTolerantMapperPassesOverUnknownFieldsAndLeavesOutNull() throws Exception {
        RecordMapper<Note> notes =
                RecordMapper.tolerant(Note.class, Set.of("text"), Map.of("answers", "replies"));
        Note note = new Note(new PeerId(1), null, List.of());
        assertThat(notes.write(note)).isEqualTo("{\"from\":1,\"replies\":[]}");
        assertThat(notes.read("{\"mood\":{\"a\":[1]},\"from\":1,\"replies\":[]}")).isEqualTo(note);
        assertThat(notes.read("{\"from\":1,\"replies\":[],\"text\":\"x\"}").text()).isEqualTo("x");
        assertThatThrownBy(() -> notes.read("{\"from\":1,\"replies\":[],\"text\":null}"))
                .hasMessage("'text' is not a string");
        assertThatThrownBy(() -> notes.read("{\"from\":1,\"answers\":[]}"))
                .hasMessage("'replies' is missing");
    }
}
