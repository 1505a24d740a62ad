package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** A test bench for one peer: feeds it inputs and records its effects. The test sets the time. */
final class Bench {

    static final PeerSettings WITHOUT_LOSS = PeerSettings.DEFAULTS.withLoss(0);

    /** Size of the receive buffer for unread datagrams. */
    static final int BUFFER_BYTES = 200_000;

    /** The time of day at the start of every bench. */
    static final long EPOCH_MS = 1_700_000_000_000L;

    /** The answer to an accepted offer while nothing else is arriving. */
    static final Message.Welcome WELCOME = new Message.Welcome(0, BUFFER_BYTES / 2);

    /** The digest of every file on the bench. */
    static final String DIGEST = "0".repeat(64);

    private final Peer peer;
    private final PeerSettings settings;
    private final Outbox outbox = new Outbox();
    private final List<Effect> effects = new ArrayList<>();
    private final TreeMap<PeerId, Timer.PingDue> dues = new TreeMap<>();
    private long nowMicros;

    private Bench(Peer peer, PeerSettings settings) {
        this.peer = peer;
        this.settings = settings;
    }

    /** Peer 5 of the ring 1 5 8 12, right after its start. */
    static Bench peerFive() {
        return peerFive(WITHOUT_LOSS);
    }

    static Bench peerFive(PeerSettings settings) {
        return started(5, settings, new Origin.Neighbours(List.of(id(8), id(12))));
    }

    static Bench started(int self, PeerSettings settings, Origin origin, StoredFile... held) {
        Bench bench = new Bench(new Peer(id(self), settings, origin, 1), settings);
        return bench.give(new Input.Started(List.of(held), BUFFER_BYTES, EPOCH_MS));
    }

    /**
     * Peer 5, which holds these and knows its whole ring: 12 and 1 precede it, 8, 12 and 1 follow.
     */
    static Bench inItsRing(StoredFile... held) {
        Bench bench =
                started(5, WITHOUT_LOSS, new Origin.Neighbours(ids(8, 12)), held)
                        .ping(12, SuccessorRole.SECOND)
                        .ping(1, SuccessorRole.FIRST)
                        .datagram(8, new Datagram.PingReply(0, id(5), ids(12, 1, 5)));
        bench.effects.clear();
        return bench;
    }

    static PeerId id(int value) {
        return new PeerId(value);
    }

    static List<PeerId> ids(int... values) {
        return IntStream.of(values).mapToObj(PeerId::new).toList();
    }

    static StoredFile file(String name, long bytes, long versionMs) {
        return new StoredFile(FileName.parse(name), bytes, DIGEST, versionMs);
    }

    /** An offer of a file in segments of 400 bytes. */
    static Message.Offer offer(
            int from,
            long transferId,
            TransferPurpose purpose,
            long lookupId,
            StoredFile file,
            int window) {
        return new Message.Offer(
                id(from),
                transferId,
                purpose,
                lookupId,
                file.name(),
                file.bytes(),
                file.sha256(),
                file.versionMs(),
                400,
                window);
    }

    static Effect.Ask inventory(int to, long comparison, StoredFile... files) {
        return new Effect.Ask(
                id(to),
                new Message.Inventory(id(5), List.of(files), true),
                new QuestionPurpose.InventoryShown(comparison));
    }

    static Effect.PrintNews news(String line) {
        return new Effect.PrintNews(line);
    }

    /** Discards the effects so far, feeds an input, and collects its effects. */
    Bench give(Input input) {
        effects.clear();
        return alsoGive(input);
    }

    /** Feeds an input, and adds its effects to those already collected. */
    Bench alsoGive(Input input) {
        peer.step(nowMicros, input, outbox);
        outbox.drain(this::collect);
        timers(Timer.PingDue.class).forEach(due -> dues.put(due.target(), due));
        return this;
    }

    /** Feeds an input, and returns its effects with their trains as they are. */
    List<Effect> whole(Input input) {
        List<Effect> all = new ArrayList<>();
        peer.step(nowMicros, input, outbox);
        outbox.drain(all::add);
        return all;
    }

    /** Takes trains apart: what a peer does to each segment does not depend on its company. */
    private void collect(Effect effect) {
        switch (effect) {
            case Effect.SendTrain(PeerId to, SegmentTrain train) ->
                    train.segments().forEach(segment -> effects.add(new Effect.Send(to, segment)));
            case Effect.LogTrain rows -> effects.addAll(rows.lines());
            case Effect other -> effects.add(other);
        }
    }

    Bench atMs(long millis) {
        nowMicros = millis * 1_000;
        return this;
    }

    Bench datagram(int from, Datagram message) {
        return give(new Input.DatagramReceived(id(from), message));
    }

    Bench asked(Message.Question<?> question) {
        return give(new Input.Asked(1, question));
    }

    Bench ping(int from, SuccessorRole role) {
        return datagram(from, new Datagram.Ping(role, 0));
    }

    Bench answered(QuestionPurpose<?> purpose, Message.Reply reply) {
        return give(new Input.Answered(purpose, reply));
    }

    Bench unanswered(QuestionPurpose<?> purpose) {
        return give(new Input.Unanswered(purpose));
    }

    Bench fire(Timer timer) {
        return give(new Input.TimerFired(timer));
    }

    Bench command(PeerCommand command) {
        return give(new Input.Commanded(command));
    }

    /** Lets a successor that was heard from before miss one ping. */
    Bench letMiss(int target) {
        Timer.PingDue due = Objects.requireNonNull(dues.get(id(target)), "nobody pings " + target);
        fire(due);
        long sequence =
                timers(Timer.PingOverdue.class)
                        .filter(overdue -> overdue.target().equals(id(target)))
                        .findFirst()
                        .orElseThrow()
                        .sequence();
        return fire(new Timer.PingOverdue(id(target), due.token(), sequence));
    }

    /** Lets a successor that was heard from before miss as many pings as declare it dead. */
    Bench letDie(int target) {
        for (int missed = 1; missed <= settings.misses(); missed++) {
            letMiss(target);
        }
        return this;
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** Returns the only effect of this kind. */
    <E extends Effect> E effect(Class<E> kind) {
        List<E> all = effects(kind);
        if (all.size() != 1) {
            throw new AssertionError("not one " + kind.getSimpleName() + " in " + effects);
        }
        return all.getFirst();
    }

    /** Returns the purposes of this kind among all questions asked. */
    <P extends QuestionPurpose<?>> List<P> purposes(Class<P> kind) {
        return effects(Effect.Ask.class).stream()
                .map(Effect.Ask::purpose)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    List<NeighboursChanged> changes() {
        return reports(NeighboursChanged.class);
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
