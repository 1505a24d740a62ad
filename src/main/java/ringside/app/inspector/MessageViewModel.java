package ringside.app.inspector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.capture.FoundMessage;
import ringside.capture.MessageField;
import ringside.capture.ReadMessage;
import ringside.capture.SearchResult;
import ringside.model.Explanation;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;

/** The messages of the chosen event, field by field. JavaFX thread only. */
public final class MessageViewModel {

    /** Bytes in a row of the dump: as many as fit beside the ring. */
    private static final int ROW_BYTES = 8;

    /** Bytes dumped of a message; nearly all are shorter. */
    private static final int MOST_DUMPED = 256;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();

    /**
     * The messages of one event.
     *
     * @param missing why there are none, in one or two sentences; empty if there are some
     */
    public record Page(String missing, List<Part> parts) {
        public Page {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One message.
     *
     * @param title its name and its way
     * @param facts when, how long, between which ports, and where the protocol describes it
     * @param problem why its bytes are no message, or that the capture cut them; may be empty
     * @param dump its bytes, a line for every few of them
     */
    public record Part(
            String title,
            List<String> facts,
            String problem,
            List<MessageField> fields,
            String dump) {
        public Part {
            facts = List.copyOf(facts);
            fields = List.copyOf(fields);
        }
    }

    /** Shows what was found of an event, in a ring as it was then. */
    public void show(Explanation event, SearchResult result, RingState ring) {
        page.set(
                switch (result) {
                    case SearchResult.Found(List<FoundMessage> messages) ->
                            new Page("", messages.stream().map(each -> part(each, ring)).toList());
                    case SearchResult.NotCaptured _ -> missing(event, "message.notCaptured");
                    case SearchResult.LeftOut _ -> missing(event, "message.leftOut");
                    case SearchResult.OfNone _ -> missing(event, "message.none");
                });
    }

    private static Page missing(Explanation event, String key) {
        return new Page(Texts.text(key, event.peer()), List.of());
    }

    public void close() {
        page.set(null);
    }

    private static Part part(FoundMessage found, RingState ring) {
        MessageCaptured captured = found.captured();
        ReadMessage read = found.message();
        List<String> facts = new ArrayList<>();
        facts.add(
                Texts.text(
                        "message.facts",
                        ClockTime.millis(found.atMicros() - ring.startedAtMicros()),
                        captured.length(),
                        captured.transport(),
                        captured.port(),
                        captured.otherPort()));
        if (!read.section().isEmpty()) {
            facts.add(Texts.text("message.section", read.section()));
        }
        return new Part(title(found, ring), facts, problem(found), read.fields(), dump(captured));
    }

    private static String title(FoundMessage found, RingState ring) {
        MessageCaptured captured = found.captured();
        String type =
                found.message().type().isEmpty()
                        ? Texts.text("message.malformed")
                        : found.message().type();
        String other =
                other(found, ring)
                        .map((PeerId id) -> Texts.text("message.peer", id))
                        .orElseGet(() -> Texts.text("message.port", captured.otherPort()));
        return Texts.text("message.title." + captured.passage(), type, other, found.peer());
    }

    /** Returns the peer at the other end: by its port, or as it calls itself in its question. */
    private static Optional<PeerId> other(FoundMessage found, RingState ring) {
        if (found.captured().passage() == Passage.RECEIVED
                && found.message().message().orElse(null) instanceof Message.Question<?> question) {
            return Optional.of(question.from());
        }
        return ring.peer(found.peer())
                .flatMap((PeerState peer) -> peer.peerAtPort(found.captured().otherPort()));
    }

    private static String problem(FoundMessage found) {
        int kept = found.captured().bytes().length;
        return found.message()
                .problem()
                .map(why -> Texts.text("message.problem", why))
                .orElseGet(() ->
                        kept < found.captured().length()
                                ? Texts.text("message.cut", kept, found.captured().length())
                                : "");
    }

    /** Returns the bytes with their places, in hexadecimal digits and as text. */
    private static String dump(MessageCaptured captured) {
        byte[] bytes = captured.bytes();
        int end = Math.min(MOST_DUMPED, bytes.length);
        StringBuilder dump = new StringBuilder();
        for (int from = 0; from < end; from += ROW_BYTES) {
            byte[] row = Arrays.copyOfRange(bytes, from, Math.min(from + ROW_BYTES, end));
            String digits = HEX.formatHex(row);
            dump.append("%04x  %-23s  %s%n".formatted(from, digits, printable(row)));
        }
        if (end < captured.length()) {
            dump.append(Texts.text("message.more", captured.length() - end));
        }
        return dump.toString().stripTrailing();
    }

    private static String printable(byte[] row) {
        return new String(row, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    }

    /** The messages of the chosen event; null while nobody looks at them. */
    public ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }
}
