package ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples between the fences of a page, as they stand there. */
public final class PageExample {

    private PageExample() {}

    /** Returns the examples of a language, in order; {@code ""} for those that name none. */
    public static List<String> all(String page, String language) throws IOException {
        return Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(Page.FOLDER.resolve(page)))
                .results()
                .filter(found -> found.group(1).equals(language))
                .map((MatchResult found) -> found.group(2))
                .toList();
    }

    /** Returns the only example of a language. */
    public static String only(String page, String language) throws IOException {
        List<String> examples = all(page, language);
        assertThat(examples).hasSize(1);
        return examples.getFirst();
    }
}
