package ringside.app.actions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ringside.model.HostState;
import ringside.model.PeerState;
import ringside.model.RingState;

/** Completes the last word of a command. Pure. */
final class Completion {

    private static final List<String> VERBS =
            List.of(
                    "add", "capture", "cut", "drop", "kill", "mend", "pause", "quit", "request",
                    "restart", "resume", "set", "store");

    private Completion() {}

    /** Returns the possible completions of a text, best first; empty when nothing fits. */
    static List<String> of(String typed, RingState ring) {
        int cut = typed.lastIndexOf(' ') + 1;
        String head = typed.substring(0, cut);
        String word = typed.substring(cut).toLowerCase(Locale.ROOT);
        return candidates(head.strip().toLowerCase(Locale.ROOT), ring)
                .filter(candidate -> candidate.startsWith(word) && !candidate.equals(word))
                .map(candidate -> head + candidate)
                .toList();
    }

    private static Stream<String> candidates(String head, RingState ring) {
        List<String> words = List.of(head.split(" +"));
        if (head.isEmpty()) {
            return VERBS.stream();
        }
        return switch (words.getFirst()) {
            case "add" -> add(words, ring);
            case "kill", "quit", "pause" -> living(ring);
            case "cut", "mend" -> linkOrHost(words, ring);
            case "drop" -> drop(words, ring);
            case "capture" -> capture(words, ring);
            case "resume" -> paused(ring);
            case "restart" -> ring.peers().stream().map(peer -> peer.id().toString());
            case "request" -> request(words, ring);
            case "store" -> store(words, ring);
            case "set" ->
                    words.size() == 1
                            ? Stream.of("loss", "misses", "ping", "window", "segments")
                            : Stream.empty();
            case String other -> Stream.empty();
        };
    }

    private static Stream<String> add(List<String> words, RingState ring) {
        if (words.getLast().equals("on")) {
            return hosts(ring);
        }
        return words.size() == 1 || !ring.hosts().areSeveral() ? Stream.empty() : Stream.of("on");
    }

    private static Stream<String> linkOrHost(List<String> words, RingState ring) {
        if (words.size() == 1) {
            return ring.hosts().areSeveral()
                    ? Stream.concat(Stream.of("host"), living(ring))
                    : living(ring);
        }
        return words.getLast().equals("host") ? hosts(ring) : living(ring);
    }

    private static Stream<String> hosts(RingState ring) {
        return ring.hosts().all().stream().filter(host -> !host.isHere()).map(HostState::name);
    }

    private static Stream<String> capture(List<String> words, RingState ring) {
        return words.size() == 1
                ? Stream.of("on", "off")
                : words.size() == 2 ? Stream.of("at") : living(ring);
    }

    private static Stream<String> drop(List<String> words, RingState ring) {
        return words.size() == 1
                ? Stream.of("segment", "ack")
                : words.size() == 2 ? Stream.of("at") : living(ring);
    }

    private static Stream<String> request(List<String> words, RingState ring) {
        return words.size() == 1
                ? files(ring)
                : words.size() == 2 ? Stream.of("from") : living(ring);
    }

    private static Stream<String> store(List<String> words, RingState ring) {
        String last = words.getLast();
        if (last.equals("at")) {
            return living(ring);
        }
        if (last.equals("as") || words.size() < 2) {
            return Stream.empty();
        }
        return words.contains("as") ? Stream.of("at") : Stream.of("as");
    }

    private static Stream<String> living(RingState ring) {
        return ring.peers().stream()
                .filter(peer -> peer.phase().isAlive())
                .map(peer -> peer.id().toString());
    }

    private static Stream<String> paused(RingState ring) {
        return ring.peers().stream()
                .filter(peer -> peer.process().paused())
                .map(peer -> peer.id().toString());
    }

    private static Stream<String> files(RingState ring) {
        return ring.peers().stream()
                .filter(peer -> peer.phase().isAlive())
                .map(PeerState::files)
                .flatMap(List::stream)
                .map(file -> file.name().number().digits())
                .distinct()
                .sorted();
    }
}
