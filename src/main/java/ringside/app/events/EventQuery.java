package ringside.app.events;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.app.base.Texts;
import ringside.model.EventKind;
import ringside.model.EventOrigin;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * What the filter of the events asks for (WINDOW 6.4). Immutable.
 *
 * @param terms an event must hold them all; a wrong term is none of them
 * @param problem what is wrong with the first wrong term, in one or two sentences
 */
record EventQuery(List<EventTerm> terms, Optional<String> problem) {

    /** Lets all events through. */
    static final EventQuery ALL = new EventQuery(List.of(), Optional.empty());

    static final String PEER = "peer";
    static final String KIND = "kind";
    static final String FILE = "file";
    static final String BY = "by";

    /** A phrase whose last quote may be missing, a key with its value, or a word. */
    private static final Pattern TERM =
            Pattern.compile(
                    "(?<not>-?)"
                            + "(?:\"(?<phrase>[^\"]*)\"?"
                            + "|(?<key>[a-zA-Z]+):(?<value>[^\\s\"]*)"
                            + "|(?<word>[^\\s,\"]+))");

    private static final Pattern ID = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}");

    EventQuery {
        terms = List.copyOf(terms);
    }

    /** A term as somebody typed it, and why it is none. */
    private static final class WrongTermException extends Exception {
        private static final long serialVersionUID = 1;

        WrongTermException(String key, Object... inserts) {
            super(Texts.text(key, inserts));
        }
    }

    /** Reads what was typed. Pure. */
    static EventQuery of(String typed) {
        List<EventTerm> terms = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Matcher found = TERM.matcher(typed);
        while (found.find()) {
            try {
                term(found)
                        .map(term -> found.group("not").isEmpty() ? term : new EventTerm.Not(term))
                        .ifPresent(terms::add);
            } catch (WrongTermException wrong) {
                problems.add(wrong.getMessage());
            }
        }
        return new EventQuery(terms, problems.stream().findFirst());
    }

    private static Optional<EventTerm> term(Matcher found) throws WrongTermException {
        if (found.group("key") != null) {
            return Optional.of(keyed(found.group("key"), values(found.group("value"))));
        }
        if (found.group("word") != null) {
            return Optional.of(word(found.group("word")));
        }
        return Optional.of(found.group("phrase").toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .map(EventTerm.Words::new);
    }

    private static List<String> values(String listed) {
        return Stream.of(listed.toLowerCase(Locale.ROOT).split(",", -1))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static EventTerm word(String word) throws WrongTermException {
        if (word.equals("-")) {
            throw new WrongTermException("events.filter.wrong.not");
        }
        if (!ID.matcher(word).matches()) {
            return new EventTerm.Words(word.toLowerCase(Locale.ROOT));
        }
        return new EventTerm.OfPeers(Set.of(peer(word)));
    }

    private static EventTerm keyed(String key, List<String> values) throws WrongTermException {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case PEER -> new EventTerm.OfPeers(peers(values));
            case KIND -> new EventTerm.OfKinds(kinds(values));
            case FILE -> EventTerm.OfFile.numbered(number(values));
            case BY -> new EventTerm.OfOrigins(origins(values));
            case String other -> throw new WrongTermException("events.filter.wrong.key", other);
        };
    }

    private static Set<PeerId> peers(List<String> values) throws WrongTermException {
        if (values.isEmpty()) {
            throw new WrongTermException("events.filter.wrong.peer.none");
        }
        Set<PeerId> peers = new HashSet<>();
        for (String value : values) {
            peers.add(peer(value));
        }
        return peers;
    }

    private static PeerId peer(String typed) throws WrongTermException {
        if (!ID.matcher(typed).matches() || Integer.parseInt(typed) >= Circle.IDS_OF_PROCESSES) {
            throw new WrongTermException("events.filter.wrong.peer", typed);
        }
        return new PeerId(Integer.parseInt(typed));
    }

    private static Set<EventKind> kinds(List<String> values) throws WrongTermException {
        if (values.isEmpty()) {
            throw new WrongTermException("events.filter.wrong.kind.none", kindNames());
        }
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String value : values) {
            List<EventKind> meant =
                    Stream.of(EventKind.values())
                            .filter(kind -> nameOf(kind).startsWith(value))
                            .toList();
            if (meant.isEmpty()) {
                throw new WrongTermException("events.filter.wrong.kind", value, kindNames());
            }
            kinds.addAll(meant);
        }
        return kinds;
    }

    private static String kindNames() {
        return Stream.of(EventKind.values())
                .map(EventQuery::nameOf)
                .collect(Collectors.joining(", "));
    }

    /** Returns the word for a kind in the filter. */
    static String nameOf(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Set<EventOrigin> origins(List<String> values) throws WrongTermException {
        Set<EventOrigin> origins = EnumSet.noneOf(EventOrigin.class);
        for (String value : values) {
            origins.add(
                    Stream.of(EventOrigin.values())
                            .filter(origin -> nameOf(origin).startsWith(value))
                            .findFirst()
                            .orElseThrow(
                                    () -> new WrongTermException("events.filter.wrong.by", value)));
        }
        if (origins.isEmpty()) {
            throw new WrongTermException("events.filter.wrong.by.none");
        }
        return origins;
    }

    /** Returns the word for those who are behind an event in the filter. */
    static String nameOf(EventOrigin origin) {
        return switch (origin) {
            case USER -> "you";
            case RING -> "ring";
        };
    }

    private static String number(List<String> values) throws WrongTermException {
        if (values.size() != 1 || !NUMBER.matcher(values.getFirst()).matches()) {
            throw new WrongTermException("events.filter.wrong.file");
        }
        return values.getFirst();
    }

    /** Returns whether an event holds all terms. */
    boolean holds(EventRow row) {
        return terms.stream().allMatch(term -> term.holds(row));
    }

    /** Returns what is to be highlighted in the events that are shown, in lower case. */
    List<String> highlights() {
        return terms.stream().flatMap(term -> term.highlights().stream()).toList();
    }
}
