package ringside.model;

import static ringside.model.ExplanationTexts.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Transport;

/** Sentences about captured messages. */
final class WireSentences {

    /** Characters shown of a message that is text: most messages are shorter. */
    private static final int MOST_TEXT = 160;

    /** Bytes shown of a message that is no text: the header of a segment. */
    private static final int MOST_HEX = 16;

    /** Length of a TCP frame's own length in bytes. */
    private static final int FRAME_LENGTH_BYTES = 4;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private WireSentences() {}

    static Explanation of(StatusEntry entry, WireEvent event, RingState before) {
        PeerId peer = entry.peer();
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.WIRE);
        return switch (event) {
            case WireEvent.CaptureSwitched e ->
                    says.plain(format(e.on() ? "captureSwitched.on" : "captureSwitched.off", peer));
            case WireEvent.MessagesUncaptured e ->
                    says.plain(
                            format(
                                    e.count() == 1
                                            ? "messagesUncaptured.one"
                                            : "messagesUncaptured",
                                    peer,
                                    e.count()));
            case MessageCaptured e -> captured(says, peer, e, before);
        };
    }

    private static Explanation captured(
            ExplanationBuilder says, PeerId peer, MessageCaptured event, RingState before) {
        Optional<PeerId> other = before.peer(peer).flatMap(it -> it.peerAtPort(event.otherPort()));
        String text =
                format(
                        "messageCaptured." + event.passage(),
                        peer,
                        event.length(),
                        other.map(id -> format("messageCaptured.peer", id))
                                .orElseGet(() -> format("messageCaptured.port", event.otherPort())),
                        event.transport(),
                        shown(event));
        return says.plain(text, other.stream().toArray(PeerId[]::new));
    }

    /** Returns the JSON of a message, or the first bytes of another one. */
    private static String shown(MessageCaptured event) {
        byte[] bytes = event.bytes();
        int from = event.transport() == Transport.TCP ? FRAME_LENGTH_BYTES : 0;
        if (bytes.length > from && bytes[from] == '{') {
            String json =
                    StandardCharsets.UTF_8
                            .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                            .toString();
            return json.length() <= MOST_TEXT
                    ? json
                    : format("messageCaptured.more", json.substring(0, MOST_TEXT));
        }
        String hex = HEX.formatHex(Arrays.copyOf(bytes, Math.min(MOST_HEX, bytes.length)));
        return event.length() <= MOST_HEX ? hex : format("messageCaptured.more", hex);
    }
}
