package ringside.app.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.events.EventRow;
import ringside.app.explanation.ExplanationViewModel;
import ringside.app.inspector.MessageViewModel;
import ringside.app.ring.LitEdge;
import ringside.app.ring.LitEdge.Way;
import ringside.app.ring.RingViewModel;
import ringside.app.timeline.TimelineViewModel;
import ringside.capture.MessageSearch;
import ringside.model.Answer;
import ringside.model.EventKind;
import ringside.model.PeerQuestions;
import ringside.model.RequestKey;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.timeline.Deaths;
import ringside.timeline.History;
import ringside.timeline.Moment;

/**
 * Explains the chosen event or question, and highlights the peers concerned. JavaFX thread only.
 */
public final class ExplanationController {

    /** An event that concerns more peers is about the ring, not about one edge. */
    private static final int MOST_WITH_EDGE = 3;

    /** No position, as nothing is explained, or a question that belongs to no moment. */
    private static final int NOTHING = -1;

    /** An answer stays while time passes, but a jump of this much closes it. */
    private static final long JUMP_MICROS = 1_000_000;

    private final History history;
    private final EventRowSource rowSource;
    private final RingViewModel ring;
    private final TimelineViewModel timeline;
    private final Supplier<RingState> shown;
    private final ExplanationViewModel card = new ExplanationViewModel();
    private final MessageViewModel message = new MessageViewModel();
    private final ReadOnlyObjectWrapper<@Nullable EventRow> chosen = new ReadOnlyObjectWrapper<>();
    private int explained = NOTHING;
    private long lastMicros;
    private boolean isLeading;
    private @Nullable PeerId selectedBefore;
    private @Nullable PeerId ledTo;

    ExplanationController(
            History history,
            EventRowSource rowSource,
            RingViewModel ring,
            TimelineViewModel timeline,
            Supplier<RingState> shown) {
        this.history = history;
        this.rowSource = rowSource;
        this.ring = ring;
        this.timeline = timeline;
        this.shown = shown;
        ring.selectedPeerProperty()
                .subscribe(peer -> {
                    if (!Objects.equals(peer, ledTo)) {
                        message.close();
                    }
                });
        ring.selectedFileProperty()
                .subscribe(file -> {
                    if (file != null) {
                        message.close();
                    }
                });
    }

    /** Closes an explanation when the view leaves its moment. */
    void moved(Moment moment) {
        long passed = moment.atMicros() - lastMicros;
        lastMicros = moment.atMicros();
        boolean jumped = passed < 0 || passed > JUMP_MICROS;
        if (explained == NOTHING ? jumped : moment.position() != explained) {
            close();
        }
        if (isLeading && !timeline.pastProperty().get()) {
            restoreSelection();
        }
    }

    /** Restores the selection on return to live, unless the user has selected another peer. */
    private void restoreSelection() {
        isLeading = false;
        if (Objects.equals(ring.selectedPeerProperty().get(), ledTo)) {
            ring.selectedPeerProperty().set(selectedBefore);
        }
    }

    /** Explains an event that the user chose, and goes to its moment and its peer. */
    public void choose(EventRow row) {
        explained = timeline.goTo(row.position());
        if (!isLeading) {
            isLeading = true;
            selectedBefore = ring.selectedPeerProperty().get();
        }
        ledTo = row.explanation().peer();
        ring.selectedPeerProperty().set(ledTo);
        highlight(row.explanation().concerned(), wayOf(row.explanation().kind()));
        rowSource
                .reasonOf(row)
                .ifPresentOrElse(
                        reason -> card.explain(row.explanation(), reason),
                        () -> card.showForgotten(row.explanation()));
        chosen.set(row);
        offerMessage(row);
        offerSpiral();
    }

    /** Offers the way of the chosen event's request; if a way is shown already, shows that one. */
    private void offerSpiral() {
        Optional<RequestKey> request = chosenRequest();
        card.spiralOfferedProperty().set(request.isPresent());
        if (ring.spiral().isShown()) {
            request.ifPresent(
                    key -> ring.spiral().follow(key, shown.get(), timeline.moment().atMicros()));
        }
    }

    /** Returns the request that the chosen event is about; empty if there is none. */
    Optional<RequestKey> chosenRequest() {
        EventRow row = chosen.get();
        if (row == null || row.position() <= history.first()) {
            return Optional.empty();
        }
        int before = row.position() - 1;
        return RequestKey.of(history.entryAfter(before), history.stateAt(before));
    }

    /** Leads to the messages of the chosen event; if they are shown already, shows them at once. */
    private void offerMessage(EventRow row) {
        boolean speaksOfOne =
                row.position() > history.first()
                        && MessageSearch.speaksOfOne(history.entryAfter(row.position() - 1));
        card.messageOfferedProperty().set(speaksOfOne);
        if (message.pageProperty().get() != null) {
            showMessage();
        }
    }

    /**
     * Shows the messages of the chosen event in place of the peer, or the peer again.
     *
     * @return false if no event is chosen
     */
    public boolean toggleMessage() {
        if (message.pageProperty().get() != null) {
            message.close();
            return true;
        }
        return showMessage();
    }

    private boolean showMessage() {
        EventRow row = chosen.get();
        if (row == null || row.position() <= history.first()) {
            message.close();
            return false;
        }
        int before = row.position() - 1;
        message.show(
                row.explanation(), MessageSearch.find(history, before), history.stateAt(before));
        return true;
    }

    /** Explains the event before a position, and goes to its moment and its peer. */
    public void explain(int position) {
        rowSource.rows(position - 1, position).stream().findFirst().ifPresent(this::choose);
    }

    /** Returns the questions about a peer that can be answered at the moment shown. */
    public List<Answer> about(PeerId id) {
        return Stream.concat(
                        Deaths.about(id, history, timeline.moment().position()).stream(),
                        PeerQuestions.about(id, shown.get()).stream())
                .toList();
    }

    /** Shows the answer to a question. */
    public void answer(Answer answer) {
        explained = NOTHING;
        chosen.set(null);
        message.close();
        highlight(answer.concerned(), Way.RING);
        card.answer(answer);
        card.messageOfferedProperty().set(false);
        card.spiralOfferedProperty().set(false);
    }

    public void close() {
        explained = NOTHING;
        chosen.set(null);
        card.close();
        card.messageOfferedProperty().set(false);
        card.spiralOfferedProperty().set(false);
        message.close();
        highlight(List.of(), Way.RING);
    }

    /**
     * Highlights peers; of two or three, the event is between the first and the second, so the way
     * between them is included.
     */
    private void highlight(List<PeerId> concerned, Way way) {
        ring.concernedProperty().set(Set.copyOf(concerned));
        boolean pair = concerned.size() >= 2 && concerned.size() <= MOST_WITH_EDGE;
        ring.litEdgeProperty()
                .set(pair ? new LitEdge(concerned.get(0), concerned.get(1), way) : null);
    }

    private static Way wayOf(EventKind kind) {
        return switch (kind) {
            case TRANSFERS -> Way.TRANSFER;
            case MEMBERSHIP, PINGS, NEIGHBOURS, REQUESTS, OUTPUT, WIRE -> Way.RING;
        };
    }

    /** The event that is explained; null while there is none. */
    ReadOnlyObjectProperty<@Nullable EventRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ExplanationViewModel card() {
        return card;
    }

    /** The messages of the chosen event. */
    public MessageViewModel message() {
        return message;
    }
}
