package ringside.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ringside.json.FieldLines;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/** Reads rules files (PROGRAMS 2.1). */
public final class RulesFile {

    /** The fields that a rules file may leave out. */
    public static final Set<String> OPTIONAL =
            Set.of(
                    "ofItself",
                    "containing",
                    "build",
                    "join",
                    "store",
                    "sendingLog",
                    "receivingLog");

    private static final RecordMapper<Rules> MAPPER =
            RecordMapper.strict(Rules.class, OPTIONAL, Map.of());

    private RulesFile() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws InvalidRulesException if it holds something else than rules; names line and field
     */
    public static Rules read(Path file) throws IOException, InvalidRulesException {
        return parse(String.valueOf(file.getFileName()), Files.readString(file));
    }

    static Rules parse(String name, String text) throws InvalidRulesException {
        try {
            return MAPPER.read(text);
        } catch (MalformedRecordException e) {
            throw new InvalidRulesException(reason(name, text, e), e);
        }
    }

    private static String reason(String name, String text, MalformedRecordException e) {
        String reason = String.valueOf(e.getMessage());
        return e.field().isEmpty()
                ? Messages.RULES.format("file.malformed", name, reason)
                : Messages.RULES.format(
                        "file.field",
                        name,
                        FieldLines.lineOf(e.field(), text),
                        e.field(),
                        sentenceOf(e).orElse(reason));
    }

    /** Returns what the record that refused a value says. */
    private static Optional<String> sentenceOf(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(InvalidInputException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }
}
