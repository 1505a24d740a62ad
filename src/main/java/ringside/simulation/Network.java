package ringside.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import ringside.peer.Datagram;
import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.peer.SegmentTrain;
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

    /** Segments of a train that arrive together, on average. */
    private static final int TOGETHER = 8;

    private final Simulation simulation;
    private final Random random;
    private final Map<Long, Exchange> exchanges = new HashMap<>();
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
        return !island.isEmpty() && island.contains(one) != island.contains(other);
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

    /** Sends the segments of a train, of which some arrive together and some by themselves. */
    void send(PeerId from, Effect.SendTrain send) {
        SegmentTrain train = send.train();
        int begin = 0;
        for (int i = 0; i < train.count(); i++) {
            messages++;
            watch.segmentSent(from, train.segment(i));
            boolean isLost = random.nextDouble() < links.loss();
            if (isLost || bursts.nextInt(TOGETHER) == 0) {
                deliver(from, send.to(), train, begin, i);
                begin = isLost ? i + 1 : i;
            }
            if (!isLost && random.nextDouble() < links.duplication()) {
                deliver(from, new Effect.Send(send.to(), train.segment(i)));
            }
        }
        deliver(from, send.to(), train, begin, train.count());
    }

    private void deliver(PeerId from, PeerId to, SegmentTrain train, int begin, int end) {
        if (end - begin == 1) {
            deliver(from, new Effect.Send(to, train.segment(begin)));
        } else if (end > begin) {
            SegmentTrain piece = train.part(begin, end);
            simulation.later(
                    delay(),
                    () -> {
                        SimulatedPeer peer = simulation.get(to);
                        if (peer != null && !isCut(from, to)) {
                            peer.feed(new Input.TrainReceived(from, piece));
                            takeMore(peer);
                        }
                    });
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
                        SimulatedPeer peer = simulation.get(send.to());
                        if (peer != null) {
                            take(peer, from, send.message());
                        }
                    }
                });
    }

    private void take(SimulatedPeer peer, PeerId from, Datagram message) {
        peer.feed(new Input.DatagramReceived(from, message));
        if (message instanceof Datagram.Segment) {
            takeMore(peer);
        }
    }

    /** Behind a segment, at random, more are already waiting. */
    private void takeMore(SimulatedPeer peer) {
        if (bursts.nextInt(4) == 0) {
            simulation.later(BURST_MICROS, () -> peer.feed(new Input.DatagramsTaken()));
        } else {
            peer.feed(new Input.DatagramsTaken());
        }
    }

    // -- questions

    void ask(SimulatedPeer asker, Effect.Ask ask) {
        messages++;
        Exchange exchange = new Exchange(++ids, asker, ask, simulation.nowMicros());
        exchanges.put(exchange.id, exchange);
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
            case SILENT -> giveUpInTime(exchange);
        }
    }

    /** Only a question that waits is put into the queue: nearly all are answered at once. */
    private void giveUpInTime(Exchange exchange) {
        long leftMicros = exchange.askedAt + ASK_MICROS - simulation.nowMicros();
        simulation.later(Math.max(0, leftMicros), () -> unanswered(exchange));
    }

    private void arrive(Exchange exchange) {
        if (exchange.isOver) {
            return;
        }
        PeerId to = exchange.ask.to();
        Message.Question<?> question = exchange.ask.question();
        if (isCut(exchange.asker.id(), to) || isMuted(question)) {
            giveUpInTime(exchange);
            return;
        }
        SimulatedPeer target = simulation.get(to);
        if (target == null || !target.isAlive()) {
            unanswered(exchange);
            return;
        }
        watch.questionDelivered(to, question);
        target.feed(new Input.Asked(exchange.id, question));
        if (!exchange.isAnswered) {
            giveUpInTime(exchange);
        }
    }

    private boolean isMuted(Message.Question<?> question) {
        return !muted.isEmpty() && question.getClass().getSimpleName().equals(muted);
    }

    private void unanswered(Exchange exchange) {
        if (!exchange.isOver) {
            end(exchange);
            watch.questionUnanswered(exchange.ask.to(), exchange.ask.question());
            exchange.asker.feed(new Input.Unanswered(exchange.ask.purpose()));
        }
    }

    void answer(Effect.Answer answer) {
        Exchange exchange = exchanges.get(answer.exchange());
        if (exchange != null) {
            exchange.isAnswered = true;
            if (exchange.ask.question() instanceof Message.Offer offer) {
                watch.offerAnswered(exchange.ask.to(), offer, answer.reply());
            }
        }
        long delay = delay();
        if (exchange != null) {
            simulation.later(delay, () -> answered(exchange, answer.reply()));
        }
    }

    private void answered(Exchange exchange, Message.Reply reply) {
        if (exchange.isOver) {
            return;
        }
        if (isCut(exchange.asker.id(), exchange.ask.to())) {
            giveUpInTime(exchange);
            return;
        }
        end(exchange);
        exchange.asker.feed(new Input.Answered(exchange.ask.purpose(), reply));
    }

    private void end(Exchange exchange) {
        exchange.isOver = true;
        exchanges.remove(exchange.id);
    }

    private static final class Exchange {
        final long id;
        final SimulatedPeer asker;
        final Effect.Ask ask;
        final long askedAt;
        boolean isAnswered;
        boolean isOver;

        Exchange(long id, SimulatedPeer asker, Effect.Ask ask, long askedAt) {
            this.id = id;
            this.asker = asker;
            this.ask = ask;
            this.askedAt = askedAt;
        }
    }

    private long delay() {
        long span = links.mostDelayMicros() - links.leastDelayMicros();
        return links.leastDelayMicros() + (long) (random.nextDouble() * span);
    }
}
