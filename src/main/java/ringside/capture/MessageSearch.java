package ringside.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.timeline.History;

/**
 * Finds the captured messages that an event speaks of: those with its content (sequence number, id
 * of the lookup or transfer), and of several with the same content the nearest in time. For one
 * thread, as the history is.
 */
public final class MessageSearch {

    /** Messages further away in time are not of this event: pings are missed and lookups end. */
    static final long HORIZON_MICROS = 5_000_000;

    /** Entries looked at before an event, and after it: a fast transfer's in a few seconds. */
    static final int MOST_LOOKED_AT = 20_000;

    private final History history;
    private final int position;
    private final StatusEntry event;

    private MessageSearch(History history, int position) {
        this.history = history;
        this.position = position;
        this.event = history.entryAfter(position);
    }

    /** Returns whether events like this one speak of a message. */
    public static boolean speaksOfOne(StatusEntry entry) {
        return entry.event() instanceof MessageCaptured
                || !WantedMessage.of(entry.peer(), entry.event()).isEmpty();
    }

    /**
     * Finds the messages of the event that led from a position to the next.
     *
     * @param position from {@link History#first()} to {@link History#last()}, exclusive
     */
    public static SearchResult find(History history, int position) {
        return new MessageSearch(history, position).find();
    }

    private SearchResult find() {
        StatusEvent spoken = event.event();
        if (spoken instanceof MessageCaptured captured) {
            return new SearchResult.Found(
                    List.of(found(event, captured, ReadMessage.of(captured))));
        }
        List<WantedMessage> wanted = WantedMessage.of(event.peer(), spoken);
        if (wanted.isEmpty()) {
            return new SearchResult.OfNone();
        }
        List<FoundMessage> all = new ArrayList<>();
        for (WantedMessage each : wanted) {
            nearest(event, each::canBe, each::is)
                    .filter(found -> !all.contains(found))
                    .ifPresent(all::add);
        }
        List.copyOf(all).forEach(found -> replyTo(found).ifPresent(all::add));
        all.sort(Comparator.comparingLong(FoundMessage::atMicros));
        if (!all.isEmpty()) {
            return new SearchResult.Found(all);
        }
        return wasCapturing() ? new SearchResult.LeftOut() : new SearchResult.NotCaptured();
    }

    private boolean wasCapturing() {
        return history.stateAt(position).peer(event.peer()).map(PeerState::capturing).orElse(false);
    }

    /** Finds the reply on the connection of a question. */
    private Optional<FoundMessage> replyTo(FoundMessage question) {
        if (!(question.message().message().orElse(null) instanceof Message.Question<?>)) {
            return Optional.empty();
        }
        MessageCaptured asked = question.captured();
        return nearest(
                new StatusEntry(question.atMicros(), question.peer(), asked),
                captured ->
                        captured.port() == asked.port()
                                && captured.otherPort() == asked.otherPort()
                                && captured.transport() == asked.transport()
                                && captured.passage() != asked.passage(),
                read -> read.message().orElse(null) instanceof Message.Reply);
    }

    private Optional<FoundMessage> nearest(
            StatusEntry to, Predicate<MessageCaptured> canBe, Predicate<ReadMessage> is) {
        @Nullable FoundMessage best = null;
        for (int step : new int[] {-1, 1}) {
            int from = step < 0 ? position - 1 : position + 1;
            for (int i = 0; i < MOST_LOOKED_AT; i++) {
                int at = from + step * i;
                if (at < history.first() || at >= history.last()) {
                    break;
                }
                StatusEntry entry = history.entryAfter(at);
                long away = Math.abs(entry.atMicros() - to.atMicros());
                if (Math.abs(history.atMicros(at + 1) - event.atMicros()) > HORIZON_MICROS) {
                    break;
                }
                if (isOf(to.peer(), entry)
                        && entry.event() instanceof MessageCaptured captured
                        && (best == null || away < Math.abs(best.atMicros() - to.atMicros()))
                        && canBe.test(captured)) {
                    ReadMessage read = ReadMessage.of(captured);
                    if (is.test(read)) {
                        best = found(entry, captured, read);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isOf(PeerId peer, StatusEntry entry) {
        return entry.peer().equals(peer);
    }

    private static FoundMessage found(
            StatusEntry entry, MessageCaptured captured, ReadMessage read) {
        return new FoundMessage(entry.peer(), entry.atMicros(), captured, read);
    }
}
