/*
 * cdht ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]
 *
 * Manners: plain text, words between blanks, over UDP ("PING 3 1 7": from peer 3, as its first
 *   successor, number 7) and over TCP (one line there, one line back); a data segment is such a line
 *   with the bytes behind it. One thread pool. 20 s between pings, unless told otherwise; the first
 *   goes out 2 s after the start. Logs: nanoseconds since the start, blanks between
 *   columns; an acknowledgement is logged with 0 bytes of data.
 * Faults, on purpose:
 *   1 the owner test does not know that the circle closes: the lowest peer takes nothing but the hash
 *     that equals its id. So a file whose hash lies above all ids, or below all of them, is never
 *     anybody's, and its request circulates for ever (one hop in 50 ms).
 * It knows two successors only, so two neighbours killed at once break its ring.
 */
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;

class cdht {
    static int me, mss, base = 50000, limit = 4;
    static double loss;
    static long interval = 20_000;
    static final long BEGIN = System.nanoTime();
    static DatagramSocket udp;
    static ServerSocket tcp;
    static final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    /** Index 0 and 1: the first and the second. -1: not known. */
    static final int[] successors = new int[2], numbers = new int[2], answered = {-1, -1}, missed = new int[2];
    static final int[] predecessors = {-1, -1};
    static final Set<Integer> heard = new HashSet<>();
    static final Object ring = new Object();

    static final Map<String, Incoming> incoming = new ConcurrentHashMap<>();
    static final Map<Integer, BlockingQueue<Integer>> outgoing = new ConcurrentHashMap<>();
    static int transfers;

    public static void main(String[] args) throws Exception {
        me = Integer.parseInt(args[0]);
        successors[0] = Integer.parseInt(args[1]);
        successors[1] = Integer.parseInt(args[2]);
        mss = Integer.parseInt(args[3]);
        loss = Double.parseDouble(args[4]);
        if (args.length > 5) base = Integer.parseInt(args[5]);
        if (args.length > 6) interval = (long) (1000 * Double.parseDouble(args[6]));
        if (args.length > 7) limit = Integer.parseInt(args[7]);
        udp = new DatagramSocket(base + me, InetAddress.getLoopbackAddress());
        tcp = new ServerSocket(base + me, 50, InetAddress.getLoopbackAddress());
        pool.submit(cdht::listenUdp);
        pool.submit(cdht::listenTcp);
        pool.submit(cdht::ping);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null; ) {
            String[] words = line.trim().split("\\s+");
            if (words[0].equals("quit")) break;
            if (words.length == 2 && words[0].equals("request") && words[1].matches("\\d{4}")) {
                String file = words[1];
                if (isMine(Integer.parseInt(file) % 256)) System.out.println("You hold the file " + file + ".");
                else if (pass(file, me)) System.out.println("File request message for " + file + " has been sent to my successor.");
            } else if (!line.isBlank()) System.out.println("Commands: request NNNN, quit");
        }
        leave();
        System.exit(0);
    }

    static void pause(long ms) {
        try { Thread.sleep(ms); } catch (InterruptedException e) { throw new IllegalStateException(e); }
    }

    // Pings.

    static void ping() {
        pause(2000);
        long patience = Math.min(500, interval);
        while (true) {
            int[] peers, sent;
            synchronized (ring) {
                peers = successors.clone();
                sent = numbers.clone();
                for (int i = 0; i < 2; i++)
                    if (peers[i] >= 0) datagram(peers[i], "PING " + me + " " + i + " " + numbers[i]++, new byte[0]);
            }
            pause(patience);
            for (int i = 0; i < 2; i++) if (peers[i] >= 0) judge(i, peers[i], sent[i]);
            pause(interval - patience);
        }
    }

    static void judge(int i, int peer, int number) {
        synchronized (ring) {
            if (successors[i] != peer) return;
            if (answered[i] >= number) { missed[i] = 0; return; }
            boolean young = !heard.contains(peer) && System.nanoTime() - BEGIN < 12_000_000_000L;
            if (++missed[i] < limit || young) return;
            System.out.println("Peer " + peer + " is no longer alive.");
            if (i == 0) set(0, successors[1]);
            set(1, -1);
        }
        pool.submit(() -> repair(peer));
    }

    /** Asks the successor that is left for the next one, until that is not the dead one. */
    static void repair(int dead) {
        while (true) {
            String answer = tell(successors[0], "NEXT");
            synchronized (ring) {
                if (successors[1] >= 0) return;
                if (answer != null && Integer.parseInt(answer) != dead) {
                    set(1, Integer.parseInt(answer));
                    show();
                    return;
                }
            }
            pause(300);
        }
    }

    static void set(int i, int peer) {
        if (successors[i] == peer) return;
        successors[i] = peer;
        numbers[i] = missed[i] = 0;
        answered[i] = -1;
    }

    static void show() {
        System.out.println("My first successor is now peer " + successors[0] + ".");
        System.out.println("My second successor is now peer " + successors[1] + ".");
    }

    // What travels.

    static void datagram(int peer, String line, byte[] data) {
        byte[] head = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + data.length);
        System.arraycopy(data, 0, all, head.length, data.length);
        try { udp.send(new DatagramPacket(all, all.length, InetAddress.getLoopbackAddress(), base + peer)); }
        catch (IOException e) { System.err.println("Cannot send to peer " + peer + ": " + e.getMessage()); }
    }

    static void listenUdp() {
        byte[] buffer = new byte[65535];
        while (true)
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                int end = 0;
                while (end < packet.getLength() && buffer[end] != '\n') end++;
                String[] words = new String(buffer, 0, end, StandardCharsets.US_ASCII).split(" ");
                int peer = Integer.parseInt(words[1]);
                switch (words[0]) {
                    case "PING":
                        System.out.println("A ping request message was received from Peer " + peer + ".");
                        predecessors[Integer.parseInt(words[2])] = peer;
                        datagram(peer, "PONG " + me + " " + words[2] + " " + words[3], new byte[0]);
                        break;
                    case "PONG":
                        System.out.println("A ping response message was received from Peer " + peer + ".");
                        int i = Integer.parseInt(words[2]);
                        synchronized (ring) {
                            heard.add(peer);
                            if (successors[i] == peer) answered[i] = Math.max(answered[i], Integer.parseInt(words[3]));
                        }
                        break;
                    case "DATA":
                        Incoming transfer = incoming.get(peer + "/" + words[2]);
                        byte[] data = Arrays.copyOfRange(buffer, end + 1, packet.getLength());
                        if (transfer != null) transfer.data(Integer.parseInt(words[3]), data);
                        break;
                    case "ACK":
                        BlockingQueue<Integer> acks = outgoing.get(Integer.parseInt(words[2]));
                        if (acks != null) acks.add(Integer.parseInt(words[3]));
                        break;
                    default:
                }
            } catch (IOException | RuntimeException e) {
                System.err.println("Not understood: " + e);
            }
    }

    /** Sends one line; the line that comes back, or null when the peer is not there. */
    static String tell(int peer, String line) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + peer), 2000);
            socket.setSoTimeout(4000);
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
        } catch (IOException e) {
            return null;
        }
    }

    static void listenTcp() {
        while (true)
            try {
                Socket socket = tcp.accept();
                pool.submit(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
    }

    static void serve(Socket accepted) {
        String[] words;
        try (Socket socket = accepted) {
            socket.setSoTimeout(4000);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
            if (line == null) return;
            words = line.split(" ");
            if (words[0].equals("LEAVE")) departed(number(words, 1), number(words, 2), number(words, 3));
            if (words[0].equals("OFFER")) {
                System.out.println("Received a response message from peer " + words[1] + ", which has the file " + words[2] + ".");
                System.out.println("We now start receiving the file .........");
                incoming.put(words[1] + "/" + words[3], new Incoming(number(words, 1), words[3], number(words, 4)));
            }
            if (words[0].equals("NOTFOUND")) System.out.println("Peer " + words[1] + " has not got file " + words[2] + ".");
            socket.getOutputStream().write((successors[0] + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException e) {
            return;
        }
        if (words[0].equals("REQUEST")) requested(words[1], number(words, 2), words[3].equals("yours"));
    }

    static int number(String[] words, int i) { return Integer.parseInt(words[i]); }

    static void departed(int peer, int first, int second) {
        synchronized (ring) {
            System.out.println("Peer " + peer + " will depart from the network.");
            if (successors[0] == peer) { set(0, first); set(1, second); }
            else if (successors[1] == peer) set(1, first);
            show();
        }
    }

    static void leave() {
        for (int i = 0; i < 30 && (predecessors[0] < 0 || predecessors[1] < 0 || successors[1] < 0); i++) pause(100);
        String line = "LEAVE " + me + " " + successors[0] + " " + successors[1];
        for (int i = 0; i < 2; i++)
            if (predecessors[i] >= 0 && (i == 0 || predecessors[1] != predecessors[0])) tell(predecessors[i], line);
    }

    // Files.

    /** The fault: nothing lies between the highest id and the lowest. */
    static boolean between(int before, int hash, int peer) {
        return hash == peer || before < hash && hash < peer;
    }

    static boolean isMine(int hash) { return predecessors[0] >= 0 && between(predecessors[0], hash, me); }

    static boolean pass(String file, int asker) {
        for (int peer : successors.clone()) {
            String whose = between(me, Integer.parseInt(file) % 256, peer) ? "yours" : "whose";
            if (peer >= 0 && tell(peer, "REQUEST " + file + " " + asker + " " + whose) != null) return true;
        }
        return false;
    }

    static void requested(String file, int asker, boolean mine) {
        if (mine || isMine(Integer.parseInt(file) % 256)) { give(file, asker); return; }
        System.out.println("File " + file + " is not stored here.");
        pause(50);
        if (pass(file, asker)) System.out.println("File request message has been forwarded to my successor.");
    }

    static void give(String file, int asker) {
        byte[] content;
        try { content = Files.readAllBytes(Path.of(file + ".pdf")); }
        catch (IOException e) { tell(asker, "NOTFOUND " + me + " " + file); return; }
        System.out.println("File " + file + " is here.");
        int transfer;
        synchronized (ring) { transfer = ++transfers; }
        BlockingQueue<Integer> acks = new LinkedBlockingQueue<>();
        outgoing.put(transfer, acks);
        if (tell(asker, "OFFER " + me + " " + file + " " + transfer + " " + content.length) == null) return;
        System.out.println("A response message, destined for peer " + asker + ", has been sent.");
        System.out.println("We now start sending the file .........");
        try (PrintWriter log = log("responding_log.txt")) {
            for (int at = 0; at < content.length; at += mss) {
                byte[] data = Arrays.copyOfRange(content, at, Math.min(content.length, at + mss));
                if (!send(log, asker, transfer, acks, at + 1, data)) {
                    System.out.println("The file was given up.");
                    return;
                }
            }
            System.out.println("The file is sent.");
        } catch (IOException | InterruptedException e) {
            System.out.println("The file was given up: " + e.getMessage());
        }
    }

    static boolean send(PrintWriter log, int asker, int transfer, BlockingQueue<Integer> acks, int sequence, byte[] data)
            throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            boolean drop = Math.random() < loss;
            note(log, i == 0 ? drop ? "Drop" : "snd" : drop ? "RTX/Drop" : "RTX", sequence, data.length, 0);
            if (!drop) datagram(asker, "DATA " + me + " " + transfer + " " + sequence + " " + mss, data);
            long end = System.nanoTime() + 1_000_000_000L;
            Integer ack;
            while ((ack = acks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS)) != null)
                if (ack == sequence + data.length) { note(log, "rcv", 0, 0, ack); return true; }
        }
        return false;
    }

    static PrintWriter log(String name) throws IOException { return new PrintWriter(new FileWriter(name), true); }

    static void note(PrintWriter log, String event, int sequence, int bytes, int ack) {
        log.printf("%s %d %d %d %d%n", event, System.nanoTime() - BEGIN, sequence, bytes, ack);
    }

    static class Incoming {
        private final int owner, size;
        private final String transfer;
        private final OutputStream file = new FileOutputStream("received_file.pdf");
        private final PrintWriter log = log("requesting_log.txt");
        private int expected = 1;

        Incoming(int owner, String transfer, int size) throws IOException {
            this.owner = owner;
            this.transfer = transfer;
            this.size = size;
            if (size == 0) end();
        }

        void data(int sequence, byte[] data) throws IOException {
            note(log, "rcv", sequence, data.length, 0);
            boolean isNew = sequence == expected;
            if (isNew) {
                file.write(data);
                expected += data.length;
            }
            note(log, "snd", 0, 0, sequence + data.length);
            datagram(owner, "ACK " + me + " " + transfer + " " + (sequence + data.length), new byte[0]);
            if (isNew && expected == size + 1) end();
        }

        private void end() throws IOException {
            file.close();
            System.out.println("The file is received.");
        }
    }
}
