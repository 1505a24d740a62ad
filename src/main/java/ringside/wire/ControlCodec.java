package ringside.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.peer.StoredFile;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.SuccessorRole;
import ringside.status.TransferPurpose;

/** Encodes control messages as compact JSON objects, readable in a packet capture. Stateless. */
final class ControlCodec {

    private ControlCodec() {}

    static byte[] encode(Message message) {
        return toJson(message).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Decodes one message from all remaining bytes.
     *
     * @throws MalformedMessageException when they are not a control message
     */
    static Message decode(ByteBuffer bytes) throws MalformedMessageException {
        try {
            String json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return read(Fields.parse(json));
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("not UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("a field is out of range", e);
        }
    }

    private static JsonObject toJson(Message message) {
        return switch (message) {
            case Datagram.Ping ping -> {
                JsonObject json = typed("ping");
                json.addProperty("role", Fields.word(ping.role()));
                json.addProperty("sequence", ping.sequence());
                yield json;
            }
            case Datagram.PingReply reply -> {
                JsonObject json = typed("pingReply");
                json.addProperty("sequence", reply.sequence());
                addPeer(json, "predecessor", reply.predecessor());
                json.add("successors", array(reply.successors()));
                yield json;
            }
            case Message.NeighboursWanted wanted -> from("neighboursWanted", wanted);
            case Message.Neighbours neighbours -> {
                JsonObject json = typed("neighbours");
                json.add("predecessors", array(neighbours.predecessors()));
                json.add("successors", array(neighbours.successors()));
                yield json;
            }
            case Message.Departure departure -> {
                JsonObject json = from("departure", departure);
                json.add("predecessors", array(departure.predecessors()));
                json.add("successors", array(departure.successors()));
                yield json;
            }
            case Message.Lookup lookup -> lookup(lookup);
            case Message.OwnerFound found -> {
                JsonObject json = from("ownerFound", found);
                json.addProperty("lookupId", found.lookupId());
                json.addProperty("held", found.held());
                yield json;
            }
            case Message.Inventory inventory -> inventory(inventory);
            case Message.Lacking lacking -> {
                JsonObject json = typed("lacking");
                JsonArray numbers = new JsonArray();
                lacking.numbers().forEach(number -> numbers.add(number.digits()));
                json.add("numbers", numbers);
                json.addProperty("copied", lacking.copied());
                yield json;
            }
            case Message.Kept kept -> {
                JsonObject json = from("kept", kept);
                json.addProperty("lookupId", kept.lookupId());
                json.addProperty("holders", kept.holders());
                yield json;
            }
            case Message.CopyWanted wanted -> {
                JsonObject json = from("copyWanted", wanted);
                json.addProperty("number", wanted.number().digits());
                yield json;
            }
            case Message.Offer offer -> offer(offer);
            case Message.TransferOver over -> {
                JsonObject json = from("transferOver", over);
                json.addProperty("transferId", over.transferId());
                if (over.failure() != null) {
                    json.addProperty("failure", over.failure());
                }
                yield json;
            }
            case Message.StillSending test -> {
                JsonObject json = from("stillSending", test);
                json.addProperty("transferId", test.transferId());
                yield json;
            }
            case Message.Accepted accepted -> typed("accepted");
            case Message.Welcome welcome -> {
                JsonObject json = typed("welcome");
                json.addProperty("offset", welcome.offset());
                json.addProperty("room", welcome.room());
                yield json;
            }
            case Message.Refused refused -> {
                JsonObject json = typed("refused");
                json.addProperty("reason", refused.reason());
                yield json;
            }
            case Datagram.Segment segment -> throw binary();
            case Datagram.Receipt receipt -> throw binary();
        };
    }

    private static JsonObject lookup(Message.Lookup lookup) {
        JsonObject json = from("lookup", lookup);
        json.addProperty("lookupId", lookup.lookupId());
        json.addProperty("purpose", Fields.word(lookup.purpose()));
        json.addProperty("number", lookup.number().digits());
        json.addProperty("requester", lookup.requester().value());
        json.addProperty("hop", lookup.hop());
        json.addProperty("meant", lookup.meant());
        json.addProperty("copy", lookup.copy());
        return json;
    }

    private static JsonObject offer(Message.Offer offer) {
        JsonObject json = from("offer", offer);
        json.addProperty("transferId", offer.transferId());
        json.addProperty("purpose", Fields.word(offer.purpose()));
        json.addProperty("lookupId", offer.lookupId());
        json.addProperty("file", offer.file().toString());
        json.addProperty("bytes", offer.bytes());
        json.addProperty("sha256", offer.sha256());
        json.addProperty("versionMs", offer.versionMs());
        json.addProperty("mss", offer.mss());
        json.addProperty("window", offer.window());
        return json;
    }

    private static JsonObject inventory(Message.Inventory inventory) {
        JsonObject json = from("inventory", inventory);
        JsonArray files = new JsonArray();
        for (StoredFile file : inventory.files()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("file", file.name().toString());
            entry.addProperty("bytes", file.bytes());
            entry.addProperty("sha256", file.sha256());
            entry.addProperty("versionMs", file.versionMs());
            files.add(entry);
        }
        json.add("files", files);
        json.addProperty("last", inventory.last());
        return json;
    }

    private static StoredFile readFile(Fields in) throws MalformedMessageException {
        return new StoredFile(
                FileName.parse(in.text("file")),
                in.integer("bytes"),
                in.integer("versionMs"),
                in.text("sha256"));
    }

    private static Message read(Fields in) throws MalformedMessageException {
        return switch (in.text("type")) {
            case "ping" ->
                    new Datagram.Ping(
                            in.choice("role", SuccessorRole.class), in.integer("sequence"));
            case "pingReply" ->
                    new Datagram.PingReply(
                            in.integer("sequence"),
                            in.optionalPeer("predecessor"),
                            in.peers("successors"));
            case "neighboursWanted" -> new Message.NeighboursWanted(in.peer("from"));
            case "neighbours" ->
                    new Message.Neighbours(in.peers("predecessors"), in.peers("successors"));
            case "departure" ->
                    new Message.Departure(
                            in.peer("from"), in.peers("predecessors"), in.peers("successors"));
            case "lookup" -> readLookup(in);
            case "ownerFound" ->
                    new Message.OwnerFound(
                            in.peer("from"), in.integer("lookupId"), in.truth("held"));
            case "inventory" ->
                    new Message.Inventory(
                            in.peer("from"),
                            in.objects("files", ControlCodec::readFile),
                            in.truth("last"));
            case "lacking" ->
                    new Message.Lacking(in.texts("numbers", FileNumber::new), in.truth("copied"));
            case "kept" ->
                    new Message.Kept(
                            in.peer("from"), in.integer("lookupId"), in.smallInteger("holders"));
            case "copyWanted" ->
                    new Message.CopyWanted(in.peer("from"), new FileNumber(in.text("number")));
            case "offer" -> readOffer(in);
            case "transferOver" ->
                    new Message.TransferOver(
                            in.peer("from"), in.integer("transferId"), in.optionalText("failure"));
            case "stillSending" ->
                    new Message.StillSending(in.peer("from"), in.integer("transferId"));
            case "accepted" -> new Message.Accepted();
            case "welcome" -> new Message.Welcome(in.integer("offset"), in.smallInteger("room"));
            case "refused" -> new Message.Refused(in.text("reason"));
            case String other -> throw new MalformedMessageException("unknown type");
        };
    }

    private static Message readLookup(Fields in) throws MalformedMessageException {
        return new Message.Lookup(
                in.peer("from"),
                in.integer("lookupId"),
                in.choice("purpose", LookupPurpose.class),
                new FileNumber(in.text("number")),
                in.peer("requester"),
                in.smallInteger("hop"),
                in.truth("meant"),
                in.smallInteger("copy"));
    }

    private static Message readOffer(Fields in) throws MalformedMessageException {
        return new Message.Offer(
                in.peer("from"),
                in.integer("transferId"),
                in.choice("purpose", TransferPurpose.class),
                in.integer("lookupId"),
                FileName.parse(in.text("file")),
                in.integer("bytes"),
                in.text("sha256"),
                in.integer("versionMs"),
                in.smallInteger("mss"),
                in.smallInteger("window"));
    }

    private static JsonObject typed(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }

    private static JsonObject from(String type, Message.Question question) {
        JsonObject json = typed(type);
        json.addProperty("from", question.from().value());
        return json;
    }

    private static void addPeer(JsonObject json, String name, @Nullable PeerId peer) {
        if (peer != null) {
            json.addProperty(name, peer.value());
        }
    }

    private static JsonArray array(List<PeerId> peers) {
        JsonArray array = new JsonArray();
        peers.forEach(peer -> array.add(peer.value()));
        return array;
    }

    private static IllegalArgumentException binary() {
        return new IllegalArgumentException("segments and acknowledgements are binary");
    }
}
