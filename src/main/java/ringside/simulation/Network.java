package ringside.simulation;

import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.ring.PeerId;

/**
 * Carries messages between simulated peers: datagrams with delay, loss and duplication, and
 * questions over TCP, which can be refused, reset or left unanswered. Can be partitioned. For the
 * thread of its {@link Simulation}.
 */
public final class Network {

    /** Time limit of an unanswered question, as in the real process. */
    private static final long ASK_MICROS = 1_000_000;

    /** Longest time that a peer is busy with datagrams already waiting. */
    private static final long BURST_MICROS = 200;

    private record Exchange(SimulatedPeer asker, Effect.Ask ask) {}

    private final Simulation simulation;
    private final Random random;
    private final TreeMap<Long, Exchange> exchanges = new TreeMap<>();
    private Links links = Links.LOOPBACK;
    private TcpFault tcpFault = TcpFault.NONE;
    private double tcpFaultShare;
    private Set<PeerId> island = Set.of();
    private long ids;
    private String muted = "";
    private final Random bursts;
    private final SimulationWatch watch;
    private long messages;

    Network(Simulation simulation, long seed, SimulationWatch watch) {
        this.simulation = simulation;
        this.random = new Random(seed);
        this.bursts = new Random(~seed);
        this.watch = watch;
    }

    // -- faults

    /** Changes delay, loss and duplication of datagrams from now on. */
    public void setLinks(Links changed) {
        links = changed;
    }

    /**
     * Makes questions fail from now on.
     *
     * @param share of the questions that are affected, 0 to 1
     */
    public void setTcpFault(TcpFault changed, double share) {
        tcpFault = changed;
        tcpFaultShare = share;
    }

    /** Cuts these peers off from all others: nothing passes, and no peer is notified. */
    public void cutOff(Set<PeerId> cut) {
        island = Set.copyOf(cut);
    }

    /** Drops all questions of this kind from now on. */
    void mute(String question) {
        muted = question;
    }

    /** Removes all faults. */
    public void heal() {
        links = Links.LOOPBACK;
        tcpFault = TcpFault.NONE;
        island = Set.of();
        muted = "";
    }

    /** Returns the number of datagrams sent and questions asked so far. */
    public long messages() {
        return messages;
    }

    private boolean isCut(PeerId one, PeerId other) {
        return island.contains(one) != island.contains(other);
    }

    // -- datagrams

    void send(PeerId from, Effect.Send send) {
        messages++;
        if (send.message() instanceof Datagram.Segment segment) {
            watch.segmentSent(from, segment);
        }
        if (random.nextDouble() < links.loss()) {
            return;
        }
        deliver(from, send);
        if (random.nextDouble() < links.duplication()) {
            deliver(from, send);
        }
    }

    private void deliver(PeerId from, Effect.Send send) {
        simulation.later(
                delay(),
                () -> {
                    if (!isCut(from, send.to())) {
                        if (send.message() instanceof Datagram.Receipt receipt) {
                            watch.receiptDelivered(send.to(), receipt);
                        }
                        simulation
                                .find(send.to())
                                .ifPresent(peer -> take(peer, from, send.message()));
                    }
                });
    }

    /** Delivers a datagram; at random, more are already waiting behind it. */
    private void take(SimulatedPeer peer, PeerId from, Datagram message) {
        peer.feed(new Input.DatagramReceived(from, message));
        if (message instanceof Datagram.Segment && bursts.nextInt(4) == 0) {
            simulation.later(BURST_MICROS, () -> peer.feed(new Input.DatagramsTaken()));
        } else {
            peer.feed(new Input.DatagramsTaken());
        }
    }

    // -- questions

    void ask(SimulatedPeer asker, Effect.Ask ask) {
        messages++;
        long exchange = ++ids;
        exchanges.put(exchange, new Exchange(asker, ask));
        simulation.later(ASK_MICROS, () -> unanswered(exchange));
        boolean isFaulty = random.nextDouble() < tcpFaultShare;
        TcpFault happens = isFaulty ? tcpFault : TcpFault.NONE;
        switch (happens) {
            case NONE -> simulation.later(delay(), () -> arrive(exchange));
            case REFUSED -> simulation.later(delay(), () -> unanswered(exchange));
            case RESET -> {
                long delay = delay();
                simulation.later(delay, () -> arrive(exchange));
                simulation.later(delay, () -> unanswered(exchange));
            }
            case SILENT -> {}
        }
    }

    private void arrive(long exchange) {
        Exchange open = exchanges.get(exchange);
        if (open == null
                || isCut(open.asker().id(), open.ask().to())
                || open.ask().question().getClass().getSimpleName().equals(muted)) {
            return;
        }
        simulation
                .find(open.ask().to())
                .filter(SimulatedPeer::isAlive)
                .ifPresentOrElse(
                        target -> {
                            watch.questionDelivered(target.id(), open.ask().question());
                            target.feed(new Input.Asked(exchange, open.ask().question()));
                        },
                        () -> unanswered(exchange));
    }

    private void unanswered(long exchange) {
        Exchange open = exchanges.remove(exchange);
        if (open != null) {
            watch.questionUnanswered(open.ask().to(), open.ask().question());
            open.asker().feed(new Input.Unanswered(open.ask().purpose()));
        }
    }

    void answer(Effect.Answer answer) {
        Exchange asked = exchanges.get(answer.exchange());
        if (asked != null && asked.ask().question() instanceof Message.Offer offer) {
            watch.offerAnswered(asked.ask().to(), offer, answer.reply());
        }
        simulation.later(
                delay(),
                () -> {
                    Exchange open = exchanges.get(answer.exchange());
                    if (open != null && !isCut(open.asker().id(), open.ask().to())) {
                        exchanges.remove(answer.exchange());
                        open.asker().feed(new Input.Answered(open.ask().purpose(), answer.reply()));
                    }
                });
    }

    private long delay() {
        long span = links.mostDelayMicros() - links.leastDelayMicros();
        return links.leastDelayMicros() + (long) (random.nextDouble() * span);
    }
}
