/*
 * cdht ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]
 *
 * Manners: a binary format of its own, written with DataOutputStream: a kind (one byte), who sends it
 *   (one byte), and fields that depend on the kind; over TCP each connection takes one message and
 *   answers with two bytes, the successors. Logs: seconds since the start, three decimals, columns of
 *   fixed width; an acknowledgement is logged with the bytes that it acknowledges.
 * Faults, on purpose:
 *   1 after a quit or a kill, the second predecessor prints its second successor only, because its
 *     first has not changed.
 * It knows two successors only, so two neighbours killed at once break its ring.
 */
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;

public class cdht {
    static final byte PING = 'P', PONG = 'p', SEGMENT = 'S', ACK = 'A';
    static final byte REQUEST = 'R', RESPONSE = 'r', ABSENT = 'a', GOODBYE = 'G', NEIGHBOURS = 'N';

    interface Body { void write(DataOutputStream out) throws IOException; }

    static final InetAddress HOST = InetAddress.getLoopbackAddress();
    static final long START = System.nanoTime();
    static int id, mss, base = 50000, misses = 4;
    static long interval = 1000;
    static double loss;
    static DatagramSocket datagrams;
    static ServerSocket connections;
    static final Successors successors = new Successors();
    static volatile int firstPredecessor = -1, secondPredecessor = -1;
    static final Map<Integer, Receiving> receiving = new ConcurrentHashMap<>();
    static final Map<Integer, SynchronousQueue<Integer>> waiting = new ConcurrentHashMap<>();
    static int transfers;

    static synchronized void print(String... lines) {
        for (String line : lines) System.out.println(line);
    }

    static void sleep(long ms) {
        try { Thread.sleep(ms); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
    }

    static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    static byte[] bytes(byte kind, Body body) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(kind);
            out.writeByte(id);
            body.write(out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(int peer, byte kind, Body body) {
        byte[] message = bytes(kind, body);
        try { datagrams.send(new DatagramPacket(message, message.length, HOST, base + peer)); }
        catch (IOException e) { print("Cannot send to peer " + peer + "."); }
    }

    /** Tells a peer over TCP; its two successors, or null when it is not there. */
    static int[] tell(int peer, byte kind, Body body) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, base + peer), 2000);
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(bytes(kind, body));
            socket.shutdownOutput();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new int[] {in.readUnsignedByte(), in.readUnsignedByte()};
        } catch (IOException e) {
            return null;
        }
    }

    // ------------------------------------------------------------ successors and pings

    static class Target {
        final int peer;
        int next, missed;
        int answered = -1;
        boolean silent = true;
        Target(int peer) { this.peer = peer; }
    }

    static class Successors {
        private Target first, second;

        synchronized void begin(int one, int two) { first = new Target(one); second = new Target(two); }
        synchronized int first() { return first.peer; }
        /** The second one, or the first while the second is not known. */
        synchronized int second() { return second == null ? first.peer : second.peer; }
        synchronized boolean complete() { return second != null; }
        private Target of(int order) { return order == 1 ? first : second; }

        synchronized void pong(int order, int peer, int number) {
            Target target = of(order);
            if (target == null || target.peer != peer) return;
            target.answered = Math.max(target.answered, number);
            target.silent = false;
        }

        void ping() {
            Target[] targets = new Target[2];
            int[] numbers = new int[2];
            synchronized (this) {
                for (int order = 1; order <= 2; order++) {
                    Target target = targets[order - 1] = of(order);
                    if (target == null) continue;
                    int number = numbers[order - 1] = target.next++;
                    int as = order;
                    send(target.peer, PING, out -> { out.writeByte(as); out.writeInt(number); });
                }
            }
            long patience = Math.min(500, interval);
            sleep(patience);
            for (int i = 0; i < 2; i++) if (targets[i] != null) judge(targets[i], numbers[i]);
            sleep(interval - patience);
        }

        private synchronized void judge(Target target, int number) {
            if (target != first && target != second) return;
            target.missed = target.answered >= number ? 0 : target.missed + 1;
            boolean patient = target.silent && System.nanoTime() - START < 10_000_000_000L;
            if (target.missed < misses || patient) return;
            print("Peer " + target.peer + " is no longer alive.");
            boolean wasFirst = target == first;
            if (wasFirst) first = new Target(second.peer);
            second = null;
            start(() -> repair(target.peer, wasFirst));
        }

        private void repair(int dead, boolean wasFirst) {
            for (;; sleep(250)) {
                int[] neighbours = tell(first(), NEIGHBOURS, out -> { });
                synchronized (this) {
                    if (second != null) return;
                    if (neighbours == null || neighbours[0] == dead) continue;
                    second = new Target(neighbours[0]);
                    show(wasFirst);
                    return;
                }
            }
        }

        synchronized void goodbye(int peer, int its, int next) {
            print("Peer " + peer + " will depart from the network.");
            boolean wasFirst = first.peer == peer;
            if (wasFirst) {
                first = first.peer == its ? first : new Target(its);
                second = new Target(next);
            } else if (second != null && second.peer == peer) {
                second = new Target(its);
            }
            show(wasFirst);
        }

        /** The fault: says only what has changed. */
        private void show(boolean firstChanged) {
            if (firstChanged) print("My first successor is now peer " + first.peer + ".");
            print("My second successor is now peer " + second.peer + ".");
        }
    }

    // ------------------------------------------------------------ what comes in

    static void receiveDatagrams() {
        byte[] buffer = new byte[65535];
        while (true)
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(buffer, 0, packet.getLength()));
                byte kind = in.readByte();
                int peer = in.readUnsignedByte();
                if (kind == PING || kind == PONG) {
                    int order = in.readByte();
                    int number = in.readInt();
                    if (kind == PONG) {
                        print("A ping response message was received from Peer " + peer + ".");
                        successors.pong(order, peer, number);
                        continue;
                    }
                    print("A ping request message was received from Peer " + peer + ".");
                    if (order == 1) firstPredecessor = peer;
                    else secondPredecessor = peer;
                    send(peer, PONG, out -> { out.writeByte(order); out.writeInt(number); });
                } else if (kind == SEGMENT) {
                    Receiving transfer = receiving.get(peer << 16 | in.readUnsignedShort());
                    int sequence = in.readInt();
                    in.readUnsignedShort();
                    if (transfer != null) transfer.segment(sequence, in.readAllBytes());
                } else if (kind == ACK) {
                    SynchronousQueue<Integer> queue = waiting.get(in.readUnsignedShort());
                    if (queue != null) queue.offer(in.readInt(), 200, TimeUnit.MILLISECONDS);
                }
            } catch (IOException | InterruptedException e) {
                print("A datagram could not be read.");
            }
    }

    static void acceptConnections() {
        while (true)
            try {
                Socket socket = connections.accept();
                start(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
    }

    static void answer(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setSoTimeout(5000);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte kind = in.readByte();
            int peer = in.readUnsignedByte();
            Runnable afterwards = () -> { };
            if (kind == REQUEST) {
                String file = in.readUTF();
                int asker = in.readUnsignedByte();
                boolean yours = in.readBoolean();
                int hops = in.readShort();
                afterwards = () -> request(file, asker, yours, hops);
            } else if (kind == RESPONSE) {
                String file = in.readUTF();
                print("Received a response message from peer " + peer + ", which has the file " + file + ".",
                        "We now start receiving the file .........");
                int transfer = in.readUnsignedShort();
                receiving.put(peer << 16 | transfer, new Receiving(peer, transfer, in.readInt()));
            } else if (kind == ABSENT) {
                print("Peer " + peer + " has no file " + in.readUTF() + ".");
            } else if (kind == GOODBYE) {
                successors.goodbye(peer, in.readUnsignedByte(), in.readUnsignedByte());
            }
            out.writeByte(successors.first());
            out.writeByte(successors.second());
            out.flush();
            socket.shutdownOutput();
            afterwards.run();
        } catch (IOException e) {
            print("A connection broke.");
        }
    }

    // ------------------------------------------------------------ files

    /** Whether the hash lies in (after, upTo] on the circle. */
    static boolean lies(int hash, int after, int upTo) {
        if (after < upTo) return after < hash && hash <= upTo;
        return after < hash || hash <= upTo;
    }

    static boolean isMine(String file) {
        return firstPredecessor >= 0 && lies(Integer.parseInt(file) % 256, firstPredecessor, id);
    }

    static boolean pass(String file, int asker, int hops) {
        for (int peer : new int[] {successors.first(), successors.second()}) {
            boolean yours = lies(Integer.parseInt(file) % 256, id, peer);
            if (tell(peer, REQUEST, out -> {
                out.writeUTF(file);
                out.writeByte(asker);
                out.writeBoolean(yours);
                out.writeShort(hops);
            }) != null) return true;
        }
        return false;
    }

    static void request(String file, int asker, boolean mine, int hops) {
        if (mine || isMine(file)) {
            serve(file, asker);
            return;
        }
        print("File " + file + " is not stored here.");
        if (hops < 256 && pass(file, asker, hops + 1)) print("File request message has been forwarded to my successor.");
    }

    static void serve(String file, int asker) {
        byte[] content;
        try { content = Files.readAllBytes(Paths.get(file + ".pdf")); }
        catch (IOException e) { tell(asker, ABSENT, out -> out.writeUTF(file)); return; }
        print("File " + file + " is here.");
        int transfer;
        synchronized (waiting) { transfer = ++transfers; }
        waiting.put(transfer, new SynchronousQueue<>());
        if (tell(asker, RESPONSE, out -> {
            out.writeUTF(file);
            out.writeShort(transfer);
            out.writeInt(content.length);
        }) == null) return;
        print("A response message, destined for peer " + asker + ", has been sent.",
                "We now start sending the file .........");
        try (Log log = new Log("responding_log.txt")) {
            for (int offset = 0; offset < content.length; offset += mss) {
                byte[] data = Arrays.copyOfRange(content, offset, Math.min(content.length, offset + mss));
                if (!segment(log, asker, transfer, offset + 1, data)) {
                    print("Peer " + asker + " acknowledges nothing: the file is not sent.");
                    return;
                }
            }
            print("The file is sent.");
        } catch (IOException | InterruptedException e) {
            print("The file could not be sent.");
        }
    }

    static boolean segment(Log log, int asker, int transfer, int sequence, byte[] data) throws InterruptedException {
        for (int time = 0; time < 20; time++) {
            boolean drop = ThreadLocalRandom.current().nextDouble() < loss;
            String event = time == 0 ? (drop ? "Drop" : "snd") : (drop ? "RTX/Drop" : "RTX");
            log.add(event, sequence, data.length, 0);
            if (!drop) send(asker, SEGMENT, out -> {
                out.writeShort(transfer);
                out.writeInt(sequence);
                out.writeShort(mss);
                out.write(data);
            });
            long end = System.nanoTime() + 1_000_000_000L;
            for (long left; (left = end - System.nanoTime()) > 0; ) {
                Integer ack = waiting.get(transfer).poll(left, TimeUnit.NANOSECONDS);
                if (ack == null || ack != sequence + data.length) continue;
                log.add("rcv", 0, data.length, ack);
                return true;
            }
        }
        return false;
    }

    static class Log implements Closeable {
        private final PrintStream out;
        Log(String name) throws IOException { out = new PrintStream(new FileOutputStream(name), true); }
        synchronized void add(String event, int sequence, int bytes, int ack) {
            double seconds = (System.nanoTime() - START) / 1e9;
            out.println(String.format(Locale.ROOT, "%-8s %10.3f %8d %6d %8d", event, seconds, sequence, bytes, ack));
        }
        public void close() { out.close(); }
    }

    static class Receiving {
        private final int owner, transfer, size;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final Log log = new Log("requesting_log.txt");

        Receiving(int owner, int transfer, int size) throws IOException {
            this.owner = owner;
            this.transfer = transfer;
            this.size = size;
            if (size == 0) save();
        }

        void segment(int sequence, byte[] data) throws IOException {
            log.add("rcv", sequence, data.length, 0);
            boolean expected = sequence == content.size() + 1;
            if (expected) content.write(data);
            log.add("snd", 0, data.length, sequence + data.length);
            send(owner, ACK, out -> { out.writeShort(transfer); out.writeInt(sequence + data.length); });
            if (expected && content.size() == size) save();
        }

        private void save() throws IOException {
            Files.write(Paths.get("received_file.pdf"), content.toByteArray());
            print("The file is received.");
        }
    }

    public static void main(String[] args) throws IOException {
        id = Integer.parseInt(args[0]);
        successors.begin(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        mss = Integer.parseInt(args[3]);
        loss = Double.parseDouble(args[4]);
        if (args.length > 5) base = Integer.parseInt(args[5]);
        if (args.length > 6) interval = Math.round(Double.parseDouble(args[6]) * 1000);
        if (args.length > 7) misses = Integer.parseInt(args[7]);
        datagrams = new DatagramSocket(base + id, HOST);
        connections = new ServerSocket(base + id, 50, HOST);
        start(cdht::receiveDatagrams);
        start(cdht::acceptConnections);
        start(() -> { while (true) successors.ping(); });
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String line = in.nextLine().trim();
            if (line.equals("quit")) break;
            if (line.matches("request [0-9]{4}")) {
                String file = line.substring(8);
                if (isMine(file)) print("File " + file + " is yours already.");
                else if (pass(file, id, 0)) print("File request message for " + file + " has been sent to my successor.");
            } else if (!line.isEmpty()) {
                print("Commands: request NNNN, quit");
            }
        }
        for (int i = 0; i < 30 && (firstPredecessor < 0 || secondPredecessor < 0 || !successors.complete()); i++) sleep(100);
        for (int peer : new TreeSet<>(List.of(firstPredecessor, secondPredecessor)))
            if (peer >= 0 && peer != id) tell(peer, GOODBYE, out -> {
                out.writeByte(successors.first());
                out.writeByte(successors.second());
            });
        System.exit(0);
    }
}
