package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.PatientBinding;
import ringside.RealProcesses;
import ringside.digest.Digests;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.DatagramFormat;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;
import ringside.wire.DatagramCodec;
import ringside.wire.ExchangeSeal;
import ringside.wire.FrameCodec;
import ringside.wire.Keys;
import ringside.wire.MessageSeal;
import ringside.wire.RingKey;

/**
 * SECURITY: what somebody on the network can do to a ring of two peers, with a key and without. The
 * intruder has the address and the port of a third peer, which is as much as a network can let him
 * have.
 */
@RealProcesses
class IntruderTest {

    private static final int BASE_PORT = 25_000;
    private static final PeerId VICTIM = new PeerId(10);
    private static final PeerId OTHER = new PeerId(20);
    private static final PeerId INTRUDER = new PeerId(30);
    private static final int PATIENCE_MS = 60_000;
    private static final int CHALLENGE_BYTES = 16;
    private static final int PINGS = 3;

    @TempDir private Path root;
    private LoopRing ring;

    private void start(Optional<RingKey> key) throws Exception {
        ring = new LoopRing(root, BASE_PORT, key);
        ring.start(10, 20, 20, _ -> {});
        ring.start(20, 10, 10, _ -> {});
        awaitPings();
    }

    private void awaitPings() throws InterruptedException {
        ring.await(PINGS, answered(VICTIM));
        ring.await(PINGS, answered(OTHER));
    }

    private static Predicate<StatusEntry> answered(PeerId by) {
        return entry ->
                entry.peer().equals(by) && entry.event() instanceof NeighbourEvent.PingAnswered;
    }

    @AfterEach
    void close() throws Exception {
        ring.close();
    }

    // -- TCP

    /** One question on a connection of its own, as somebody asks it. */
    private static final class Connection implements AutoCloseable {

        private final Socket socket = new Socket();
        private final DataInputStream in;
        private final byte[] challenge;

        Connection(int challengeBytes) throws IOException {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(address(VICTIM));
            in = new DataInputStream(socket.getInputStream());
            challenge = in.readNBytes(challengeBytes);
        }

        byte[] seal(Message.Question<?> question, ExchangeSeal seal) {
            assertThat(seal.takeChallenge(ByteBuffer.wrap(challenge))).isTrue();
            return bytes(FrameCodec.encode(question, seal));
        }

        void write(byte[] frame) throws IOException {
            socket.getOutputStream().write(frame);
        }

        /** Returns the length of the reply, or 0 when the victim hangs up instead. */
        int reply() throws IOException {
            try {
                return in.readNBytes(Integer.BYTES).length;
            } catch (SocketException reset) {
                return 0;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Message.Departure departureOfOther() {
        return new Message.Departure(OTHER, List.of(VICTIM), List.of(VICTIM));
    }

    private static Predicate<StatusEntry> left() {
        return entry ->
                entry.peer().equals(VICTIM)
                        && entry.event().equals(new NeighbourEvent.NeighbourLeft(OTHER));
    }

    @Test
    void withoutAKeyAForgedDepartureIsBelieved() throws Exception {
        start(Optional.empty());
        try (Connection connection = new Connection(0)) {
            connection.write(connection.seal(departureOfOther(), MessageSeal.none().accepted()));
            assertThat(connection.reply()).isPositive();
        }
        ring.await(1, left());
    }

    @Test
    void withAKeyAForgedDepartureChangesNothing() throws Exception {
        start(Optional.of(Keys.KEY));
        MessageSeal wrong = MessageSeal.keyed(Keys.OTHER_KEY, OTHER, 0);
        for (ExchangeSeal seal :
                List.of(wrong.connecting(VICTIM), MessageSeal.none().connecting(VICTIM))) {
            try (Connection connection = new Connection(CHALLENGE_BYTES)) {
                connection.write(connection.seal(departureOfOther(), seal));
                connection.socket.shutdownOutput();
                assertThat(connection.reply()).isZero();
            }
        }
        ring.await(
                1,
                entry ->
                        entry.peer().equals(VICTIM)
                                && entry.event() instanceof LifeEvent.Statistics counted
                                && counted.badFrames() == 2);
        assertNothingChanged();
    }

    /** SECURITY: a replayed frame, and with it a departure of long ago. */
    @Test
    void aQuestionThatSomebodyHasRecordedIsOfNoUse() throws Exception {
        start(Optional.of(Keys.KEY));
        byte[] recorded;
        try (Connection genuine = new Connection(CHALLENGE_BYTES)) {
            recorded =
                    genuine.seal(
                            new Message.NeighboursWanted(OTHER),
                            ring.sealOf(OTHER).connecting(VICTIM));
            genuine.write(recorded);
            assertThat(genuine.reply()).isPositive();
        }
        try (Connection replay = new Connection(CHALLENGE_BYTES)) {
            replay.write(recorded);
            assertThat(replay.reply()).isZero();
        }
        assertNothingChanged();
    }

    /**
     * Silent connections cost the oldest its place, and a question that is asked meanwhile none.
     */
    @Test
    void aFloodOfConnectionsKeepsNobodyFromAsking() throws Exception {
        start(Optional.of(Keys.KEY));
        List<Connection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                silent.add(new Connection(CHALLENGE_BYTES));
            }
            try (Connection genuine = new Connection(CHALLENGE_BYTES)) {
                genuine.write(
                        genuine.seal(
                                new Message.NeighboursWanted(OTHER),
                                ring.sealOf(OTHER).connecting(VICTIM)));
                assertThat(genuine.reply()).isPositive();
            }
        } finally {
            for (Connection each : silent) {
                each.close();
            }
        }
        assertNothingChanged();
    }

    // -- UDP

    private static DatagramSocket intruder() throws IOException {
        DatagramSocket socket = new DatagramSocket(null);
        PatientBinding.bind(() -> socket.bind(address(INTRUDER)));
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static byte[] ping(long sequence, MessageSeal seal) {
        ByteBuffer buffer = ByteBuffer.allocate(1_024);
        DatagramCodec.encode(new Datagram.Ping(SuccessorRole.FIRST, sequence), buffer);
        seal.seal(VICTIM, buffer, 0);
        return bytes(buffer.flip());
    }

    private static void send(DatagramSocket from, byte[] bytes) throws IOException {
        from.send(new DatagramPacket(bytes, bytes.length, address(VICTIM)));
    }

    private static byte[] received(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Test
    void withoutAKeyWhoeverHasAPeersPortIsThatPeer() throws Exception {
        start(Optional.empty());
        try (DatagramSocket socket = intruder()) {
            send(socket, ping(0, MessageSeal.none()));
            assertThat(DatagramCodec.decode(ByteBuffer.wrap(received(socket))))
                    .isInstanceOf(Datagram.PingReply.class);
        }
    }

    /** The victim's user is told why, once a second for each sender. */
    @Test
    void aPeerWithAnotherKeyOrWithNoneIsNotHeardAndIsToldOf() throws Exception {
        start(Optional.of(Keys.KEY));
        MessageSeal other = MessageSeal.keyed(Keys.OTHER_KEY, INTRUDER, 0);
        for (MessageSeal wrong : List.of(other, MessageSeal.none())) {
            try (DatagramSocket socket = intruder()) {
                send(socket, ping(0, wrong));
                ring.await(1, toldOf(VICTIM));
            }
        }
        assertNothingChanged();
    }

    @Test
    void aPeerWithoutAKeySaysThatTheOthersHaveOne() throws Exception {
        start(Optional.empty());
        try (DatagramSocket socket = intruder()) {
            send(socket, ping(0, MessageSeal.keyed(Keys.KEY, INTRUDER, 0)));
            ring.await(1, toldOf(VICTIM));
        }
        assertNothingChanged();
    }

    private static Predicate<StatusEntry> toldOf(PeerId by) {
        return entry ->
                entry.peer().equals(by)
                        && entry.event() instanceof LifeEvent.UnreadableDatagrams told
                        && told.format() == DatagramFormat.OTHER_KEY
                        && told.source().equals("127.0.0.1:" + (BASE_PORT + INTRUDER.value()));
    }

    /** SECURITY: here the third peer is a genuine one, and somebody repeats what it has sent. */
    @Test
    void aDatagramThatComesAgainIsNotAnswered() throws Exception {
        start(Optional.of(Keys.KEY));
        MessageSeal genuine = ring.sealOf(INTRUDER);
        try (DatagramSocket socket = intruder()) {
            List<Long> replies = new ArrayList<>();
            byte[] first = ping(0, genuine);
            send(socket, first);
            for (int i = 0; i < 100; i++) {
                send(socket, first);
            }
            send(socket, ping(1, genuine));
            while (!replies.contains(1L)) {
                ByteBuffer bytes = ByteBuffer.wrap(received(socket));
                assertThat(genuine.open(VICTIM, bytes)).isEqualTo(MessageSeal.Verdict.GENUINE);
                if (DatagramCodec.decode(bytes) instanceof Datagram.PingReply reply) {
                    replies.add(reply.sequence());
                }
            }
            assertThat(replies).containsExactly(0L, 1L);
        }
    }

    /**
     * SECURITY: here the third peer is a genuine one that sends a copy, whose data somebody changes
     * on its way; its tag does not cover them (decision 34).
     */
    @Test
    void aFileWhoseDataIsChangedOnItsWayIsNotKept() throws Exception {
        start(Optional.of(Keys.KEY));
        byte[] genuine = {1, 2, 3, 4, 5};
        long transfer = 7;
        MessageSeal sender = ring.sealOf(INTRUDER);
        try (DatagramSocket socket = intruder();
                Connection offer = new Connection(CHALLENGE_BYTES)) {
            offer.write(
                    offer.seal(
                            new Message.Offer(
                                    INTRUDER,
                                    transfer,
                                    TransferPurpose.COPY,
                                    0,
                                    FileName.parse("0250.bin"),
                                    genuine.length,
                                    Digests.sha256(genuine),
                                    1,
                                    400,
                                    1),
                            sender.connecting(VICTIM)));
            assertThat(offer.reply()).isPositive();
            ByteBuffer segment = ByteBuffer.allocate(1_024);
            DatagramCodec.encode(
                    new Datagram.Segment(transfer, 1, 400, Bytes.of(genuine)), segment);
            segment.position(segment.position() + sender.segmentBytes()).flip();
            sender.sealSegments(VICTIM, segment, segment.limit());
            byte[] changed = bytes(segment);
            changed[DatagramCodec.HEADER_BYTES] = 9;
            send(socket, changed);
            ring.await(
                    1,
                    entry ->
                            entry.event() instanceof FileEvent.TransferFailed failed
                                    && failed.transferId() == transfer
                                    && failed.reason().contains("digest"));
        }
        assertThat(ring.folder(VICTIM.value()).resolve("files")).isEmptyDirectory();
        assertNothingChanged();
    }

    /** SECURITY: what a peer says is sent back to it. */
    @Test
    void aPeerDoesNotBelieveItsOwnDatagrams() throws Exception {
        start(Optional.of(Keys.KEY));
        try (DatagramSocket socket = intruder()) {
            send(socket, ping(0, ring.sealOf(INTRUDER)));
            send(socket, received(socket));
            ring.await(1, toldOf(VICTIM));
        }
    }

    /** The largest datagrams are the dearest: their tags are computed over all of them. */
    @Test
    void aFloodOfDatagramsKeepsNoPeerFromItsPings() throws Exception {
        start(Optional.of(Keys.KEY));
        byte[] dearest = new byte[DatagramCodec.MAX_BYTES];
        AtomicBoolean isEnough = new AtomicBoolean();
        try (DatagramSocket socket = intruder()) {
            CompletableFuture<Void> flood =
                    CompletableFuture.runAsync(() -> {
                        while (!isEnough.get()) {
                            try {
                                send(socket, dearest);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }
                    });
            ring.await(
                    1,
                    entry ->
                            entry.peer().equals(VICTIM)
                                    && entry.event() instanceof LifeEvent.UnreadableDatagrams told
                                    && told.count() >= 500);
            awaitPings();
            isEnough.set(true);
            flood.join();
        }
        assertNothingChanged();
    }

    private void assertNothingChanged() throws InterruptedException {
        awaitPings();
        assertThat(ring.seen())
                .noneMatch(left())
                .noneMatch(entry -> entry.event() instanceof NeighbourEvent.PeerDead)
                .noneMatch(entry ->
                        entry.event() instanceof NeighbourEvent.NeighboursChanged changed
                                && (changed.predecessors().contains(INTRUDER)
                                        || changed.successors().contains(INTRUDER)));
    }

    private static InetSocketAddress address(PeerId peer) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), BASE_PORT + peer.value());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
