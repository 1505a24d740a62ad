package ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the documentation: every section can be cited, every link leads somewhere. */
class PagesTest {

    private static final Pattern CHAPTER =
            Pattern.compile("^#+ (?:<a id=\"([^\"]*)\"></a>)?(\\d+) .*");

    private static final Pattern SECTION = Pattern.compile("^\\*\\*(\\d+)\\.(\\d+) .*");

    private static final Pattern ANCHOR_LINE = Pattern.compile("^<a id=\"([^\"]*)\"></a>$");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {Page.SPECIFICATION, Page.WINDOW})
    void everyNumberedSectionHasItsAnchorAndNoNumberIsLeftOut(String name) throws IOException {
        Page page = Page.named(name);
        assertThat(sectionsOf(page)).hasSizeGreaterThan(30);
        assertThat(wrongSectionsOf(page)).isEmpty();
    }

    @Test
    void aSectionWithoutAnchorOrOutOfOrderIsFound() {
        Page page =
                Page.of(
                        Path.of("p.md"),
                        """
                        ## <a id="s1"></a>1 One
                        **1.1 No anchor.** Text.
                        <a id="s1-3"></a>
                        **1.2 Another's anchor.** Text.
                        <a id="s1-4"></a>
                        **1.4 Left one out.** Text.
                        ## 2 No anchor
                        """);
        assertThat(wrongSectionsOf(page))
                .containsExactly(
                        "p.md:2: 1.1 has not the anchor s1-1",
                        "p.md:4: 1.2 has not the anchor s1-2",
                        "p.md:6: 1.4 stands where 1.3 should",
                        "p.md:7: 2 has not the anchor s2");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noAnchorIsThereTwice(Page page) {
        assertThat(page.anchors()).as("%s", page.file()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) throws IOException {
        assertThat(brokenLinksOf(page)).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() throws IOException {
        Page page =
                Page.of(
                        Page.FOLDER.resolve("p.md"),
                        """
                        ## A heading, and its name
                        [right](#a-heading-and-its-name) [right](protocol.md) [right](https://example.org)
                        [wrong](#another) [wrong](missing.md)
                        ```
                        [an example](missing.md)
                        ```
                        [right](specification.md#s3-2) [wrong](specification.md#s99)
                        """);
        assertThat(brokenLinksOf(page))
                .containsExactly(
                        page.location(2) + ": #another",
                        page.location(2) + ": missing.md",
                        page.location(6) + ": specification.md#s99");
    }

    // -- sections

    /** A numbered section; a chapter has the number 0 within itself. */
    private record Numbered(int chapter, int section) {

        String words() {
            return section == 0 ? Integer.toString(chapter) : chapter + "." + section;
        }

        String anchor() {
            return "s" + words().replace('.', '-');
        }

        boolean follows(Numbered before) {
            return chapter == before.chapter
                    ? section == before.section + 1
                    : chapter == before.chapter + 1 && section == 0;
        }
    }

    /** A section at a line, with the anchor before it. */
    private record Found(int line, Numbered number, @Nullable String anchor) {}

    private static List<Found> sectionsOf(Page page) {
        List<Found> sections = new ArrayList<>();
        @Nullable String anchorBefore = null;
        for (int i = 0; i < page.lines().size(); i++) {
            String line = page.lines().get(i);
            Matcher chapter = CHAPTER.matcher(line);
            Matcher section = SECTION.matcher(line);
            if (chapter.matches()) {
                sections.add(new Found(i, number(chapter.group(2), "0"), chapter.group(1)));
            } else if (section.matches()) {
                sections.add(
                        new Found(i, number(section.group(1), section.group(2)), anchorBefore));
            }
            Matcher anchor = ANCHOR_LINE.matcher(line);
            anchorBefore = anchor.matches() ? anchor.group(1) : null;
        }
        return sections;
    }

    private static Numbered number(String chapter, String section) {
        return new Numbered(Integer.parseInt(chapter), Integer.parseInt(section));
    }

    private static List<String> wrongSectionsOf(Page page) {
        List<String> wrong = new ArrayList<>();
        Numbered before = new Numbered(0, 0);
        for (Found found : sectionsOf(page)) {
            String location = page.location(found.line()) + ": " + found.number().words();
            if (!found.number().anchor().equals(found.anchor())) {
                wrong.add(location + " has not the anchor " + found.number().anchor());
            }
            if (!found.number().follows(before)) {
                wrong.add(
                        location
                                + " stands where "
                                + next(before, found.number()).words()
                                + " should");
            }
            before = found.number();
        }
        return wrong;
    }

    private static Numbered next(Numbered before, Numbered found) {
        return found.section() == 0
                ? new Numbered(before.chapter() + 1, 0)
                : new Numbered(before.chapter(), before.section() + 1);
    }

    // -- links

    private static List<String> brokenLinksOf(Page page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            for (MatchResult link : LINK.matcher(page.lines().get(i)).results().toList()) {
                if (!leadsSomewhere(page, link.group(1))) {
                    broken.add(page.location(i) + ": " + link.group(1));
                }
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Page page, String link) throws IOException {
        if (link.matches("[a-z]+:.*")) {
            return true;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page.file() : page.file().resolveSibling(path);
        if (hash < 0) {
            return Files.exists(target);
        }
        String anchor = link.substring(hash + 1);
        return path.isEmpty()
                ? page.targets().contains(anchor)
                : Files.isRegularFile(target) && Page.read(target).targets().contains(anchor);
    }
}
