package ringside.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.peer.Origin;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.PeerOptions;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.text.Messages;

/**
 * The command line of a peer (SPEC 1.2).
 *
 * @param basePort UDP and TCP port of peer 0; a peer listens on {@code basePort + id}
 * @param listen the address that its sockets are bound to (SPEC 1.7)
 * @param elsewhere the peers at other addresses, as far as they are known at the start
 * @param key where the ring's key is read from (SPEC 10.6), or null for a ring without one
 * @param data folder for its files and logs
 * @param files additional folder of files to answer with
 * @param status address of the status channel, or null if the peer is unsupervised
 * @param fault what this peer does wrong on purpose (SPEC 7.7), or null
 * @param quiet whether the two ping lines are left out on the terminal
 */
record PeerArguments(
        PeerId self,
        Origin origin,
        PeerSettings settings,
        int basePort,
        InetAddress listen,
        Map<PeerId, InetAddress> elsewhere,
        @Nullable KeySource key,
        Path data,
        Path files,
        @Nullable InetSocketAddress status,
        @Nullable PlantedFault fault,
        boolean quiet) {

    /** Copies the map. */
    PeerArguments {
        elsewhere = Map.copyOf(elsewhere);
    }

    /** Returns a new directory of all peers. */
    Addresses addresses() {
        Addresses addresses = new Addresses(listen, basePort);
        elsewhere.forEach((peer, address) -> addresses.locate(address, List.of(peer)));
        return addresses;
    }

    /**
     * Parses a command line.
     *
     * @throws UsageException with a sentence that says what is wrong
     */
    static PeerArguments parse(List<String> arguments) throws UsageException {
        try {
            return new Reading(arguments).read();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static final class Reading {

        private final ArrayDeque<String> left;
        private final List<String> positional = new ArrayList<>();
        private PeerSettings settings = PeerSettings.DEFAULTS;
        private int basePort = PeerOptions.DEFAULT_BASE_PORT;
        private InetAddress listen = InetAddress.getLoopbackAddress();
        private final Map<PeerId, InetAddress> elsewhere = new TreeMap<>();
        private @Nullable KeySource key;
        private @Nullable Path data;
        private Path files = Path.of("");
        private @Nullable InetSocketAddress status;
        private @Nullable PlantedFault fault;
        private boolean quiet;
        private @Nullable PeerId known;

        Reading(List<String> arguments) {
            left = new ArrayDeque<>(arguments);
        }

        PeerArguments read() {
            while (!left.isEmpty()) {
                String word = left.remove();
                if (word.startsWith("--")) {
                    option(word);
                } else {
                    positional.add(word);
                }
            }
            return known == null ? withNeighbours() : joining(known);
        }

        private void option(String name) {
            switch (name) {
                case PeerOptions.JOIN -> known = PeerId.parse(value(name));
                case PeerOptions.PING ->
                        settings =
                                settings.withPingIntervalMs(
                                        CommandParser.parseDurationMs(value(name)));
                case PeerOptions.MISSES -> settings = settings.withMisses(integer(name));
                case PeerOptions.SUCCESSORS -> settings = settings.withSuccessors(integer(name));
                case PeerOptions.WINDOW -> settings = settings.withWindow(integer(name));
                case PeerOptions.REPLICAS -> settings = settings.withReplicas(integer(name));
                case PeerOptions.SHORTCUTS -> settings = settings.withShortcuts(true);
                case PeerOptions.BASE_PORT -> {
                    basePort = integer(name);
                    requireRange(name, basePort, 1, PeerOptions.MAX_BASE_PORT);
                }
                case PeerOptions.LISTEN -> listen = ownAddress(value(name));
                case PeerOptions.AT -> place(value(name));
                case PeerOptions.KEY -> key = KeySource.parse(value(name));
                case PeerOptions.DATA -> data = Path.of(value(name));
                case PeerOptions.FILES -> files = Path.of(value(name));
                case PeerOptions.STATUS -> status = address(value(name));
                case PeerOptions.FAULT -> fault = PlantedFault.parse(value(name));
                case PeerOptions.QUIET -> quiet = true;
                case String unknown ->
                        throw new IllegalArgumentException(
                                Messages.NODE.format("option.unknown", unknown));
            }
        }

        private PeerArguments withNeighbours() {
            requireCount(5, "ID SUCC1 SUCC2 MSS LOSS");
            PeerId self = PeerId.parse(positional.get(0));
            PeerId first = PeerId.parse(positional.get(1));
            PeerId second = PeerId.parse(positional.get(2));
            List<PeerId> successors = new ArrayList<>(List.of(first, second));
            successors.removeIf(self::equals);
            if (first.equals(second) && !successors.isEmpty()) {
                successors.removeLast();
            }
            if (successors.size() == 2 && !first.isBetween(self, second)) {
                throw new IllegalArgumentException(
                        Messages.NODE.format("arguments.order", self, second, first));
            }
            return build(self, new Origin.Neighbours(successors), 3);
        }

        private PeerArguments joining(PeerId through) {
            requireCount(3, "--join KNOWN ID MSS LOSS");
            PeerId self = PeerId.parse(positional.getFirst());
            if (self.equals(through)) {
                throw new IllegalArgumentException(Messages.NODE.format("arguments.itself", self));
            }
            return build(self, new Origin.Join(through), 1);
        }

        private PeerArguments build(PeerId self, Origin origin, int mssAt) {
            PeerSettings complete =
                    settings.withMss(
                                    wholeNumber(positional.get(mssAt), "option.wholeNumber", "MSS"))
                            .withLoss(fraction(positional.get(mssAt + 1)));
            requireConsistent(self);
            Path folder = data == null ? Path.of("peer-" + self) : data;
            return new PeerArguments(
                    self, origin, complete, basePort, listen, elsewhere, key, folder, files, status,
                    fault, quiet);
        }

        private static InetAddress ownAddress(String text) {
            InetAddress address = literal(PeerOptions.LISTEN, text);
            if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
                throw new IllegalArgumentException(Messages.NODE.format("listen.any", text));
            }
            return address;
        }

        /** Asks no name server. */
        private static InetAddress literal(String option, String text) {
            try {
                return InetAddress.ofLiteral(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        Messages.NODE.format("option.address", option, text), e);
            }
        }

        /** Reads ADDRESS=ID,ID,... */
        private void place(String text) {
            int equals = text.lastIndexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(Messages.NODE.format("option.at", text));
            }
            InetAddress address = literal(PeerOptions.AT, text.substring(0, equals));
            for (String id : text.substring(equals + 1).split(",", -1)) {
                PeerId peer = PeerId.parse(id);
                if (elsewhere.put(peer, address) != null) {
                    throw new IllegalArgumentException(Messages.NODE.format("at.twice", peer));
                }
            }
        }

        private void requireConsistent(PeerId self) {
            InetAddress own = elsewhere.getOrDefault(self, listen);
            if (!own.equals(listen)) {
                throw new IllegalArgumentException(
                        Messages.NODE.format(
                                "at.self", self, listen.getHostAddress(), own.getHostAddress()));
            }
            if (key == null) {
                requireLoopback(listen);
                elsewhere.values().forEach(Reading::requireLoopback);
            }
        }

        private static void requireLoopback(InetAddress address) {
            if (!address.isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        Messages.NODE.format("key.none", address.getHostAddress()));
            }
        }

        private void requireCount(int count, String form) {
            if (positional.size() != count) {
                throw new IllegalArgumentException(
                        Messages.NODE.format("arguments.count", form, positional.size(), count));
            }
        }

        private String value(String option) {
            String value = left.poll();
            if (value == null) {
                throw new IllegalArgumentException(Messages.NODE.format("option.noValue", option));
            }
            return value;
        }

        private int integer(String option) {
            return wholeNumber(value(option), "option.wholeNumber", option);
        }

        /**
         * Throws the sentence of the key {@code otherwise}, with the text and the name inserted.
         */
        private static int wholeNumber(String text, String otherwise, String name) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(Messages.NODE.format(otherwise, text, name), e);
            }
        }

        private static double fraction(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(Messages.NODE.format("arguments.loss", text), e);
            }
        }

        private static void requireRange(String name, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        Messages.NODE.format("option.range", name, least, most, value));
            }
        }

        private static InetSocketAddress address(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(Messages.NODE.format("option.status", text));
            }
            return new InetSocketAddress(
                    text.substring(0, colon),
                    wholeNumber(
                            text.substring(colon + 1), "option.status.port", PeerOptions.STATUS));
        }
    }
}
