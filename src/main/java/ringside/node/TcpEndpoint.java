package ringside.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.peer.QuestionPurpose;
import ringside.ring.PeerId;
import ringside.wire.MessageSeal;

/**
 * The TCP listener of a peer, and its questions to other peers. Each connection carries one
 * question and one reply, and has a deadline. Confined to the loop's thread; never blocks.
 */
final class TcpEndpoint implements AutoCloseable {

    /**
     * Time limit of one question, in microseconds. A killed peer on this machine refuses at once;
     * only a paused one is silent, and a healing ring should not wait longer for it.
     */
    private static final long ASK_MICROS = 1_000_000;

    /** Time limit for serving an incoming connection: the asker's own time limit, with a margin. */
    private static final long SERVE_MICROS = 2_000_000;

    /**
     * Maximum number of simultaneous incoming connections. One more evicts the oldest (SPEC 10.1).
     */
    private static final int MOST_SERVED = 128;

    /** Pause in accepting after the system refused to provide a connection. */
    private static final long ACCEPT_PAUSE_MICROS = 100_000;

    /** Maximum number of simultaneous outgoing questions; further ones count as unanswered. */
    private static final int MOST_ASKED = 512;

    private final ServerSocketChannel listener;
    private final SelectionKey acceptance;
    private final Selector selector;
    private final Addresses addresses;
    private final MessageSeal seal;
    private final Counters counters;
    private final PeerClock clock;
    private final MessageCapture capture;
    private final Consumer<Input> inputs;
    private final LinkedHashMap<Long, IncomingExchange> served = new LinkedHashMap<>();
    private final LinkedHashMap<Long, OutgoingExchange> outgoing = new LinkedHashMap<>();
    private long exchanges;
    private long acceptsFromMicros;

    private TcpEndpoint(
            ServerSocketChannel listener,
            SelectionKey acceptance,
            Selector selector,
            Addresses addresses,
            MessageSeal seal,
            Counters counters,
            PeerClock clock,
            MessageCapture capture,
            Consumer<Input> inputs) {
        this.listener = listener;
        this.acceptance = acceptance;
        this.selector = selector;
        this.addresses = addresses;
        this.seal = seal;
        this.counters = counters;
        this.clock = clock;
        this.capture = capture;
        this.inputs = inputs;
    }

    /** Starts to listen; questions, answers and failures go to {@code inputs}. */
    static TcpEndpoint open(
            ServerSocketChannel listener,
            Selector selector,
            Addresses addresses,
            MessageSeal seal,
            Counters counters,
            PeerClock clock,
            MessageCapture capture,
            Consumer<Input> inputs)
            throws IOException {
        SelectionKey acceptance = listener.register(selector, SelectionKey.OP_ACCEPT);
        return new TcpEndpoint(
                listener, acceptance, selector, addresses, seal, counters, clock, capture, inputs);
    }

    // -- own questions

    void ask(PeerId to, Message.Question<?> question, QuestionPurpose<?> purpose) {
        if (outgoing.size() >= MOST_ASKED) {
            inputs.accept(new Input.Unanswered(purpose));
            return;
        }
        long exchange = ++exchanges;
        try {
            SocketChannel channel = SocketChannel.open();
            OutgoingExchange ask =
                    new OutgoingExchange(
                            exchange,
                            channel,
                            seal.connecting(to),
                            question,
                            purpose,
                            clock.micros() + ASK_MICROS,
                            capture);
            outgoing.put(exchange, ask);
            // Parted from it, the question waits for its deadline, as without a cable.
            if (addresses.reaches(addresses.of(to))) {
                ask.start(selector, addresses.of(to));
            }
            counters.messagesSent++;
        } catch (IOException e) {
            finish(exchange, new Input.Unanswered(purpose));
        }
    }

    private void finish(long exchange, Input outcome) {
        OutgoingExchange ask = outgoing.remove(exchange);
        if (ask != null) {
            ask.close();
        }
        inputs.accept(outcome);
    }

    // -- incoming questions

    void answer(long exchange, Message.Reply reply) {
        IncomingExchange connection = served.get(exchange);
        if (connection == null) {
            return;
        }
        connection.answer(reply);
        if (connection.isClosed()) {
            served.remove(exchange);
        }
    }

    /**
     * Accepts one connection. If the system refuses, because this process has reached its limit of
     * open files, the oldest incoming connection is closed to make room.
     */
    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                if (addresses.reaches((InetSocketAddress) channel.getRemoteAddress())) {
                    serve(channel);
                } else {
                    channel.close();
                }
            }
        } catch (IOException e) {
            dropOldest();
            acceptsFromMicros = clock.micros() + ACCEPT_PAUSE_MICROS;
            acceptance.interestOps(0);
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        if (served.size() >= MOST_SERVED) {
            dropOldest();
        }
        long exchange = ++exchanges;
        IncomingExchange connection =
                new IncomingExchange(
                        exchange, channel, seal.accepted(), clock.micros() + SERVE_MICROS, capture);
        served.put(exchange, connection);
        connection.start(selector);
    }

    private void dropOldest() {
        counters.connectionsRefused++;
        if (!served.isEmpty()) {
            served.pollFirstEntry().getValue().close();
        }
    }

    // -- the loop

    /** Handles a ready connection or listener. */
    void onReady(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        switch ((TcpExchange) key.attachment()) {
            case IncomingExchange connection -> serve(connection);
            case OutgoingExchange ask -> resume(ask);
        }
    }

    private void serve(IncomingExchange connection) {
        switch (connection.onReady()) {
            case TcpExchange.Progress.Waiting waiting -> {}
            case TcpExchange.Progress.Question(Message.Question<?> question) -> {
                counters.messagesReceived++;
                inputs.accept(new Input.Asked(connection.exchange(), question));
            }
            case TcpExchange.Progress.Reply reply -> served.remove(connection.exchange());
            case TcpExchange.Progress.Malformed malformed -> {
                counters.badFrames++;
                served.remove(connection.exchange());
            }
            case TcpExchange.Progress.Closed closed -> served.remove(connection.exchange());
        }
    }

    private void resume(OutgoingExchange ask) {
        switch (ask.onReady()) {
            case TcpExchange.Progress.Waiting waiting -> {}
            case TcpExchange.Progress.Reply(Message.Reply reply) ->
                    finish(ask.exchange(), new Input.Answered(ask.purpose(), reply));
            case TcpExchange.Progress.Question question -> unanswered(ask);
            case TcpExchange.Progress.Malformed malformed -> {
                counters.badFrames++;
                unanswered(ask);
            }
            case TcpExchange.Progress.Closed closed -> unanswered(ask);
        }
    }

    private void unanswered(OutgoingExchange ask) {
        finish(ask.exchange(), new Input.Unanswered(ask.purpose()));
    }

    /** Returns whether {@link #expire} has something to wait for. */
    boolean isBusy() {
        return !outgoing.isEmpty() || !served.isEmpty() || acceptance.interestOps() == 0;
    }

    /**
     * Closes connections past their deadline, and resumes accepting after a pause. Entries are
     * ordered by deadline.
     */
    void expire() {
        long now = clock.micros();
        while (!outgoing.isEmpty() && outgoing.firstEntry().getValue().isPast(now)) {
            unanswered(outgoing.firstEntry().getValue());
        }
        while (!served.isEmpty() && served.firstEntry().getValue().isPast(now)) {
            served.pollFirstEntry().getValue().close();
            counters.badFrames++;
        }
        if (acceptance.interestOps() == 0 && now >= acceptsFromMicros) {
            acceptance.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    @Override
    public void close() throws IOException {
        outgoing.values().forEach(OutgoingExchange::close);
        served.values().forEach(IncomingExchange::close);
        listener.close();
    }
}
