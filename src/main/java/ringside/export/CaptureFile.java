package ringside.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.MessagesUncaptured;
import ringside.status.WireEvent.Passage;
import ringside.status.WireEvent.Transport;
import ringside.text.Messages;

/**
 * Writes captured messages as a file that Wireshark opens. Each peer is an interface; a message
 * that both ends have reported stands there once, at its sender. What a peer dropped on purpose
 * stands at another interface of it, as it was never on the wire. Stateless.
 */
public final class CaptureFile {

    private static final String APPLICATION = "Ringside";

    private CaptureFile() {}

    /** An interface: a peer, and whether what it dropped. */
    private record Place(PeerId peer, boolean isDropped) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::isDropped).thenComparing(Place::peer);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        String name() {
            return isDropped ? "peer-" + peer + "-dropped" : "peer-" + peer;
        }

        String description() {
            return Messages.EXPORT.format(isDropped ? "capture.dropped" : "capture.peer", peer);
        }
    }

    /** What both reports of a message have in common. */
    private record Content(Transport transport, int from, int to, int length, String base64) {

        static Content of(MessageCaptured message) {
            boolean isIn = message.passage() == Passage.RECEIVED;
            return new Content(
                    message.transport(),
                    isIn ? message.otherPort() : message.port(),
                    isIn ? message.port() : message.otherPort(),
                    message.length(),
                    message.base64());
        }
    }

    /**
     * Writes the messages of an interval.
     *
     * @param entries of the run, in any order
     * @param fromMicros where it begins, in microseconds since the epoch
     * @param toMicros where it ends, inclusive
     * @return the number of messages written, those that were dropped on purpose among them
     * @throws IOException if the file cannot be written; an older one is then still there
     */
    public static int write(List<StatusEntry> entries, long fromMicros, long toMicros, Path file)
            throws IOException {
        List<StatusEntry> messages = messages(entries, fromMicros, toMicros);
        AtomicFile.write(
                file,
                temporary -> {
                    try (OutputStream out =
                            new BufferedOutputStream(Files.newOutputStream(temporary))) {
                        write(messages, uncaptured(entries, fromMicros, toMicros), out);
                    }
                });
        return messages.size();
    }

    /** Returns the messages of an interval, each once, in the order of their times. */
    static List<StatusEntry> messages(List<StatusEntry> entries, long fromMicros, long toMicros) {
        List<StatusEntry> all =
                entries.stream()
                        .filter(entry -> entry.event() instanceof MessageCaptured)
                        .filter(entry -> isWithin(entry, fromMicros, toMicros))
                        .toList();
        Map<Content, Integer> sent = new HashMap<>();
        for (StatusEntry entry : all) {
            if (entry.event() instanceof MessageCaptured message
                    && message.passage() == Passage.SENT) {
                sent.merge(Content.of(message), 1, Integer::sum);
            }
        }
        List<StatusEntry> once = new ArrayList<>();
        for (StatusEntry entry : all) {
            if (entry.event() instanceof MessageCaptured message && !isTwin(message, sent)) {
                once.add(entry);
            }
        }
        once.sort(Comparator.comparingLong(StatusEntry::atMicros));
        return once;
    }

    /** Returns whether the sender has reported the message, too, and takes one such report away. */
    private static boolean isTwin(MessageCaptured message, Map<Content, Integer> sent) {
        if (message.passage() != Passage.RECEIVED) {
            return false;
        }
        int before = sent.merge(Content.of(message), -1, Integer::sum) + 1;
        return before > 0;
    }

    private static boolean isWithin(StatusEntry entry, long fromMicros, long toMicros) {
        return entry.atMicros() >= fromMicros && entry.atMicros() <= toMicros;
    }

    /** Returns how many messages of each peer were too many. */
    private static Map<PeerId, Long> uncaptured(
            List<StatusEntry> entries, long fromMicros, long toMicros) {
        Map<PeerId, Long> counts = new TreeMap<>();
        for (StatusEntry entry : entries) {
            if (entry.event() instanceof MessagesUncaptured(long count)
                    && isWithin(entry, fromMicros, toMicros)) {
                counts.merge(entry.peer(), count, Long::sum);
            }
        }
        return counts;
    }

    private static void write(
            List<StatusEntry> messages, Map<PeerId, Long> uncaptured, OutputStream out)
            throws IOException {
        PcapngFile file =
                new PcapngFile(out, APPLICATION, Messages.EXPORT.format("capture.comment"));
        Map<Place, Integer> places = new TreeMap<>();
        messages.forEach(entry -> places.put(placeOf(entry), 0));
        uncaptured.keySet().forEach(peer -> places.put(new Place(peer, false), 0));
        for (Map.Entry<Place, Integer> place : places.entrySet()) {
            place.setValue(file.addInterface(place.getKey().name(), place.getKey().description()));
        }
        IpPackets packets = new IpPackets();
        IpPackets dropped = new IpPackets();
        long lastMicros = 0;
        for (StatusEntry entry : messages) {
            Place place = placeOf(entry);
            IpPackets headers = place.isDropped() ? dropped : packets;
            add(entry, places.getOrDefault(place, 0), headers, file);
            lastMicros = entry.atMicros();
        }
        for (Map.Entry<PeerId, Long> count : uncaptured.entrySet()) {
            int number = places.getOrDefault(new Place(count.getKey(), false), 0);
            file.addStatistics(number, lastMicros, count.getValue());
        }
    }

    private static Place placeOf(StatusEntry entry) {
        boolean isDropped =
                entry.event() instanceof MessageCaptured message
                        && message.passage() == Passage.DROPPED;
        return new Place(entry.peer(), isDropped);
    }

    private static void add(
            StatusEntry entry, int interfaceNumber, IpPackets headers, PcapngFile file)
            throws IOException {
        if (!(entry.event() instanceof MessageCaptured message)) {
            return;
        }
        PcapngFile.Direction direction =
                message.passage() == Passage.RECEIVED
                        ? PcapngFile.Direction.INBOUND
                        : PcapngFile.Direction.OUTBOUND;
        String comment =
                message.passage() == Passage.DROPPED
                        ? Messages.EXPORT.format("capture.neverSent")
                        : "";
        for (IpPackets.Packet packet : headers.of(message)) {
            file.addPacket(
                    interfaceNumber,
                    entry.atMicros(),
                    packet.captured(),
                    packet.wholeLength(),
                    direction,
                    comment);
        }
    }
}
