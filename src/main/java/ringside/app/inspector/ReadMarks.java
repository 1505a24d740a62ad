package ringside.app.inspector;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import ringside.app.search.FoundText.Mark;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.story.Deviations;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/** Marks the sentences that were read in what a peer printed (PROGRAMS 3). JavaFX thread only. */
final class ReadMarks {

    /** A sentence of the rules. */
    static final PseudoClass READ = PseudoClass.getPseudoClass("read");

    /** One in other words than are prescribed. */
    static final PseudoClass DEVIATES = PseudoClass.getPseudoClass("deviates");

    private final Rules rules;
    private final Map<PeerId, SentenceReader> readers = new HashMap<>();

    /** Creates the marks of a family. */
    ReadMarks(Rules rules) {
        this.rules = rules;
    }

    /**
     * A line with its marks.
     *
     * @param marks of its sentences
     * @param differences from the prescribed words, for people; may be empty
     */
    record Line(List<Mark> marks, String differences) {}

    /** Reads one whole line of a peer. */
    Line in(PeerId peer, String line) {
        SentenceReader reader =
                readers.computeIfAbsent(peer, id -> new SentenceReader(rules, id, Set::of));
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        List<Reading.Sentence> sentences =
                reader.read(bytes, 0, bytes.length).stream()
                        .filter(Reading.Sentence.class::isInstance)
                        .map(Reading.Sentence.class::cast)
                        .toList();
        return new Line(
                sentences.stream().map(ReadMarks::mark).toList(),
                sentences.stream()
                        .flatMap(sentence -> Deviations.of(sentence).stream())
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    private static Mark mark(Reading.Sentence sentence) {
        return new Mark(
                sentence.span().from(),
                sentence.span().to(),
                sentence.deviations().isEmpty() ? READ : DEVIATES);
    }
}
