package ringside.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** Quoted paths, and blanks of all kinds. */
class QuotedTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final List<PeerId> WRITER = List.of(new PeerId(43));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.pdf",
                "a b.pdf",
                "a  b/x y.pdf",
                " x",
                "x ",
                "a as 2012 at 43",
                "as",
                "x #1.pdf",
                "#1",
                "a\"b",
                "\"a b\"",
                "\"",
                "back\\slash",
                "C:\\\"x\"\\",
                "9.41\u202fAM.png",
                "tab\there",
                "\u00fc/\u4e2d.pdf"
            })
    void everyPathSurvivesQuoting(String path) {
        Command command = new Command.Tell(WRITER, new PeerCommand.Store(path, NUMBER));
        assertThat(CommandParser.parse(CommandText.of(command))).isEqualTo(command);
        PeerCommand here = new PeerCommand.Store(path, NUMBER);
        assertThat(CommandParser.parseAtPeer(CommandText.of(here))).isEqualTo(here);
        assertThat(Quoted.withoutComment(CommandText.of(here))).isEqualTo(CommandText.of(here));
    }

    @Test
    void pathsAreQuotedOnlyIfNecessary() {
        assertThat(CommandText.of(new PeerCommand.Store("my files/a b.pdf", NUMBER)))
                .isEqualTo("store my files/a b.pdf as 2012");
    }

    @Test
    void nonBreakingSpacesCountAsBlanks() {
        assertThat(CommandParser.parse("\ufeffrequest\u00a02012\u202ffrom \u00a043\u2007"))
                .isEqualTo(CommandParser.parse("request 2012 from 43"));
    }

    @Test
    void aQuoteWithinAWordOrWithoutAPartnerIsAnOrdinaryCharacter() {
        assertThat(Quoted.tidy("say  5\"  is  it")).isEqualTo("say 5\" is it");
        assertThat(Quoted.tidy("say  \"is  it")).isEqualTo("say \"is it");
        assertThat(Quoted.tidy("say  \"is  it\"?")).isEqualTo("say \"is it\"?");
        assertThat(Quoted.content("\"")).isEqualTo("\"");
        assertThat(Quoted.withoutComment("a \"# b")).isEqualTo("a \"# b");
        assertThat(Quoted.withoutComment("a \" # b")).isEqualTo("a \" ");
    }
}
