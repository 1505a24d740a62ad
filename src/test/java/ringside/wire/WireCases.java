package ringside.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** One list of cases for the encoder and the decoder; protocol.md shows the same bytes. */
final class WireCases {

    private static final String DIGEST = "ab".repeat(32);

    record Case(Message.Control message, String json) {}

    private static List<Case> control() {
        return List.of(
                new Case(
                        new Datagram.Ping(SuccessorRole.FIRST, 0),
                        "{\"type\":\"ping\",\"role\":\"first\",\"sequence\":0}"),
                new Case(
                        new Datagram.PingReply(7, id(43), List.of(id(104), id(139))),
                        "{\"type\":\"pingReply\",\"sequence\":7,\"predecessor\":43,"
                                + "\"successors\":[104,139]}"),
                new Case(
                        new Datagram.PingReply(7, null, List.of()),
                        "{\"type\":\"pingReply\",\"sequence\":7,\"successors\":[]}"),
                new Case(
                        new Message.NeighboursWanted(id(5)),
                        "{\"type\":\"neighboursWanted\",\"from\":5}"),
                new Case(
                        new Message.Neighbours(List.of(id(1), id(250)), List.of(id(9))),
                        "{\"type\":\"neighbours\",\"predecessors\":[1,250],\"successors\":[9]}"),
                new Case(
                        new Message.Departure(id(5), List.of(id(1), id(255)), List.of(id(9))),
                        "{\"type\":\"departure\",\"from\":5,\"predecessors\":[1,255],"
                                + "\"successors\":[9]}"),
                new Case(
                        new Message.Lookup(
                                id(5),
                                4_000_000_000L,
                                LookupPurpose.REQUEST,
                                new FileNumber("0159"),
                                id(8),
                                3,
                                true,
                                1),
                        "{\"type\":\"lookup\",\"from\":5,\"lookupId\":4000000000,"
                                + "\"purpose\":\"request\",\"number\":\"0159\",\"requester\":8,"
                                + "\"hop\":3,\"meant\":true,\"copy\":1}"),
                new Case(
                        new Message.Inventory(
                                id(1),
                                List.of(
                                        new StoredFile(
                                                FileName.parse("0159"),
                                                7,
                                                DIGEST,
                                                1_790_000_000_000L)),
                                true),
                        "{\"type\":\"inventory\",\"from\":1,\"files\":[{\"file\":\"0159\","
                                + "\"bytes\":7,\"sha256\":\""
                                + DIGEST
                                + "\","
                                + "\"versionMs\":1790000000000}],\"last\":true}"),
                new Case(
                        new Message.Lacking(
                                List.of(new FileNumber("0159"), new FileNumber("2012")), true),
                        "{\"type\":\"lacking\",\"numbers\":[\"0159\",\"2012\"],"
                                + "\"copied\":true}"),
                new Case(
                        new Message.ReplicaWanted(id(1), new FileNumber("0159")),
                        "{\"type\":\"copyWanted\",\"from\":1,\"number\":\"0159\"}"),
                new Case(
                        new Message.Kept(id(1), 17, 3),
                        "{\"type\":\"kept\",\"from\":1,\"lookupId\":17,\"holders\":3}"),
                new Case(
                        new Message.OwnerFound(id(1), 17, false),
                        "{\"type\":\"ownerFound\",\"from\":1,\"lookupId\":17,\"held\":false}"),
                new Case(
                        new Message.SuccessorWanted(id(5), id(1), id(255), 3, true),
                        "{\"type\":\"successorWanted\",\"from\":5,\"requester\":1,"
                                + "\"start\":255,\"hop\":3,\"meant\":true}"),
                new Case(
                        new Message.SuccessorFound(id(1), id(255)),
                        "{\"type\":\"successorFound\",\"from\":1,\"start\":255}"),
                new Case(
                        new Message.Offer(
                                id(1),
                                18,
                                TransferPurpose.HANDOVER,
                                0,
                                FileName.parse("2012.pdf"),
                                100_300,
                                DIGEST,
                                1_790_000_000_000L,
                                400,
                                16),
                        "{\"type\":\"offer\",\"from\":1,\"transferId\":18,"
                                + "\"purpose\":\"handover\",\"lookupId\":0,\"file\":\"2012.pdf\","
                                + "\"bytes\":100300,\"sha256\":\""
                                + DIGEST
                                + "\","
                                + "\"versionMs\":1790000000000,\"mss\":400,\"window\":16}"),
                new Case(
                        new Message.Welcome(4_000, 106_496),
                        "{\"type\":\"welcome\",\"offset\":4000,\"room\":106496}"),
                new Case(
                        new Message.StillSending(id(8), 18),
                        "{\"type\":\"stillSending\",\"from\":8,\"transferId\":18}"),
                new Case(
                        new Message.TransferOver(id(8), 18, null),
                        "{\"type\":\"transferOver\",\"from\":8,\"transferId\":18}"),
                new Case(
                        new Message.TransferOver(id(8), 18, "disk full"),
                        "{\"type\":\"transferOver\",\"from\":8,\"transferId\":18,"
                                + "\"failure\":\"disk full\"}"),
                new Case(new Message.Accepted(), "{\"type\":\"accepted\"}"),
                new Case(new Message.Refused("no"), "{\"type\":\"refused\",\"reason\":\"no\"}"));
    }

    static Stream<Case> datagrams() {
        return control().stream().filter(c -> c.message() instanceof Datagram);
    }

    static Stream<Case> frames() {
        return control().stream().filter(c -> !(c.message() instanceof Datagram));
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    private WireCases() {}

    static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
