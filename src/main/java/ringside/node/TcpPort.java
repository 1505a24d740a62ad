package ringside.node;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import ringside.peer.Input;
import ringside.peer.Message;
import ringside.peer.Purpose;
import ringside.ring.PeerId;
import ringside.wire.FrameCodec;

/**
 * The one TCP listener of a peer, and its questions to others. Each connection carries one question
 * and one reply, and has a deadline. Belongs to the loop's thread; nothing here waits.
 */
final class TcpPort implements AutoCloseable {

    /**
     * How long one question may take, in microseconds. A killed peer on this machine refuses at
     * once; only a paused one is silent, and a healing ring should not wait longer for it.
     */
    private static final long ASK_MICROS = 1_000_000;

    /** How long a stranger may take for its question: the asker's own patience, and some more. */
    private static final long SERVE_MICROS = 2_000_000;

    /** Strangers' connections at once. When one more comes, the oldest goes (SPEC 10.1). */
    private static final int MOST_SERVED = 128;

    /** No connection is accepted for so long when the system has no room for one. */
    private static final long ACCEPT_PAUSE_MICROS = 100_000;

    /** Own questions at once; further ones count as unanswered. */
    private static final int MOST_ASKED = 512;

    private final ServerSocketChannel listener;
    private final SelectionKey acceptance;
    private final Selector selector;
    private final Addresses addresses;
    private final Counters counters;
    private final Clock clock;
    private final Consumer<Input> inputs;
    private final LinkedHashMap<Long, IncomingExchange> served = new LinkedHashMap<>();
    private final LinkedHashMap<Long, OutgoingExchange> outgoing = new LinkedHashMap<>();
    private long exchanges;
    private long acceptsFromMicros;

    private TcpPort(
            ServerSocketChannel listener,
            SelectionKey acceptance,
            Selector selector,
            Addresses addresses,
            Counters counters,
            Clock clock,
            Consumer<Input> inputs) {
        this.listener = listener;
        this.acceptance = acceptance;
        this.selector = selector;
        this.addresses = addresses;
        this.counters = counters;
        this.clock = clock;
        this.inputs = inputs;
    }

    /** Listens from now on; questions, answers and failures go to {@code inputs}. */
    static TcpPort open(
            ServerSocketChannel listener,
            Selector selector,
            Addresses addresses,
            Counters counters,
            Clock clock,
            Consumer<Input> inputs)
            throws IOException {
        SelectionKey acceptance = listener.register(selector, SelectionKey.OP_ACCEPT);
        return new TcpPort(listener, acceptance, selector, addresses, counters, clock, inputs);
    }

    // -- own questions

    void ask(PeerId to, Message.Question question, Purpose purpose) {
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
                            FrameCodec.encode(question),
                            purpose,
                            clock.micros() + ASK_MICROS);
            outgoing.put(exchange, ask);
            ask.start(selector, addresses.of(to));
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

    // -- strangers' questions

    void answer(long exchange, Message.Reply reply) {
        IncomingExchange connection = served.get(exchange);
        if (connection == null) {
            return;
        }
        connection.answer(FrameCodec.encode(reply));
        if (connection.isClosed()) {
            served.remove(exchange);
        }
    }

    /**
     * Takes one more connection. When the system gives none, because this process has as many files
     * open as it may, that is the strangers' loss, and one of them makes room for the next.
     */
    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                serve(channel);
            }
        } catch (IOException e) {
            shedOldest();
            acceptsFromMicros = clock.micros() + ACCEPT_PAUSE_MICROS;
            acceptance.interestOps(0);
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        if (served.size() >= MOST_SERVED) {
            shedOldest();
        }
        long exchange = ++exchanges;
        IncomingExchange connection =
                new IncomingExchange(exchange, channel, clock.micros() + SERVE_MICROS);
        served.put(exchange, connection);
        connection.start(selector);
    }

    private void shedOldest() {
        counters.connectionsRefused++;
        if (!served.isEmpty()) {
            served.pollFirstEntry().getValue().close();
        }
    }

    // -- the loop

    /** A connection, or the listener, is ready. */
    void onReady(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        switch ((Exchange) key.attachment()) {
            case IncomingExchange connection -> serve(connection);
            case OutgoingExchange ask -> goOn(ask);
        }
    }

    private void serve(IncomingExchange connection) {
        switch (connection.onReady()) {
            case Exchange.Progress.Waiting waiting -> {}
            case Exchange.Progress.Question(Message.Question question) -> {
                counters.messagesReceived++;
                inputs.accept(new Input.Asked(connection.exchange(), question));
            }
            case Exchange.Progress.Reply reply -> served.remove(connection.exchange());
            case Exchange.Progress.Malformed malformed -> {
                counters.badFrames++;
                served.remove(connection.exchange());
            }
            case Exchange.Progress.Closed closed -> served.remove(connection.exchange());
        }
    }

    private void goOn(OutgoingExchange ask) {
        switch (ask.onReady()) {
            case Exchange.Progress.Waiting waiting -> {}
            case Exchange.Progress.Reply(Message.Reply reply) ->
                    finish(ask.exchange(), new Input.Answered(ask.purpose(), reply));
            case Exchange.Progress.Question question -> unanswered(ask);
            case Exchange.Progress.Malformed malformed -> {
                counters.badFrames++;
                unanswered(ask);
            }
            case Exchange.Progress.Closed closed -> unanswered(ask);
        }
    }

    private void unanswered(OutgoingExchange ask) {
        finish(ask.exchange(), new Input.Unanswered(ask.purpose()));
    }

    /**
     * Gives up on what is past its deadline, and accepts again after a pause; entries are in the
     * order of their deadlines.
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
