package ringside.capture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.text.Messages;

/** The messages and fields of the protocol, in the words of its page. Stateless. */
final class Vocabulary {

    /** The fields of each file in an inventory. */
    private static final List<String> OF_FILE = List.of("file", "bytes", "sha256", "versionMs");

    /** The fields of each message, beside its type. */
    static final Map<String, List<String>> FIELDS =
            Map.ofEntries(
                    Map.entry("ping", List.of("role", "sequence")),
                    Map.entry("pingReply", List.of("sequence", "predecessor", "successors")),
                    Map.entry("neighboursWanted", List.of("from")),
                    Map.entry("neighbours", List.of("predecessors", "successors")),
                    Map.entry("departure", List.of("from", "predecessors", "successors")),
                    Map.entry("accepted", List.of()),
                    Map.entry("refused", List.of("reason")),
                    Map.entry(
                            "lookup",
                            List.of(
                                    "from",
                                    "lookupId",
                                    "purpose",
                                    "number",
                                    "requester",
                                    "hop",
                                    "meant",
                                    "copy")),
                    Map.entry("ownerFound", List.of("from", "lookupId", "held")),
                    Map.entry(
                            "successorWanted",
                            List.of("from", "requester", "start", "hop", "meant")),
                    Map.entry("successorFound", List.of("from", "start")),
                    Map.entry(
                            "offer",
                            List.of(
                                    "from",
                                    "transferId",
                                    "purpose",
                                    "lookupId",
                                    "file",
                                    "bytes",
                                    "sha256",
                                    "versionMs",
                                    "mss",
                                    "window")),
                    Map.entry("welcome", List.of("offset", "room")),
                    Map.entry("stillSending", List.of("from", "transferId")),
                    Map.entry("inventory", List.of("from", "files", "last")),
                    Map.entry("lacking", List.of("numbers", "copied")),
                    Map.entry("copyWanted", List.of("from", "number")),
                    Map.entry("kept", List.of("from", "lookupId", "holders")),
                    Map.entry("transferOver", List.of("from", "transferId", "failure")),
                    Map.entry(
                            "segment", List.of("version", "mss", "transferId", "sequence", "data")),
                    Map.entry(
                            "acknowledgement", List.of("version", "transferId", "acknowledgement")),
                    Map.entry(
                            "selectiveAcknowledgement",
                            List.of(
                                    "version",
                                    "transferId",
                                    "acknowledgement",
                                    "bitmap",
                                    "beyond")));

    /** Fields that have a title of their own; another one's is its name. */
    static final Set<String> TITLED =
            Set.of(
                    "length",
                    "type",
                    "from",
                    "role",
                    "number",
                    "sha256",
                    "lookupId",
                    "transferId",
                    "mss",
                    "window",
                    "sequence",
                    "acknowledgement",
                    "bytes",
                    "offset",
                    "room",
                    "versionMs",
                    "meant",
                    "copy",
                    "hop",
                    "held",
                    "copied",
                    "last",
                    "holders",
                    "numbers",
                    "bitmap",
                    "beyond");

    private Vocabulary() {}

    /** Returns the heading of the protocol's page under which a message stands; empty for none. */
    static String section(String type) {
        return FIELDS.containsKey(type) ? Messages.CAPTURE.format("section." + type) : "";
    }

    static MessageField field(String type, String name, String value) {
        return new MessageField(name, title(name), value, meaning(type, name));
    }

    private static String title(String name) {
        return TITLED.contains(name) ? Messages.CAPTURE.format("title." + name) : capitalised(name);
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String meaning(String type, String name) {
        if (name.equals("length")) {
            return Messages.CAPTURE.format("meaning.length");
        }
        if (type.equals("inventory") && OF_FILE.contains(name)) {
            return Messages.CAPTURE.format("meaning.offer." + name);
        }
        return FIELDS.getOrDefault(type, List.of()).contains(name)
                ? Messages.CAPTURE.format("meaning." + type + "." + name)
                : "";
    }
}
