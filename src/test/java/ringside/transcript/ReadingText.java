package ringside.transcript;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readings in the notation of the cases' {@code .expect} files. */
final class ReadingText {

    private ReadingText() {}

    /** Returns a line for each reading, but for the ends of lines. */
    static List<String> of(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading ->
                        switch (reading) {
                            case Reading.Sentence sentence -> Stream.of(of(sentence));
                            case Reading.Unreadable(String words, Reading.Span _) ->
                                    Stream.of("unreadable " + words);
                            case Reading.Line _ -> Stream.of();
                        })
                .toList();
    }

    private static String of(Reading.Sentence sentence) {
        StringBuilder text =
                new StringBuilder(
                        sentence.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!text.toString().equals("own-departure")) {
            sentence.peers().forEach(peer -> text.append(' ').append(peer));
        }
        if (sentence.file() != null) {
            text.append(' ').append(sentence.file());
        }
        if (!sentence.deviations().isEmpty()) {
            text.append(
                    sentence.deviations().stream()
                            .map(ReadingText::of)
                            .collect(Collectors.joining(" ", " ~ ", "")));
        }
        return text.toString();
    }

    private static String of(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Case() -> "case";
            case Deviation.Blanks() -> "blanks";
            case Deviation.Stop() -> "stop";
            case Deviation.Comma() -> "comma";
            case Deviation.Spelling(String found, String wanted) ->
                    "spelling(" + found + "/" + wanted + ")";
            case Deviation.WordMissing(String word) -> "word-missing(" + word + ")";
            case Deviation.WordExtra(String word) -> "word-extra(" + word + ")";
            case Deviation.Extension() -> "extension";
            case Deviation.FileByHash(String found, String wanted) ->
                    "file-by-hash(" + found + "/" + wanted + ")";
        };
    }
}
