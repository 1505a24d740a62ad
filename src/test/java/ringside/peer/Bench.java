package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;
import ringside.status.StatusEvent;

/** One peer on a test bench: give it an input, look at its effects. Time is what the test says. */
final class Bench {

    private final Peer peer;
    private final Outbox outbox = new Outbox();
    private final List<Effect> effects = new ArrayList<>();
    private long nowMicros;

    private Bench(Peer peer) {
        this.peer = peer;
    }

    /** Peer 5 of the ring 1 5 8 12, right after its start. */
    static Bench peerFive() {
        return peerFive(PeerSettings.DEFAULTS.withLoss(0));
    }

    static Bench peerFive(PeerSettings settings) {
        return started(5, settings, new Origin.Neighbours(List.of(id(8), id(12))));
    }

    static Bench started(int self, PeerSettings settings, Origin origin, StoredFile... held) {
        Bench bench = new Bench(new Peer(id(self), settings, origin, 1));
        return bench.give(new Input.Started(List.of(held)));
    }

    static PeerId id(int value) {
        return new PeerId(value);
    }

    /** Forgets the effects so far, gives an input, and collects what follows from it. */
    Bench give(Input input) {
        effects.clear();
        return alsoGive(input);
    }

    /** Gives an input, and collects what follows from it with what is there already. */
    Bench alsoGive(Input input) {
        peer.step(nowMicros, input, outbox);
        outbox.drain(effects::add);
        return this;
    }

    Bench at(long millis) {
        nowMicros = millis * 1_000;
        return this;
    }

    Bench datagram(int from, Message.Datagram message) {
        return give(new Input.DatagramReceived(id(from), message));
    }

    Bench asked(Message.Question question) {
        return give(new Input.Asked(1, question));
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends StatusEvent> List<T> reports(Class<T> kind) {
        return effects(Effect.Report.class).stream()
                .map(Effect.Report::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <T extends Timer> T timer(Class<T> kind) {
        return Objects.requireNonNull(timers(kind).findFirst().orElse(null), kind + " is not set");
    }

    <T extends Timer> Stream<T> timers(Class<T> kind) {
        return effects(Effect.CallLater.class).stream()
                .map(Effect.CallLater::timer)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    List<String> lines() {
        return effects(Effect.Print.class).stream().map(Effect.Print::line).toList();
    }

    Message.@Nullable Reply reply() {
        return effects(Effect.Answer.class).stream()
                .map(Effect.Answer::reply)
                .findFirst()
                .orElse(null);
    }
}
