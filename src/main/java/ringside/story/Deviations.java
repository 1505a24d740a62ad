package ringside.story;

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
            case Deviation.Case() -> Messages.STORY.format("deviation.case");
            case Deviation.Blanks() -> Messages.STORY.format("deviation.blanks");
            case Deviation.Stop() -> Messages.STORY.format("deviation.stop");
            case Deviation.Comma() -> Messages.STORY.format("deviation.comma");
            case Deviation.Spelling(String found, String wanted) ->
                    Messages.STORY.format("deviation.spelling", found, wanted);
            case Deviation.WordMissing(String word) ->
                    Messages.STORY.format("deviation.missing", word);
            case Deviation.WordExtra(String word) -> Messages.STORY.format("deviation.extra", word);
            case Deviation.Extension() -> Messages.STORY.format("deviation.extension");
            case Deviation.FileByHash(String found, String wanted) ->
                    Messages.STORY.format("deviation.hash", found, wanted);
        };
    }
}
