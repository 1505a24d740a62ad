package ringside.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.text.Messages;

/**
 * Parses typed commands. Every mistake is an {@link IllegalArgumentException} whose message is a
 * sentence for the user. Stateless; may be called from any thread.
 */
public final class CommandParser {

    private static final Pattern REQUEST =
            Pattern.compile("request (\\S+) (?:from|at) (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STORE =
            Pattern.compile("store (.+) as (\\S+) (?:at|from) (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STORE_HERE =
            Pattern.compile("store (.+) as (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DROP =
            Pattern.compile("drop (\\S+) at (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK =
            Pattern.compile("\\S+ ([0-9]+) (?:and )?([0-9]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADD_ON =
            Pattern.compile("(\\S+ .*\\S) on (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("\\S+ host (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(ms|s|min)");

    private CommandParser() {}

    /**
     * Parses a line of the command box or of a scenario file, such as {@code kill 5 8} or {@code
     * request 2012 from 43}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Command parse(String line) {
        String text = Quoted.tidy(line);
        List<String> words = List.of(text.split(" "));
        return switch (words.getFirst().toLowerCase(Locale.ROOT)) {
            case "add" -> add(text);
            case "kill" -> new Command.Kill(peers(words));
            case "pause" -> new Command.Pause(peers(words));
            case "resume" -> new Command.Resume(peers(words));
            case "restart" -> new Command.Restart(peers(words));
            case "quit" -> new Command.Tell(peers(words), new PeerCommand.Quit());
            case "request" ->
                    from(
                            match(REQUEST, text, "form.request"),
                            m -> new PeerCommand.Request(new FileNumber(m.group(1))));
            case "store" ->
                    from(
                            match(STORE, text, "form.store"),
                            m ->
                                    new PeerCommand.Store(
                                            Quoted.content(m.group(1)),
                                            new FileNumber(m.group(2))));
            case "set" -> toSomeOrAll(words, CommandParser::setting);
            case "capture" -> toSomeOrAll(words, CommandParser::capture);
            case "drop" ->
                    from(
                            match(DROP, text, "form.drop"),
                            m -> new PeerCommand.DropNext(droppable(m.group(1))));
            case "cut" ->
                    host(text)
                            .<Command>map(Command.CutHost::new)
                            .orElseGet(() -> {
                                Matcher ends = match(LINK, text, "form.cut");
                                return new Command.CutLink(end(ends, 1), end(ends, 2));
                            });
            case "mend" ->
                    host(text)
                            .<Command>map(Command.MendHost::new)
                            .orElseGet(() -> {
                                Matcher ends = match(LINK, text, "form.mend");
                                return new Command.MendLink(end(ends, 1), end(ends, 2));
                            });
            case String word -> throw unknown(word, "known");
        };
    }

    /**
     * Parses a line typed in a peer's own terminal, such as {@code request 2012} or {@code quit}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static PeerCommand parseAtPeer(String line) {
        String text = Quoted.tidy(line);
        List<String> words = List.of(text.split(" "));
        return switch (words.getFirst().toLowerCase(Locale.ROOT)) {
            case "request" ->
                    new PeerCommand.Request(new FileNumber(single(words, "form.request.here")));
            case "quit" -> new PeerCommand.Quit();
            case "store" -> {
                Matcher store = match(STORE_HERE, text, "form.store.here");
                yield new PeerCommand.Store(
                        Quoted.content(store.group(1)), new FileNumber(store.group(2)));
            }
            case "set" -> setting(words);
            case "capture" -> capture(words);
            case "drop" -> new PeerCommand.DropNext(droppable(single(words, "form.drop.here")));
            case "cut" -> new PeerCommand.CutLink(PeerId.parse(single(words, "form.cut.here")));
            case "mend" -> new PeerCommand.MendLink(PeerId.parse(single(words, "form.mend.here")));
            case String word -> throw unknown(word, "known.here");
        };
    }

    /**
     * Parses a duration such as {@code 500ms}, {@code 1s}, {@code 0.5 s} or {@code 2min}.
     *
     * @return milliseconds
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static long parseDurationMs(String text) {
        Matcher duration = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!duration.matches()) {
            throw new IllegalArgumentException(Messages.STATUS.format("duration", text));
        }
        double number = Double.parseDouble(duration.group(1));
        return Math.round(
                switch (duration.group(2)) {
                    case "ms" -> number;
                    case "s" -> number * 1_000;
                    case String minutes -> number * 60_000;
                });
    }

    private static Command add(String text) {
        Matcher onHost = ADD_ON.matcher(text);
        return onHost.matches()
                ? new Command.AddOn(peers(List.of(onHost.group(1).split(" "))), onHost.group(2))
                : new Command.Add(peers(List.of(text.split(" "))));
    }

    /** Returns the host that a line cuts off or mends; empty when it is about a link. */
    private static Optional<String> host(String text) {
        Matcher host = HOST.matcher(text);
        return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    private static PeerId end(Matcher link, int group) {
        return PeerId.parse(link.group(group));
    }

    private static PeerCommand.Droppable droppable(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "segment" -> PeerCommand.Droppable.SEGMENT;
            case "ack" -> PeerCommand.Droppable.ACKNOWLEDGEMENT;
            case String other -> throw wrongForm("form.drop.what");
        };
    }

    /** Parses a command that is for all peers unless it names some after 'at'. */
    private static Command toSomeOrAll(
            List<String> words, Function<List<String>, PeerCommand> parsed) {
        int index = words.indexOf("at");
        if (index < 0) {
            return new Command.TellAll(parsed.apply(words));
        }
        List<PeerId> peers =
                words.subList(index + 1, words.size()).stream().map(PeerId::parse).toList();
        return new Command.Tell(peers, parsed.apply(words.subList(0, index)));
    }

    private static PeerCommand capture(List<String> words) {
        return new PeerCommand.Capture(onOrOff(single(words, "form.capture"), "form.capture"));
    }

    private static PeerCommand setting(List<String> words) {
        if (words.size() < 3) {
            throw wrongForm("form.set");
        }
        String value = String.join(" ", words.subList(2, words.size()));
        return switch (words.get(1).toLowerCase(Locale.ROOT)) {
            case "loss" -> new PeerCommand.SetLoss(number(value));
            case "ping" -> new PeerCommand.SetPingInterval(parseDurationMs(value));
            case "window" -> new PeerCommand.SetWindow(wholeNumber(value));
            case "misses" -> new PeerCommand.SetMisses(wholeNumber(value));
            case "shortcuts" -> new PeerCommand.SetShortcuts(onOrOff(value, "form.set.shortcuts"));
            case "segments" -> new PeerCommand.ReportSegments(onOrOff(value, "form.set.segments"));
            case String other -> throw wrongForm("form.set");
        };
    }

    /** Takes the bundle key of the correct form to suggest. */
    private static boolean onOrOff(String text, String form) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            case String other -> throw wrongForm(form);
        };
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Messages.STATUS.format("wholeNumber", text), e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Messages.STATUS.format("number", text), e);
        }
    }

    private static List<PeerId> peers(List<String> words) {
        List<PeerId> peers = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            Arrays.stream(word.split(",")).map(PeerId::parse).forEach(peers::add);
        }
        return peers;
    }

    private static String single(List<String> words, String example) {
        if (words.size() != 2) {
            throw wrongForm(example);
        }
        return words.get(1);
    }

    private static Command from(Matcher matcher, Function<Matcher, PeerCommand> command) {
        PeerId peer = PeerId.parse(matcher.group(matcher.groupCount()));
        return new Command.Tell(List.of(peer), command.apply(matcher));
    }

    private static Matcher match(Pattern pattern, String text, String example) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw wrongForm(example);
        }
        return matcher;
    }

    /** Takes the bundle key of the correct form to suggest. */
    private static IllegalArgumentException wrongForm(String example) {
        return new IllegalArgumentException(
                Messages.STATUS.format("form", Messages.STATUS.format(example)));
    }

    /** Takes the bundle key of the list of known commands. */
    private static IllegalArgumentException unknown(String word, String known) {
        String list = Messages.STATUS.format(known);
        return new IllegalArgumentException(
                word.isEmpty()
                        ? Messages.STATUS.format("unknown.empty", list)
                        : Messages.STATUS.format("unknown", word, list));
    }
}
