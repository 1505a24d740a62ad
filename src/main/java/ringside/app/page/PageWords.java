package ringside.app.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.app.base.Texts;

/** The words of a page that are the same for every run, in the language of the window. */
final class PageWords {

    private static final List<String> NAMES =
            List.of(
                    "of",
                    "decimal",
                    "themeKey",
                    "keysKey",
                    "playKey",
                    "backKey",
                    "onKey",
                    "theme",
                    "keys",
                    "ring",
                    "drawing",
                    "holds",
                    "marks",
                    "happened",
                    "views",
                    "newestFirst",
                    "segments",
                    "below",
                    "time",
                    "back",
                    "on",
                    "play",
                    "pause",
                    "firstSuccessor",
                    "secondSuccessor",
                    "firstPredecessor",
                    "secondPredecessor",
                    "shortcuts",
                    "shortcutsOf",
                    "hostMark",
                    "host",
                    "interval",
                    "rightOne",
                    "ping",
                    "reply",
                    "transfer",
                    "fileMark",
                    "bookmarks",
                    "events",
                    "ladder",
                    "peersAndFiles",
                    "nothing",
                    "which",
                    "last",
                    "peer",
                    "state",
                    "successors",
                    "predecessors",
                    "owns",
                    "copies",
                    "file",
                    "hash",
                    "owner",
                    "speed",
                    "playMeans",
                    "stepMeans",
                    "endsMean",
                    "speedMeans",
                    "edgesMean",
                    "themeMeans",
                    "escapeMeans",
                    "space",
                    "ends",
                    "close",
                    "needsJavaScript",
                    "needsNewer",
                    "latest",
                    "noTransfer",
                    "notYet",
                    "leftOut",
                    "nobody",
                    "about");

    private PageWords() {}

    /** Returns the words by the names that the template has for them. */
    static Map<String, String> all() {
        return NAMES.stream()
                .collect(Collectors.toMap(Function.identity(), name -> Texts.text("page." + name)));
    }
}
