/*
 * cdht ID FIRST SECOND MSS LOSS [BASE-PORT [SECONDS-BETWEEN-PINGS [MISSES]]]
 *
 * Manners: every message is one Java-serialised object, over UDP (Ping, Pong, Segment, Ack) and over
 *   TCP (the rest); a thread for every task. Logs: seconds since the start, three decimals, tabs;
 *   an acknowledgement is logged with the number of bytes it acknowledges.
 * Faults: none known. It knows two successors only, so two neighbours killed at once break its ring.
 */
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.security.MessageDigest;
import java.util.*;
import java.util.concurrent.*;

abstract class Message implements Serializable { int from = cdht.id; }
class Ping extends Message { int slot, seq; }
class Pong extends Message { int slot, seq; }
class Segment extends Message { int transfer, seq, mss; byte[] data; }
class Ack extends Message { int transfer, ack; }
class Request extends Message { String file; int requester, hops; boolean forYou; }
class Offer extends Message { String file; int transfer, mss; long size; byte[] digest; }
class NotFound extends Message { String file; }
class Depart extends Message { int first, second; }
class NewPredecessors extends Message { int first, second; }
class AskSuccessor extends Message { }
class Answer extends Message { int first; }

/** Who is before and behind me. One object, every method synchronized. -1 means unknown. */
class Ring {
    private final int[] succ = new int[2], seq = new int[2], answered = new int[2], missed = new int[2];
    private final int[] pred = {-1, -1};
    private final Set<Integer> dead = new HashSet<>(), heard = new HashSet<>();

    Ring(int first, int second) { set(0, first); set(1, second); }

    private void set(int slot, int peer) {
        succ[slot] = peer; seq[slot] = 0; answered[slot] = -1; missed[slot] = 0;
    }
    private void update(int first, int second) {
        if (succ[0] != first) set(0, first);
        if (succ[1] != second) set(1, second);
    }
    synchronized int successor(int slot) { return succ[slot]; }
    synchronized int predecessor(int slot) { return pred[slot]; }
    synchronized void setPredecessors(int first, int second) { pred[0] = first; pred[1] = second; }

    synchronized Ping nextPing(int slot) {
        if (succ[slot] < 0 || succ[slot] == cdht.id) return null;
        Ping p = new Ping();
        p.slot = slot; p.seq = seq[slot]++;
        return p;
    }
    synchronized void pinged(Ping p) { pred[p.slot] = p.from; dead.remove(p.from); }

    synchronized void ponged(Pong p) {
        heard.add(p.from);
        if (succ[p.slot] == p.from) { answered[p.slot] = Math.max(answered[p.slot], p.seq); missed[p.slot] = 0; }
    }
    /** Called half a second after a ping: was it answered? True if the successor is dead by now. */
    synchronized boolean isDead(int slot, int peer, int pingSeq) {
        if (succ[slot] != peer || answered[slot] >= pingSeq) return false;
        missed[slot]++;
        boolean starting = !heard.contains(peer) && cdht.seconds() < 10;
        return missed[slot] >= cdht.misses && !starting;
    }
    synchronized void bury(int peer) {
        dead.add(peer);
        cdht.say("Peer " + peer + " is no longer alive.");
        if (succ[0] == peer && succ[1] >= 0) set(0, succ[1]);
        set(1, -1);
    }
    synchronized boolean repaired(int asked, int second) {
        if (succ[1] >= 0) return true;
        if (asked != succ[0] || second < 0 || dead.contains(second)) return false;
        set(1, second);
        print();
        return true;
    }
    synchronized void departed(Depart d) {
        cdht.say("Peer " + d.from + " will depart from the network.");
        if (succ[0] == d.from) update(d.first, d.second);
        else if (succ[1] == d.from) set(1, d.first);
        print();
    }
    private void print() {
        cdht.say("My first successor is now peer " + succ[0] + ".");
        cdht.say("My second successor is now peer " + succ[1] + ".");
    }
    /** Is hash in (from, to] on the circle? */
    static boolean between(int from, int hash, int to) {
        return from == to || Math.floorMod(hash - from - 1, 256) < Math.floorMod(to - from, 256);
    }
    synchronized boolean isMine(int hash) { return pred[0] >= 0 && between(pred[0], hash, cdht.id); }
}

class Pinger extends Thread {
    public void run() {
        long wait = Math.min(500, cdht.interval);
        while (true) {
            int[] peer = new int[2];
            Ping[] ping = new Ping[2];
            for (int slot = 0; slot < 2; slot++)
                synchronized (cdht.ring) {
                    peer[slot] = cdht.ring.successor(slot);
                    ping[slot] = cdht.ring.nextPing(slot);
                    if (ping[slot] != null) cdht.udp(peer[slot], ping[slot]);
                }
            cdht.pause(wait);
            for (int slot = 0; slot < 2; slot++)
                if (ping[slot] != null && cdht.ring.isDead(slot, peer[slot], ping[slot].seq)) {
                    cdht.ring.bury(peer[slot]);
                    new Repair().start();
                    break;                                   // the slots have moved
                }
            cdht.pause(cdht.interval - wait);
        }
    }
}

/** After a death: asks the first successor who comes behind it, until the answer is sound. */
class Repair extends Thread {
    public void run() {
        while (true) {
            int first = cdht.ring.successor(0);
            Message m = first == cdht.id ? null : cdht.tcp(first, new AskSuccessor());
            if (cdht.ring.repaired(first, m instanceof Answer a ? a.first : -1)) return;
            cdht.pause(200);
        }
    }
}

class UdpListener extends Thread {
    public void run() {
        byte[] buffer = new byte[65535];
        while (true)
            try {
                DatagramPacket p = new DatagramPacket(buffer, buffer.length);
                cdht.socket.receive(p);
                Object m = new ObjectInputStream(new ByteArrayInputStream(buffer, 0, p.getLength())).readObject();
                if (m instanceof Ping ping) {
                    cdht.say("A ping request message was received from Peer " + ping.from + ".");
                    cdht.ring.pinged(ping);
                    Pong pong = new Pong();
                    pong.slot = ping.slot; pong.seq = ping.seq;
                    cdht.udp(ping.from, pong);
                } else if (m instanceof Pong pong) {
                    cdht.say("A ping response message was received from Peer " + pong.from + ".");
                    cdht.ring.ponged(pong);
                } else if (m instanceof Segment s) {
                    Receiver r = Receiver.all.get(s.from * 100000L + s.transfer);
                    if (r != null) r.segment(s);
                } else if (m instanceof Ack a) {
                    Sender s = Sender.all.get(a.transfer);
                    if (s != null) s.acks.add(a.ack);
                }
            } catch (Exception e) { if (cdht.leaving) return; /* not one of our messages */ }
    }
}

class TcpListener extends Thread {
    public void run() {
        while (true)
            try { Socket s = cdht.server.accept(); new Thread(() -> serve(s)).start(); }
            catch (IOException e) { return; }
    }
    private void serve(Socket socket) {
        try (Socket s = socket) {
            s.setSoTimeout(5000);
            Object m = new ObjectInputStream(s.getInputStream()).readObject();
            Answer answer = new Answer();
            if (m instanceof Depart d) cdht.ring.departed(d);
            if (m instanceof NewPredecessors n) cdht.ring.setPredecessors(n.first, n.second);
            if (m instanceof Offer o) Receiver.accept(o);
            answer.first = cdht.ring.successor(0);
            ObjectOutputStream out = new ObjectOutputStream(s.getOutputStream());
            out.writeObject(answer);
            out.flush();
            if (m instanceof Request r) Requests.handle(r);
            if (m instanceof NotFound n) { Requests.done(n.file); cdht.say("Peer " + n.from + " should have the file " + n.file + ", but has not."); }
        } catch (Exception e) { /* the other side went away */ }
    }
}

/** Requests: made, passed on, answered. */
class Requests {
    static final Set<String> waiting = ConcurrentHashMap.newKeySet();

    static void done(String file) { waiting.remove(file); }

    static void request(String file) {
        int hash = Integer.parseInt(file) % 256;
        if (cdht.ring.isMine(hash)) { cdht.say("File " + file + " is my own: nothing to request."); return; }
        waiting.add(file);
        new Thread(() -> {
            for (int i = 0; i < 3 && waiting.contains(file); i++) {
                Request r = new Request();
                r.file = file; r.requester = cdht.id;
                if (pass(r, hash)) cdht.say("File request message for " + file + " has been sent to my successor.");
                for (int t = 0; t < 50 && waiting.contains(file); t++) cdht.pause(100);
            }
            if (waiting.remove(file)) cdht.say("Nobody answers the request for file " + file + ".");
        }).start();
    }
    static void handle(Request r) {
        int hash = Integer.parseInt(r.file) % 256;
        if (r.forYou || cdht.ring.isMine(hash)) { give(r); return; }
        cdht.say("File " + r.file + " is not stored here.");
        Request next = new Request();
        next.file = r.file; next.requester = r.requester; next.hops = r.hops + 1;
        if (next.hops <= 256 && pass(next, hash)) cdht.say("File request message has been forwarded to my successor.");
    }
    private static boolean pass(Request r, int hash) {
        for (int slot = 0; slot < 2; slot++) {
            int to = cdht.ring.successor(slot);
            r.forYou = to >= 0 && Ring.between(cdht.id, hash, to);
            if (to >= 0 && to != cdht.id && cdht.tcp(to, r) != null) return true;
        }
        return false;
    }
    private static void give(Request r) {
        Path path = Path.of(r.file + ".pdf");
        try {
            if (!Files.exists(path)) {
                NotFound n = new NotFound();
                n.file = r.file;
                cdht.tcp(r.requester, n);
                return;
            }
            new Sender(r, Files.readAllBytes(path)).start();
        } catch (IOException e) { cdht.say("Cannot read " + path); }
    }
}

class Log {
    private final String name;
    private PrintWriter out;
    Log(String name) { this.name = name; }
    synchronized void write(String event, int seq, int bytes, int ack) {
        try {
            if (out == null) out = new PrintWriter(new FileWriter(name), true);
            out.printf(Locale.ROOT, "%s\t%.3f\t%d\t%d\t%d%n", event, cdht.seconds(), seq, bytes, ack);
        } catch (IOException e) { cdht.say("Cannot write " + name); }
    }
}

/** Stop-and-wait, the owner's side. */
class Sender extends Thread {
    static final Map<Integer, Sender> all = new ConcurrentHashMap<>();
    static final Log log = new Log("responding_log.txt");
    private static int transfers = 0;
    final BlockingQueue<Integer> acks = new LinkedBlockingQueue<>();
    private final Request request;
    private final byte[] file;

    Sender(Request request, byte[] file) { this.request = request; this.file = file; }

    public void run() {
        Offer o = new Offer();
        synchronized (Sender.class) { o.transfer = ++transfers; }
        o.file = request.file; o.size = file.length; o.mss = cdht.mss; o.digest = cdht.digest(file);
        all.put(o.transfer, this);
        cdht.say("File " + request.file + " is here.");
        if (cdht.tcp(request.requester, o) == null) { cdht.say("Peer " + request.requester + " is gone."); return; }
        cdht.say("A response message, destined for peer " + request.requester + ", has been sent.");
        cdht.say("We now start sending the file .........");
        boolean ok = true;
        for (int at = 0; at < file.length && ok; at += cdht.mss) {
            Segment s = new Segment();
            s.transfer = o.transfer; s.seq = at + 1; s.mss = cdht.mss;
            s.data = Arrays.copyOfRange(file, at, Math.min(file.length, at + cdht.mss));
            ok = send(s);
        }
        all.remove(o.transfer);
        cdht.say(ok ? "The file is sent." : "The file could not be sent: no acknowledgement after 20 time-outs.");
    }
    private boolean send(Segment s) {
        for (int i = 0; i < 20; i++) {
            boolean drop = ThreadLocalRandom.current().nextDouble() < cdht.loss;
            log.write(i == 0 ? (drop ? "Drop" : "snd") : (drop ? "RTX/Drop" : "RTX"), s.seq, s.data.length, 0);
            if (!drop) cdht.udp(request.requester, s);
            long end = System.nanoTime() + 1_000_000_000L;
            try {
                Integer ack;
                while ((ack = acks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS)) != null)
                    if (ack == s.seq + s.data.length) { log.write("rcv", 0, s.data.length, ack); return true; }
            } catch (InterruptedException e) { return false; }
        }
        return false;
    }
}

/** Stop-and-wait, the requester's side. */
class Receiver {
    static final Map<Long, Receiver> all = new ConcurrentHashMap<>();
    static final Log log = new Log("requesting_log.txt");
    private final Offer offer;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private Receiver(Offer o) { offer = o; }

    static void accept(Offer o) {
        Requests.done(o.file);
        cdht.say("Received a response message from peer " + o.from + ", which has the file " + o.file + ".");
        cdht.say("We now start receiving the file .........");
        Receiver r = new Receiver(o);
        all.put(o.from * 100000L + o.transfer, r);
        if (o.size == 0) r.finish();
    }
    void segment(Segment s) {
        boolean isNew = s.seq == data.size() + 1;
        log.write("rcv", s.seq, s.data.length, 0);
        if (isNew) data.write(s.data, 0, s.data.length);
        Ack a = new Ack();
        a.transfer = s.transfer; a.ack = s.seq + s.data.length;
        log.write("snd", 0, s.data.length, a.ack);
        cdht.udp(s.from, a);
        if (isNew && data.size() == offer.size) finish();
    }
    private void finish() {
        byte[] all = data.toByteArray();
        if (!Arrays.equals(cdht.digest(all), offer.digest)) { cdht.say("The file arrived damaged."); return; }
        try {
            Path part = Path.of("received_file.part");
            Files.write(part, all);
            Files.move(part, Path.of("received_file.pdf"), StandardCopyOption.REPLACE_EXISTING);
            cdht.say("The file is received.");
        } catch (IOException e) { cdht.say("Cannot write received_file.pdf: " + e); }
    }
}

class cdht {
    static int id, mss, base = 50000, misses = 4;
    static double loss;
    static long interval = 1000;
    static final long start = System.nanoTime();
    static Ring ring;
    static DatagramSocket socket;
    static ServerSocket server;
    static volatile boolean leaving;

    static double seconds() { return (System.nanoTime() - start) / 1e9; }
    static synchronized void say(String s) { System.out.println(s); System.out.flush(); }
    static void pause(long ms) { try { Thread.sleep(Math.max(0, ms)); } catch (InterruptedException e) { } }
    static byte[] digest(byte[] b) {
        try { return MessageDigest.getInstance("SHA-256").digest(b); } catch (Exception e) { throw new RuntimeException(e); }
    }
    static void udp(int peer, Message m) {
        try {
            ByteArrayOutputStream b = new ByteArrayOutputStream();
            new ObjectOutputStream(b).writeObject(m);
            socket.send(new DatagramPacket(b.toByteArray(), b.size(), InetAddress.getLoopbackAddress(), base + peer));
        } catch (IOException e) { /* UDP may lose it */ }
    }
    /** Sends over TCP and returns the answer, or null when the peer cannot be reached. */
    static Message tcp(int peer, Message m) {
        try (Socket s = new Socket()) {
            s.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + peer), 2000);
            s.setSoTimeout(4000);
            ObjectOutputStream out = new ObjectOutputStream(s.getOutputStream());
            out.writeObject(m);
            out.flush();
            return (Message) new ObjectInputStream(s.getInputStream()).readObject();
        } catch (Exception e) { return null; }
    }
    static void depart() {
        synchronized (ring) { if (leaving) return; leaving = true; }
        for (int i = 0; i < 20 && (ring.predecessor(0) < 0 || ring.predecessor(1) < 0); i++) pause(100);
        Depart d = new Depart();
        d.first = ring.successor(0); d.second = ring.successor(1);
        NewPredecessors n = new NewPredecessors(), n2 = new NewPredecessors();
        n.first = n2.second = ring.predecessor(0); n.second = ring.predecessor(1); n2.first = d.first;
        for (int slot : new int[] {0, 1}) if (ring.predecessor(slot) >= 0) tcp(ring.predecessor(slot), d);
        if (d.first >= 0) tcp(d.first, n);
        if (d.second >= 0) tcp(d.second, n2);
    }
    public static void main(String[] a) throws Exception {
        try {
            id = Integer.parseInt(a[0]); mss = Integer.parseInt(a[3]); loss = Double.parseDouble(a[4]);
            ring = new Ring(Integer.parseInt(a[1]), Integer.parseInt(a[2]));
            if (a.length > 5) base = Integer.parseInt(a[5]);
            if (a.length > 6) interval = Math.round(1000 * Double.parseDouble(a[6]));
            if (a.length > 7) misses = Integer.parseInt(a[7]);
            if (id < 0 || id > 255 || mss < 1 || mss > 65000 || !(loss >= 0 && loss <= 1)) throw new IllegalArgumentException("out of range");
        } catch (RuntimeException e) {
            System.err.println("usage: java cdht ID FIRST SECOND MSS LOSS [BASE [INTERVAL [MISSES]]]: " + e.getMessage());
            System.exit(2);
        }
        for (int i = 0; server == null; i++)
            try {
                if (socket == null) socket = new DatagramSocket(base + id, InetAddress.getLoopbackAddress());
                server = new ServerSocket(base + id, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                if (i == 25) { System.err.println("Port " + (base + id) + " is taken: end the program that has it."); System.exit(3); }
                pause(200);
            }
        new UdpListener().start();
        new TcpListener().start();
        new Pinger().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { depart(); Runtime.getRuntime().halt(0); }));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null && !line.trim().equals("quit"); ) {
            line = line.trim();
            if (line.matches("request [0-9]{4}")) Requests.request(line.substring(8));
            else if (!line.isEmpty()) say("Commands: request NNNN, quit");
        }
        System.exit(0);                                      // the shutdown hook says good-bye
    }
}
