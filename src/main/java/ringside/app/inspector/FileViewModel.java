package ringside.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.FileFacts;
import ringside.model.FileOrigin;
import ringside.model.LookupState;
import ringside.model.RingState;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * The selected file: what it is, where it lies and why, and who asked for it. JavaFX thread only.
 */
public final class FileViewModel {

    /** Requests listed: the latest of them. */
    private static final int MOST_REQUESTS = 6;

    /** Digits of a digest: enough to tell two files apart. */
    private static final int DIGITS = 16;

    private static final long MICROS_PER_MILLI = 1_000;

    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();

    /**
     * The page of a file, all in words.
     *
     * @param facts size, hash, owner, version and digest, as far as they are known
     * @param holders those that hold it, the owner first
     * @param requests the latest first; one line that says so if there are none
     */
    public record Page(
            FileNumber number,
            String title,
            List<String> facts,
            List<Holder> holders,
            List<String> requests) {

        /** Copies the lists. */
        public Page {
            facts = List.copyOf(facts);
            holders = List.copyOf(holders);
            requests = List.copyOf(requests);
        }
    }

    /**
     * A peer that holds the file.
     *
     * @param role owner, or copy
     * @param origin how it came to it
     * @param reason why it lies there
     */
    public record Holder(PeerId peer, String role, String origin, String reason) {}

    /**
     * Shows a file at a moment.
     *
     * @param selected the file; null for none
     * @param nowMicros the moment, from which ages are counted
     */
    public void update(@Nullable FileNumber selected, RingState ring, long nowMicros) {
        page.set(selected == null ? null : page(selected, ring, nowMicros));
    }

    private static Page page(FileNumber number, RingState ring, long nowMicros) {
        Optional<FileFacts> known = FileFacts.of(number, ring);
        return known.map(facts -> page(number, facts, nowMicros))
                .orElseGet(() ->
                        new Page(
                                number,
                                Texts.text("file.title", number),
                                List.of(Texts.text("file.gone")),
                                List.of(),
                                List.of()));
    }

    private static Page page(FileNumber number, FileFacts file, long nowMicros) {
        List<String> requests =
                file.requests().stream()
                        .limit(MOST_REQUESTS)
                        .map(request -> request(request, nowMicros))
                        .toList();
        return new Page(
                number,
                Texts.text("file.title", file.name()),
                facts(number, file, nowMicros),
                file.holders().stream().map(holder -> holder(holder, nowMicros)).toList(),
                requests.isEmpty() ? List.of(Texts.text("file.requests.none")) : requests);
    }

    private static List<String> facts(FileNumber number, FileFacts file, long nowMicros) {
        List<String> facts = new ArrayList<>();
        facts.add(
                Texts.text(
                        "file.facts",
                        Amounts.bytes(file.bytes()),
                        number,
                        Circle.IDS_OF_PROCESSES,
                        number.hash()));
        file.owner().ifPresent(owner -> facts.add(Texts.text("file.owner", owner)));
        FileFacts.Holder first = file.holders().getFirst();
        Long version = first.file().versionMs();
        if (version != null) {
            String age = Amounts.age(Math.max(0, nowMicros - version * MICROS_PER_MILLI));
            facts.add(Texts.text("file.version", age));
        }
        String digest = first.file().sha256();
        if (digest != null) {
            facts.add(Texts.text("file.digest", digest.substring(0, DIGITS)));
        }
        boolean differ =
                file.holders().stream().map(holder -> holder.file().sha256()).distinct().count()
                        > 1;
        if (differ) {
            facts.add(Texts.text("file.versions"));
        }
        return facts;
    }

    private static Holder holder(FileFacts.Holder holder, long nowMicros) {
        String role =
                holder.isDamaged()
                        ? "file.holder.damaged"
                        : holder.file().owned() ? "file.holder.owner" : "file.holder.copy";
        return new Holder(
                holder.peer(),
                Texts.text(role),
                holder.origin()
                        .map(origin -> origin(holder.peer(), origin, nowMicros))
                        .orElseGet(() -> Texts.text("file.from.unknown")),
                holder.reason().answer());
    }

    private static String origin(PeerId holder, FileOrigin origin, long nowMicros) {
        String age = Amounts.age(nowMicros - origin.atMicros());
        return switch (origin.purpose()) {
            case STORE ->
                    origin.from().equals(holder)
                            ? Texts.text("file.from.user", age)
                            : Texts.text("file.from.store", origin.from(), age);
            case COPY -> Texts.text("file.from.copy", origin.from(), age);
            case HANDOVER -> Texts.text("file.from.handover", origin.from(), age);
            case REQUEST -> Texts.text("file.from.request", origin.from(), age);
        };
    }

    private static String request(LookupState request, long nowMicros) {
        String age = Amounts.age(nowMicros - request.startedAtMicros());
        PeerId owner = request.owner();
        if (!request.failure().isEmpty()) {
            return Texts.text("file.request.failed", request.requester(), age, request.failure());
        }
        return request.endedAtMicros() == 0 || owner == null
                ? Texts.text("file.request.underWay", request.requester(), age)
                : Texts.text(
                        request.held() ? "file.request.found" : "file.request.missing",
                        request.requester(),
                        age,
                        owner);
    }

    /** The page of the selected file; null for none. */
    public ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }
}
