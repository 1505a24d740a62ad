package ringside.check;

import java.util.List;
import ringside.text.Messages;
import ringside.transcript.Deviation;
import ringside.transcript.Reading;

/** The words for differences from a prescribed sentence (PROGRAMS 3.2). */
public final class Deviations {

    private Deviations() {}

    /** Returns each difference of a sentence, for people. */
    public static List<String> of(Reading.Sentence sentence) {
        return sentence.deviations().stream().map(Deviations::words).toList();
    }

    private static String words(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Case() -> Messages.CHECK.format("deviation.case");
            case Deviation.Blanks() -> Messages.CHECK.format("deviation.blanks");
            case Deviation.Stop() -> Messages.CHECK.format("deviation.stop");
            case Deviation.Comma() -> Messages.CHECK.format("deviation.comma");
            case Deviation.Spelling(String found, String wanted) ->
                    Messages.CHECK.format("deviation.spelling", found, wanted);
            case Deviation.WordMissing(String word) ->
                    Messages.CHECK.format("deviation.missing", word);
            case Deviation.WordExtra(String word) -> Messages.CHECK.format("deviation.extra", word);
            case Deviation.Extension() -> Messages.CHECK.format("deviation.extension");
            case Deviation.FileByHash(String found, String wanted) ->
                    Messages.CHECK.format("deviation.hash", found, wanted);
        };
    }
}
