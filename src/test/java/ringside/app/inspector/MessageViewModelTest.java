package ringside.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.app.inspector.MessageViewModel.Page;
import ringside.app.inspector.MessageViewModel.Part;
import ringside.capture.FoundMessage;
import ringside.capture.MessageField;
import ringside.capture.ReadMessage;
import ringside.capture.SearchResult;
import ringside.model.EventKind;
import ringside.model.Explanation;
import ringside.model.RingState;
import ringside.model.Severity;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;

/** WINDOW 6.7: the words about the messages of an event. */
class MessageViewModelTest {

    private static final PeerId SELF = new PeerId(43);
    private static final long SECOND = 1_000_000;
    private static final Explanation EVENT =
            new Explanation(
                    SECOND, SELF, EventKind.PINGS, Severity.PLAIN, "A ping.", List.of(SELF));

    private final MessageViewModel model = new MessageViewModel();
    private RingState ring = RingState.EMPTY;

    @BeforeEach
    void aPeerWhosePortIsKnown() {
        ring =
                ring.after(
                        new StatusEntry(
                                SECOND,
                                SELF,
                                new LifeEvent.Hello(1, 7, 50_043, PeerSettings.DEFAULTS)));
    }

    private Page page(SearchResult result) {
        model.show(EVENT, result, ring);
        return Objects.requireNonNull(model.pageProperty().get());
    }

    private Part part(Passage passage, int otherPort, int length, byte[] bytes) {
        MessageCaptured captured =
                MessageCaptured.of(passage, Transport.UDP, 50_043, otherPort, length, bytes);
        FoundMessage found = new FoundMessage(SELF, 3 * SECOND, captured, ReadMessage.of(captured));
        return page(new SearchResult.Found(List.of(found))).parts().getFirst();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPingIsToldFieldByField() {
        byte[] json = text("{\"type\":\"ping\",\"role\":\"first\",\"sequence\":131}");
        Part part = part(Passage.SENT, 50_077, json.length, json);
        assertThat(part.title()).isEqualTo("ping, from 43 to 77");
        assertThat(part.facts())
                .containsExactly(
                        "00:02.000 \u00b7 45 bytes over UDP \u00b7 port 50043, other end 50077",
                        "Protocol: Pings (UDP)");
        assertThat(part.fields())
                .extracting(MessageField::name)
                .containsExactly("type", "role", "sequence");
        assertThat(part.problem()).isEmpty();
        assertThat(part.dump().lines().findFirst())
                .contains("0000  7b 22 74 79 70 65 22 3a  {\"type\":");
    }

    @Test
    void nonsenseIsShownWithItsBytesAndTheReason() {
        Part part = part(Passage.RECEIVED, 3_000, 3, new byte[] {(byte) 0x80, 4, (byte) 0x95});
        assertThat(part.title()).isEqualTo("no message, at 43 from port 3000");
        assertThat(part.problem()).isEqualTo("Its bytes are no message: shorter than its header.");
        assertThat(part.dump()).contains("80 04 95").endsWith("...");
    }

    @Test
    void whatWasDroppedAndWhatTheCaptureCutIsToldSo() {
        byte[] segment = new byte[64];
        System.arraycopy(new byte[] {1, 1, 1, (byte) 0x90}, 0, segment, 0, 4);
        segment[15] = 1;
        Part part = part(Passage.DROPPED, 50_077, 416, segment);
        assertThat(part.title())
                .isEqualTo("segment for 77, dropped on purpose by 43 and never sent");
        assertThat(part.problem()).isEqualTo("The capture kept the first 64 of 416 bytes.");
        assertThat(part.dump()).endsWith("... and 352 bytes more");
    }

    @Test
    void whyThereIsNoneIsToldInAllThreeCases() {
        assertThat(page(new SearchResult.NotCaptured()).missing()).contains("capture on");
        assertThat(page(new SearchResult.LeftOut()).missing()).contains("but not this one");
        assertThat(page(new SearchResult.OfNone()).missing()).contains("speaks of no message");
        model.close();
        assertThat(model.pageProperty().get()).isNull();
    }
}
