package ringside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.capture.MessageField;
import ringside.capture.ReadMessage;
import ringside.export.CaptureFile;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;
import ringside.status.WireEvent.MessageCaptured;
import ringside.wire.Capture.Packet;
import ringside.wire.Capture.Transport;

/** The Wireshark dissector {@code assets/wireshark/ringside.lua} agrees with the peers' codecs. */
@RealProcesses
class DissectorTest {

    private static final int CAPTURED_BASE_PORT = 23_000;
    private static final int PEERS = 256;

    private static final PeerId RECEIVER = new PeerId(77);
    private static final int LISTENER_PORT = CAPTURED_BASE_PORT + 43;
    private static final long START_MICROS = 1_700_000_000_000_000L;

    /** A separator that occurs in no message. */
    private static final String SEPARATOR = "|";

    private static final List<String> FIELDS =
            List.of(
                    "type",
                    "role",
                    "purpose",
                    "number",
                    "file",
                    "sha256",
                    "failure",
                    "reason",
                    "numbers",
                    "from",
                    "requester",
                    "start",
                    "predecessor",
                    "predecessors",
                    "successors",
                    "version",
                    "hop",
                    "copy",
                    "mss",
                    "window",
                    "beyond",
                    "lookupId",
                    "transferId",
                    "holders",
                    "room",
                    "sequence",
                    "acknowledgement",
                    "bytes",
                    "versionMs",
                    "offset",
                    "meant",
                    "held",
                    "last",
                    "copied",
                    "bitmap",
                    "data",
                    "seal.number",
                    "seal.place",
                    "seal.train",
                    "seal.tag",
                    "seal.challenge");

    @TempDir Path folder;

    private final MessageSeal sender = MessageSeal.keyed(Keys.KEY, new PeerId(43), START_MICROS);

    @BeforeEach
    void needsTshark() throws IOException, InterruptedException {
        assumeTrue(hasTshark(), "tshark with Lua is not installed: the dissector is not tested");
    }

    private boolean hasTshark() throws InterruptedException, IOException {
        try {
            return run("tshark", "--version").contains("Lua");
        } catch (IOException e) {
            return false;
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path errors = Files.createTempFile(folder, "err", "");
        int code =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(errors.toFile())
                        .start()
                        .waitFor();
        assertThat(errors).content(StandardCharsets.ISO_8859_1).doesNotContainIgnoringCase("lua");
        assertThat(code).isZero();
        return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    }

    /** Returns what Wireshark shows of each Ringside packet; packet numbers begin at 1. */
    private Map<Integer, Map<String, String>> shown(Path capture) throws Exception {
        return shown(capture, "FALSE");
    }

    /** Returns what it shows when it has been told that the ring has a key. */
    private Map<Integer, Map<String, String>> shownWithSeals(Path capture) throws Exception {
        return shown(capture, "TRUE");
    }

    private Map<Integer, Map<String, String>> shown(Path capture, String hasKey) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "tshark",
                                "-r",
                                capture.toString(),
                                "-Y",
                                "ringside",
                                "-X",
                                "lua_script:assets/wireshark/ringside.lua",
                                "-o",
                                "ringside.base_port:" + CAPTURED_BASE_PORT,
                                "-o",
                                "ringside.has_key:" + hasKey,
                                "-T",
                                "fields",
                                "-E",
                                "separator=/t",
                                "-E",
                                "aggregator=" + SEPARATOR,
                                "-e",
                                "frame.number",
                                "-e",
                                "_ws.lua.error"));
        FIELDS.forEach(field -> command.addAll(List.of("-e", "ringside." + field)));
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        for (String line : run(command.toArray(new String[0])).lines().toList()) {
            String[] cells = line.split("\t", -1);
            assertThat(cells[1]).as("error in the script").isEmpty();
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < FIELDS.size(); i++) {
                if (!cells[i + 2].isEmpty()) {
                    row.put(FIELDS.get(i), asOneVersionShowsIt(cells[i + 2]));
                }
            }
            rows.put(Integer.parseInt(cells[0]), row);
        }
        return rows;
    }

    /** Normalises truth values, which newer versions show as words. */
    private static String asOneVersionShowsIt(String value) {
        return switch (value) {
            case "True" -> "1";
            case "False" -> "0";
            case String other -> other;
        };
    }

    /** Returns what the codecs decode from the same bytes, for every complete message. */
    private static Map<Integer, Map<String, String>> expected(List<Packet> packets)
            throws MalformedMessageException {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        Map<List<Integer>, byte[]> streams = new HashMap<>();
        for (int i = 0; i < packets.size(); i++) {
            Message message = message(packets.get(i), streams);
            if (message != null) {
                rows.put(i + 1, ShownFields.of(message, SEPARATOR));
            }
        }
        return rows;
    }

    private static @Nullable Message message(Packet packet, Map<List<Integer>, byte[]> streams)
            throws MalformedMessageException {
        if (packet.transport() == Transport.DATAGRAM) {
            return DatagramCodec.decode(packet.data().buffer());
        }
        List<Integer> stream = List.of(packet.from(), packet.to());
        byte[] before = streams.getOrDefault(stream, new byte[0]);
        byte[] received = joined(before, packet.data().toArray());
        ByteBuffer buffer = ByteBuffer.wrap(received);
        boolean toPeer =
                packet.to() >= CAPTURED_BASE_PORT && packet.to() < CAPTURED_BASE_PORT + PEERS;
        Message message =
                toPeer ? FrameCodec.decodeQuestion(buffer) : FrameCodec.decodeReply(buffer);
        streams.put(stream, Arrays.copyOfRange(received, buffer.position(), received.length));
        return message;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * Pings, a store, requests in stop-and-wait and windowed mode, losses, a join, a quit and a
     * death.
     */
    @Test
    void everythingThatARealRingSaidIsShownAsThePeersReadIt() throws Exception {
        Path capture = Path.of("src/test/resources/ringside/wire/exchange.pcap");
        Map<Integer, Map<String, String>> expected = expected(Capture.read(capture));
        assertThat(expected.values().stream().map(row -> row.get("type")).distinct())
                .contains(
                        "ping",
                        "pingReply",
                        "lookup",
                        "offer",
                        "welcome",
                        "segment",
                        "acknowledgement",
                        "selectiveAcknowledgement",
                        "transferOver",
                        "departure",
                        "inventory",
                        "lacking",
                        "kept");
        assertThat(shown(capture)).isEqualTo(expected);
    }

    @Test
    void everyKindOfMessageIsShownAtTheEdgesOfItsFields() throws Exception {
        List<Packet> packets = new ArrayList<>();
        datagrams().forEach(message -> packets.add(datagram(bytes(message))));
        WireCases.frames().forEach(c -> packets.add(frame(c.message(), packets.size())));
        Message.Control oddText = new Message.Refused("\"\\ é € \ud83d\ude00 | {[,:]} = <");
        packets.add(frame(oddText, packets.size()));
        Path capture = folder.resolve("cases.pcap");
        Capture.write(packets, capture);
        assertThat(Capture.read(capture)).isEqualTo(packets);
        Map<Integer, Map<String, String>> expected = expected(packets);
        assertThat(expected).hasSameSizeAs(packets);
        assertThat(shown(capture)).containsExactlyEntriesOf(expected);
    }

    /** WINDOW 16.5: the window and Wireshark show the same fields of what peers have reported. */
    @Test
    void aCaptureOfThePeersIsShownAsTheWindowShowsIt() throws Exception {
        List<MessageCaptured> messages = new ArrayList<>();
        for (Datagram message : datagrams()) {
            messages.add(captured(Transport.DATAGRAM, messages.size(), bytes(message)));
        }
        for (WireCases.Case each : WireCases.frames().toList()) {
            byte[] frame = WireCases.bytesOf(FrameCodec.encode(each.message()));
            messages.add(captured(Transport.STREAM, messages.size(), frame));
        }
        List<StatusEntry> entries = new ArrayList<>();
        Map<Integer, Map<String, String>> expected = new TreeMap<>();
        for (MessageCaptured message : messages) {
            entries.add(new StatusEntry(entries.size(), new PeerId(43), message));
            expected.put(entries.size(), fieldsOf(ReadMessage.of(message)));
        }
        Path capture = folder.resolve("ring.pcapng");
        assertThat(CaptureFile.write(entries, 0, Long.MAX_VALUE, capture))
                .isEqualTo(messages.size());
        assertThat(shown(capture)).containsExactlyEntriesOf(expected);
    }

    private static MessageCaptured captured(Transport transport, int number, byte[] bytes) {
        boolean isDatagram = transport == Transport.DATAGRAM;
        return MessageCaptured.of(
                WireEvent.Passage.SENT,
                isDatagram ? WireEvent.Transport.UDP : WireEvent.Transport.TCP,
                CAPTURED_BASE_PORT + 43,
                isDatagram ? CAPTURED_BASE_PORT + 77 : CAPTURED_BASE_PORT + PEERS + number,
                bytes.length,
                bytes);
    }

    /** Returns the fields by name, as Wireshark writes them. */
    private static Map<String, String> fieldsOf(ReadMessage message) {
        Map<String, String> fields = new TreeMap<>();
        for (MessageField field : message.fields()) {
            String value =
                    switch (field.name()) {
                        case "data", "bitmap" -> field.value().replace(" ", "");
                        case String _ -> field.value().replace(", ", SEPARATOR);
                    };
            String shown =
                    switch (value) {
                        case "true" -> "1";
                        case "false" -> "0";
                        case String other -> other;
                    };
            if (!field.name().equals("length") && !shown.isEmpty()) {
                fields.merge(field.name(), shown, (before, after) -> before + SEPARATOR + after);
            }
        }
        return fields;
    }

    private static List<Datagram> datagrams() {
        List<Datagram> all = new ArrayList<>();
        WireCases.datagrams().forEach(c -> all.add((Datagram) c.message()));
        all.add(new Datagram.Segment(Message.MAX_ID, 1L << 40, 65_000, Bytes.of(new byte[] {7})));
        all.add(new Datagram.Acknowledgement(0, 0));
        all.add(new Datagram.SelectiveAcknowledgement(1, 1, Bytes.of(new byte[0])));
        byte[] widest = new byte[Datagram.SelectiveAcknowledgement.MAX_BEYOND_BYTES];
        Arrays.fill(widest, (byte) 0xA5);
        all.add(new Datagram.SelectiveAcknowledgement(1, Long.MAX_VALUE, Bytes.of(widest)));
        return all;
    }

    private static byte[] bytes(Datagram message) {
        ByteBuffer buffer = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(message, buffer);
        return WireCases.bytesOf(buffer.flip());
    }

    private static Packet datagram(byte[] data) {
        return new Packet(
                Transport.DATAGRAM,
                CAPTURED_BASE_PORT + 43,
                CAPTURED_BASE_PORT + 77,
                Bytes.of(data));
    }

    /** Returns a message in a TCP connection of its own: questions to a peer, replies from it. */
    private static Packet frame(Message.Control message, int number) {
        Bytes data = Bytes.of(WireCases.bytesOf(FrameCodec.encode(message)));
        int port = CAPTURED_BASE_PORT + PEERS + number;
        return message instanceof Message.Question<?>
                ? new Packet(Transport.STREAM, port, CAPTURED_BASE_PORT + 43, data)
                : new Packet(Transport.STREAM, CAPTURED_BASE_PORT + 43, port, data);
    }

    @Test
    void everySegmentOfAnUncutPieceIsShown() throws Exception {
        byte[] whole = new byte[0];
        for (int i = 0; i < 3; i++) {
            Bytes data = Bytes.of(new byte[i < 2 ? 400 : 7]);
            whole = joined(whole, bytes(new Datagram.Segment(9, 1 + 400L * i, 400, data)));
        }
        Path capture = folder.resolve("uncut.pcap");
        Capture.write(List.of(datagram(whole)), capture);
        assertThat(shown(capture).values())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("sequence", "1|401|801");
                    assertThat(row).containsEntry("transferId", "9|9|9");
                    assertThat(row.get("data"))
                            .hasSize(2 * (400 + 400 + 7) + 2 * SEPARATOR.length());
                });
    }

    @Test
    void nonsenseOnTheSamePortsBreaksNothing() throws Exception {
        Random random = new Random(1);
        List<Packet> packets = new ArrayList<>();
        for (Datagram message : datagrams()) {
            byte[] sound = bytes(message);
            for (int i = 0; i < 40; i++) {
                byte[] bad = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
                if (bad.length > 0) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                }
                packets.add(datagram(bad));
                int port = CAPTURED_BASE_PORT + PEERS + packets.size();
                packets.add(new Packet(Transport.STREAM, port, CAPTURED_BASE_PORT, Bytes.of(bad)));
            }
        }
        Path capture = folder.resolve("nonsense.pcap");
        Capture.write(packets, capture);
        assertThat(shown(capture)).hasSizeLessThan(packets.size());
        assertThat(shownWithSeals(capture)).hasSizeLessThan(packets.size());
    }

    @Test
    void everyDatagramOfARingWithAKeyIsShownWithItsSeal() throws Exception {
        List<Packet> packets = new ArrayList<>();
        Map<Integer, Map<String, String>> expected = new TreeMap<>();
        for (Datagram message : datagrams()) {
            byte[] sealed = sealed(message);
            Map<String, String> row = ShownFields.of(message, SEPARATOR);
            row.put("seal.number", String.valueOf(START_MICROS + packets.size()));
            row.put("seal.tag", endOf(sealed));
            if (message instanceof Datagram.Segment segment) {
                row.put("seal.place", "0");
                row.put("seal.train", String.valueOf(segment.data().length()));
            }
            packets.add(datagram(sealed));
            expected.put(packets.size(), row);
        }
        Path capture = folder.resolve("sealed.pcap");
        Capture.write(packets, capture);
        assertThat(shownWithSeals(capture)).containsExactlyEntriesOf(expected);
    }

    private byte[] sealed(Datagram message) {
        ByteBuffer buffer = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        DatagramCodec.encode(message, buffer);
        if (message instanceof Datagram.Segment) {
            buffer.position(buffer.position() + sender.segmentBytes()).flip();
            sender.sealSegments(RECEIVER, buffer, buffer.limit());
            return WireCases.bytesOf(buffer);
        }
        sender.seal(RECEIVER, buffer, 0);
        return WireCases.bytesOf(buffer.flip());
    }

    private static String endOf(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, sealed.length - Tag.BYTES, sealed.length);
    }

    @Test
    void everySegmentOfAnUncutTrainIsShownWithItsSeal() throws Exception {
        ByteBuffer train = ByteBuffer.allocate(DatagramCodec.MAX_BYTES);
        for (int i = 0; i < 3; i++) {
            Bytes data = Bytes.of(new byte[i < 2 ? 400 : 7]);
            DatagramCodec.encode(new Datagram.Segment(9, 1 + 400L * i, 400, data), train);
            train.position(train.position() + sender.segmentBytes());
        }
        int pieceBytes = DatagramCodec.HEADER_BYTES + 400 + sender.segmentBytes();
        sender.sealSegments(RECEIVER, train.flip(), pieceBytes);
        byte[] sealed = WireCases.bytesOf(train);
        String tag = endOf(sealed);
        Path capture = folder.resolve("train.pcap");
        Capture.write(List.of(datagram(sealed)), capture);
        assertThat(shownWithSeals(capture).values())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("sequence", "1|401|801");
                    assertThat(row.get("data"))
                            .hasSize(2 * (400 + 400 + 7) + 2 * SEPARATOR.length());
                    assertThat(row)
                            .containsEntry(
                                    "seal.number",
                                    String.join(
                                            SEPARATOR,
                                            String.valueOf(START_MICROS),
                                            String.valueOf(START_MICROS + 1),
                                            String.valueOf(START_MICROS + 2)))
                            .containsEntry("seal.place", "0|1|2")
                            .containsEntry("seal.train", "807|807|807")
                            .containsEntry("seal.tag", String.join(SEPARATOR, tag, tag, tag));
                });
    }

    @Test
    void everyConnectionOfARingWithAKeyIsShownWithChallengeAndTags() throws Exception {
        List<Packet> packets = new ArrayList<>();
        Map<Integer, Map<String, String>> expected = new TreeMap<>();
        for (WireCases.Case each : WireCases.frames().toList()) {
            boolean isQuestion = each.message() instanceof Message.Question<?>;
            SealedExchange exchange =
                    SealedExchange.of(
                            isQuestion ? each.message() : new Message.NeighboursWanted(RECEIVER),
                            isQuestion ? new Message.Accepted() : each.message());
            int port = CAPTURED_BASE_PORT + PEERS + packets.size();
            packets.add(fromListener(port, exchange.challenge()));
            expected.put(packets.size(), Map.of("seal.challenge", hex(exchange.challenge())));
            packets.add(toListener(port, exchange.question()));
            expected.put(packets.size(), shownWithTag(exchange.asked(), exchange.question()));
            packets.add(fromListener(port, exchange.reply()));
            expected.put(packets.size(), shownWithTag(exchange.answered(), exchange.reply()));
        }
        Path capture = folder.resolve("exchanges.pcap");
        Capture.write(packets, capture);
        assertThat(shownWithSeals(capture)).containsExactlyEntriesOf(expected);
    }

    private static Map<String, String> shownWithTag(Message message, byte[] sealed) {
        Map<String, String> row = ShownFields.of(message, SEPARATOR);
        row.put("seal.tag", endOf(sealed));
        return row;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Packet fromListener(int port, byte[] data) {
        return new Packet(Transport.STREAM, LISTENER_PORT, port, Bytes.of(data));
    }

    private static Packet toListener(int port, byte[] data) {
        return new Packet(Transport.STREAM, port, LISTENER_PORT, Bytes.of(data));
    }
}
