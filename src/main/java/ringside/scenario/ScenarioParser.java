package ringside.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.Quoted;
import ringside.text.Messages;

/** Reads scenario files (SPEC 11). Stateless; any thread may call. */
public final class ScenarioParser {

    private static final Pattern WITHIN = Pattern.compile("(.+) within ([0-9.]+ ?[a-z]+)");
    private static final Pattern JOIN = Pattern.compile("join (\\S+) via (\\S+)");
    private static final Pattern AT = Pattern.compile("(\\S+) (?:at|from) (\\S+)");
    private static final Pattern SAME = Pattern.compile("(\\S+) at (\\S+) equals (.+)");
    private static final Pattern ASK = Pattern.compile("(.+?) :: (.+)");
    private static final Pattern CHOICES = Pattern.compile("(.+?) :: (.+?) :: (.*\\|.*)");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern HOPS = Pattern.compile("at (most|least) ([0-9]{1,3})");
    private static final Pattern SAID = Pattern.compile("(\\S+) (.+)");

    private ScenarioParser() {}

    /**
     * Parses the text of a file.
     *
     * @param name the name of the file, for messages
     * @param text the content of the file
     * @throws ScenarioSyntaxException for the first wrong line, or if there is no line to run
     */
    public static Scenario parse(String name, String text) throws ScenarioSyntaxException {
        List<Scenario.Step> steps = new ArrayList<>();
        int number = 0;
        for (String written : text.lines().toList()) {
            number++;
            String line = Quoted.withoutComment(withoutByteOrderMark(written)).strip();
            if (!line.isEmpty()) {
                try {
                    steps.add(new Scenario.Step(number, line, parseLine(line)));
                } catch (IllegalArgumentException e) {
                    throw new ScenarioSyntaxException(name, number, String.valueOf(e.getMessage()));
                }
            }
        }
        if (steps.isEmpty()) {
            throw new ScenarioSyntaxException(name, 1, Messages.SCENARIO.format("syntax.empty"));
        }
        return new Scenario(name, steps);
    }

    /** Removes the invisible mark that some editors write before the first line. */
    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }

    /** Rejects a peer that is named twice, which is probably a typing mistake. */
    private static List<PeerId> requireDistinct(List<PeerId> peers) {
        Set<PeerId> seen = new TreeSet<>();
        for (PeerId peer : peers) {
            if (!seen.add(peer)) {
                throw new IllegalArgumentException(Messages.SCENARIO.format("syntax.twice", peer));
            }
        }
        return peers;
    }

    private static ScenarioLine parseLine(String written) {
        String line = Quoted.tidy(written);
        return switch (firstWord(line)) {
            case "peers" -> new ScenarioLine.Peers(requireDistinct(peers(rest(line))));
            case "join" -> {
                Matcher join = match(JOIN, line, "form.join");
                yield new ScenarioLine.Join(
                        PeerId.parse(join.group(1)), PeerId.parse(join.group(2)));
            }
            case "wait" -> {
                Matcher wait = match(WITHIN, rest(line), "form.wait");
                yield new ScenarioLine.Wait(
                        condition(wait.group(1)), CommandParser.parseDurationMs(wait.group(2)));
            }
            case "expect" -> new ScenarioLine.Expect(condition(rest(line)));
            case "say" -> new ScenarioLine.Say(rest(line));
            case "ask" -> ask(rest(line));
            case String command -> new ScenarioLine.Do(CommandParser.parse(line));
        };
    }

    private static ScenarioLine.Ask ask(String text) {
        Matcher withChoices = CHOICES.matcher(text);
        if (withChoices.matches()) {
            List<String> choices =
                    Arrays.stream(BAR.split(withChoices.group(3), -1)).map(String::strip).toList();
            return new ScenarioLine.Ask(withChoices.group(1), withChoices.group(2), choices);
        }
        Matcher typed = match(ASK, text, "form.ask");
        return new ScenarioLine.Ask(typed.group(1), typed.group(2));
    }

    private static Condition condition(String text) {
        String rest = rest(text);
        return switch (firstWord(text)) {
            case "ring" -> new Condition.Ring(peers(rest));
            case "received" -> {
                Matcher at = match(AT, rest, "form.received");
                yield new Condition.Received(number(at), peer(at));
            }
            case "not" -> {
                Matcher at = match(AT, rest.replaceFirst("^found ", ""), "form.notFound");
                yield new Condition.NotFound(number(at), peer(at));
            }
            case "held" -> {
                Matcher at = match(AT, rest, "form.held");
                yield new Condition.Held(number(at), peer(at));
            }
            case "file" -> {
                Matcher same = match(SAME, rest, "form.file");
                yield new Condition.SameBytes(
                        number(same), peer(same), Quoted.content(same.group(3)));
            }
            case "said" -> {
                Matcher said = match(SAID, rest, "form.said");
                yield new Condition.Said(PeerId.parse(said.group(1)), said.group(2));
            }
            case "hops" -> {
                Matcher hops = match(HOPS, rest, "form.hops");
                yield new Condition.Hops(
                        hops.group(1).equals("most")
                                ? Condition.Bound.AT_MOST
                                : Condition.Bound.AT_LEAST,
                        Integer.parseInt(hops.group(2)));
            }
            case "shortcuts" -> new Condition.Shortcuts();
            case "stored" -> new Condition.Stored(new FileNumber(rest));
            case "dead" -> new Condition.Dead(PeerId.parse(rest));
            case "ended" -> new Condition.Ended(PeerId.parse(rest));
            case String other ->
                    throw new IllegalArgumentException(
                            Messages.SCENARIO.format("condition.unknown", other));
        };
    }

    private static FileNumber number(Matcher matcher) {
        return new FileNumber(matcher.group(1));
    }

    private static PeerId peer(Matcher matcher) {
        return PeerId.parse(matcher.group(2));
    }

    private static List<PeerId> peers(String text) {
        return Arrays.stream(text.replace(',', ' ').split(" "))
                .filter(word -> !word.isEmpty())
                .map(PeerId::parse)
                .toList();
    }

    private static String firstWord(String line) {
        int blank = line.indexOf(' ');
        return (blank < 0 ? line : line.substring(0, blank)).toLowerCase(Locale.ROOT);
    }

    private static String rest(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? "" : line.substring(blank + 1);
    }

    /** Matches a text, or fails with an example of the right form, given by its key. */
    private static Matcher match(Pattern pattern, String text, String example) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    Messages.SCENARIO.format("form", Messages.SCENARIO.format(example)));
        }
        return matcher;
    }
}
