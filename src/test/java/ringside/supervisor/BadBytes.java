package ringside.supervisor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ringside.status.PeerSettings;

/** The malformed input named by SPEC 10.1 and 10.2, as far as it fits one datagram or one frame. */
final class BadBytes {

    /** The limit of a frame, including its length field (SPEC 10.1). */
    static final int FRAME_LIMIT = 64 * 1024;

    private static final String DIGEST = "0".repeat(64);

    /** Names that look like paths. */
    private static final List<String> NAMES =
            List.of(
                    "../../2012.pdf",
                    "..",
                    "/etc/passwd",
                    "2012/../../x",
                    "2012.pdf/..",
                    "2012.p\\u0000df",
                    "2012.",
                    ".2012",
                    "2012.toolongforone",
                    "CON",
                    "20 12.pdf",
                    "2012.p\\\\f");

    private BadBytes() {}

    /** Returns well-formed JSON that is not a message, or has an impossible field. */
    static List<String> texts() {
        List<String> texts =
                new ArrayList<>(
                        List.of(
                                "{}",
                                "[]",
                                "null",
                                "{\"type\":\"nonsense\"}",
                                "{\"type\":7}",
                                "{\"type\":\"neighboursWanted\"}",
                                "{\"type\":\"neighboursWanted\",\"from\":256}",
                                "{\"type\":\"neighboursWanted\",\"from\":-1}",
                                "{\"type\":\"neighboursWanted\",\"from\":1e2}",
                                "{\"type\":\"neighboursWanted\",\"from\":\"168\"}",
                                "{\"type\":\"departure\",\"from\":999}",
                                "{\"type\":\"departure\",\"from\":168,\"predecessors\":[],"
                                        + "\"successors\":[300]}",
                                "{\"type\":\"departure\",\"from\":168,\"predecessors\":[],"
                                        + "\"successors\":["
                                        + "14,".repeat(PeerSettings.MAX_SUCCESSORS)
                                        + "14]}",
                                "{\"type\":\"departure\",\"from\":168,\"predecessors\":{},"
                                        + "\"successors\":7}",
                                "{\"type\":\"lookup\",\"from\":14,\"lookupId\":1,"
                                        + "\"purpose\":\"request\",\"number\":\"2012\","
                                        + "\"requester\":14,\"hop\":257,\"meant\":false,"
                                        + "\"copy\":0}",
                                "{\"type\":\"kept\",\"from\":14,\"lookupId\":4294967296,"
                                        + "\"holders\":1}",
                                "{\"type\":\"ping\",\"role\":\"third\",\"sequence\":0}",
                                "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":-1}",
                                "{\"type\":\"ping\",\"role\":\"first\"",
                                "{\"type\":\"accepted\"",
                                "[".repeat(60_000),
                                "{\"a\":".repeat(10_000),
                                "[".repeat(30_000) + "]".repeat(30_000),
                                "{\"type\":\"ping\",\"x\":"
                                        + "[1,".repeat(10_000)
                                        + "1"
                                        + "]".repeat(10_000)
                                        + "}",
                                "\"" + "x".repeat(60_000) + "\""));
        for (String name : NAMES) {
            texts.add(offer(name));
        }
        return texts;
    }

    private static String offer(String name) {
        return "{\"type\":\"offer\",\"from\":14,\"transferId\":1,\"purpose\":\"handover\","
                + "\"lookupId\":0,\"file\":\""
                + name
                + "\",\"bytes\":0,\"sha256\":\""
                + DIGEST
                + "\",\"versionMs\":1,\"mss\":1,\"window\":1}";
    }

    /** Returns complete frames without a message, frames with impossible lengths, and noise. */
    static List<byte[]> frames(Random random) {
        List<byte[]> frames = new ArrayList<>();
        texts().forEach(text -> frames.add(frame(utf8(text))));
        for (int length :
                new int[] {0, -1, FRAME_LIMIT - 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            frames.add(ByteBuffer.allocate(4).putInt(length).array());
        }
        frames.add(frame(new byte[FRAME_LIMIT - 4]));
        frames.add(frame(new byte[] {(byte) 0xC0, (byte) 0x80}));
        frames.add(Integer.toString(FRAME_LIMIT).repeat(20_000).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[4 + random.nextInt(500)];
            random.nextBytes(noise);
            noise[0] = (byte) (1 + random.nextInt(127));
            frames.add(noise);
        }
        return frames;
    }

    /** Returns starts of frames whose ends never come. */
    static List<byte[]> halfFrames() {
        byte[] whole = frame(utf8("{\"type\":\"neighboursWanted\",\"from\":14}"));
        List<byte[]> halves = new ArrayList<>();
        for (int length = 1; length < whole.length; length++) {
            halves.add(java.util.Arrays.copyOf(whole, length));
        }
        return halves;
    }

    /** Returns a frame of the largest size, without its last byte. */
    static byte[] nearlyLargestFrame() {
        return ByteBuffer.allocate(FRAME_LIMIT - 1).putInt(FRAME_LIMIT - 4).array();
    }

    /** Returns datagrams that are not valid messages. */
    static List<byte[]> datagrams(Random random) {
        List<byte[]> datagrams = new ArrayList<>();
        texts().forEach(text -> datagrams.add(utf8(text)));
        datagrams.add(new byte[0]);
        datagrams.add(new byte[] {1});
        datagrams.add(ByteBuffer.allocate(16).put((byte) 1).put((byte) 1).array());
        datagrams.add(ByteBuffer.allocate(16).put((byte) 9).put((byte) 1).array());
        datagrams.add(ByteBuffer.allocate(16).put((byte) 1).put((byte) 9).array());
        datagrams.add(ByteBuffer.allocate(65_507).put((byte) 1).put((byte) 1).array());
        for (int i = 0; i < 60; i++) {
            byte[] noise = new byte[1 + random.nextInt(1_000)];
            random.nextBytes(noise);
            noise[0] = (byte) (10 + random.nextInt(100));
            datagrams.add(noise);
        }
        return datagrams;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] frame(byte[] json) {
        return ByteBuffer.allocate(4 + json.length).putInt(json.length).put(json).array();
    }
}
