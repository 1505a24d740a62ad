package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field of a message may be left out where the record allows null, and nowhere else. */
class OptionalFieldsTest {

    static Stream<WireCases.Case> cases() {
        return Stream.concat(WireCases.datagrams(), WireCases.frames());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyFieldsThatMayBeNullMayBeMissing(WireCases.Case expected) throws Exception {
        Set<String> optional =
                Arrays.stream(expected.message().getClass().getRecordComponents())
                        .filter(OptionalFieldsTest::isNullable)
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
        for (String field : JsonParser.parseString(expected.json()).getAsJsonObject().keySet()) {
            JsonObject rest = JsonParser.parseString(expected.json()).getAsJsonObject();
            rest.remove(field);
            if (optional.contains(field)) {
                assertThat(decode(rest)).isInstanceOf(expected.message().getClass());
            } else {
                assertThatThrownBy(() -> decode(rest))
                        .isInstanceOf(MalformedMessageException.class)
                        .hasMessage("'" + field + "' is missing");
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object decode(JsonObject json) throws MalformedMessageException {
        return ControlCodec.decode(
                ByteBuffer.wrap(json.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
