#!/usr/bin/env python3
# cdht.py ID FIRST SECOND MSS LOSS [BASEPORT [PINGSECONDS [MISSES]]]
#
# Manners: plain text messages in buffers of fixed size ("PING 3 7" is ping number 3 from peer 7, then NUL
#   bytes), one big select loop, a prompt "> ". The buffers are not always stripped, so NUL bytes are printed
#   behind some numbers. A request, on its way, names the file by its hash (File 220 ...). Logs: seconds
#   since 1970, blanks between the columns.
# Faults, on purpose:
#   1 after a quit only the first predecessor is told and prints; it sets its own predecessor right (SET2),
#     which says nothing at all;
#   2 a segment that was dropped goes out again after 5 s, not after 1 s.
import os, random, re, select, signal, socket, sys, time

ME, S1, S2, MSS = [int(x) for x in sys.argv[1:5]]
LOSS = float(sys.argv[5])
BASE = int(sys.argv[6]) if len(sys.argv) > 6 else 50000
EVERY = float(sys.argv[7]) if len(sys.argv) > 7 else 3.0
MISSES = int(sys.argv[8]) if len(sys.argv) > 8 else 4
TIMEOUT = 5.0           # TODO the assignment says 1
BUF = 64

start = time.time()
succ = [S1, S2]         # None = not known yet
num = [0, 0]            # next ping number
got = [-1, -1]          # highest ping number answered
miss = [0, 0]
seen = {}               # peer -> when it last pinged me
heard = set()           # peers that answered once
dead = set()
pending = {}            # requested file -> [tries left, when to ask again]
sending = {}            # transfer -> dict
receiving = {}          # (peer, transfer) -> dict
asknext = 0
rlog = qlog = None

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", BASE + ME))
tcp = socket.socket()
tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
tcp.bind(("127.0.0.1", BASE + ME))
tcp.listen(20)


def say(s):
    sys.stdout.write(s + "\n> ")
    sys.stdout.flush()


def u(to, text, data=b""):
    udp.sendto(text.encode().ljust(BUF, b"\0") + data, ("127.0.0.1", BASE + to))


def t(to, text):
    try:
        s = socket.create_connection(("127.0.0.1", BASE + to), 2)
        s.sendall(text.encode().ljust(BUF, b"\0"))
        s.close()
        return True
    except OSError:
        return False


def log(f, event, seq, n, ack):
    f.write("%s %.2f %d %d %d\n" % (event, time.time(), seq, n, ack))
    f.flush()


def between(a, x, b):
    return a == b or (x - a - 1) % 256 < (b - a) % 256


def preds():
    live = [p for p in seen if time.time() - seen[p] < 3.5 * EVERY]
    return sorted(live, key=lambda p: (ME - p) % 256)


def setsucc(i, p):
    succ[i], num[i], got[i], miss[i] = p, 0, -1, 0


def printsucc():
    say("My first successor is now peer %d." % succ[0])
    say("My second successor is now peer %d." % succ[1])


def ping():
    for i in 0, 1:
        if succ[i] is None or succ[i] == ME:
            continue
        if num[i] > 0 and got[i] < num[i] - 1:
            miss[i] += 1
            if miss[i] >= MISSES and (succ[i] in heard or time.time() - start > 10):
                bury(i)
                break
    for i in 0, 1:
        if succ[i] is not None and succ[i] != ME:
            u(succ[i], "PING %d %d" % (num[i], ME))
            num[i] += 1


def bury(i):
    dead.add(succ[i])
    say("Peer %d is no longer alive." % succ[i])
    if i == 0 and succ[1] is not None:
        succ[0], num[0], got[0], miss[0] = succ[1], num[1], got[1], miss[1]
    setsucc(1, None)


def forward(file, who, hops):
    h = int(file) % 256
    for p in succ:
        if p is not None and p != ME and t(p, "REQ %s %d %d %d" % (file, who, hops, between(ME, h, p))):
            return True
    return False


def request(file):
    h = int(file) % 256
    if preds() and between(preds()[0], h, ME):
        say("File %d is my own." % h)
        return
    pending.setdefault(file, [3, 0])
    pending[file][0] -= 1
    pending[file][1] = time.time() + 5
    if forward(file, ME, 0):
        say("File request message for %d has been sent to my successor." % h)


def serve(file, who):
    global rlog
    if not os.path.exists(file + ".pdf"):
        t(who, "NOFILE %s" % file)
        return
    say("File %d is here." % (int(file) % 256))
    data = open(file + ".pdf", "rb").read()
    tid = random.randrange(1000000)
    if not t(who, "FOUND %d %s %d %d" % (ME, file, tid, len(data))):
        return
    say("A response message, destined for peer %d, has been sent." % who)
    say("We now start sending the file .........")
    if rlog is None:
        rlog = open("responding_log.txt", "w")
    sending[tid] = {"to": who, "data": data, "at": 0, "tries": 0, "due": 0}
    nextsegment(tid)


def nextsegment(tid):
    s = sending[tid]
    if s["at"] >= len(s["data"]):
        say("The file is sent.")
        del sending[tid]
        return
    if s["tries"] == 20:
        say("The file could not be sent.")
        del sending[tid]
        return
    piece = s["data"][s["at"]:s["at"] + MSS]
    drop = random.random() < LOSS
    event = ["snd", "Drop", "RTX", "RTX/Drop"][drop + 2 * (s["tries"] > 0)]
    log(rlog, event, s["at"] + 1, len(piece), 0)
    if not drop:
        u(s["to"], "DATA %d %d %d" % (ME, tid, s["at"] + 1), piece)
    s["tries"] += 1
    s["due"] = time.time() + TIMEOUT


def save(r):
    open("received_file.pdf", "wb").write(r["data"])
    say("The file is received.")


def fromudp(packet):
    f = packet[:BUF].decode().split(" ")
    n = [int(x.strip("\0")) for x in f[1:]]
    if f[0] == "PING":
        say("A ping request message was received from Peer %s." % f[2].rstrip("\0").ljust(5, "\0"))
        seen[n[1]] = time.time()
        dead.discard(n[1])
        u(n[1], "PONG %d %d" % (n[0], ME))
    elif f[0] == "PONG":
        say("A ping response message was received from Peer %d." % n[1])
        heard.add(n[1])
        for i in 0, 1:
            if succ[i] == n[1] and n[0] < num[i]:
                got[i], miss[i] = max(got[i], n[0]), 0
    elif f[0] == "DATA":
        r = receiving.get((n[0], n[1]))
        if r is None:
            return
        data = packet[BUF:]
        log(qlog, "rcv", n[2], len(data), 0)
        new = n[2] == len(r["data"]) + 1
        if new:
            r["data"] += data
        log(qlog, "snd", 0, len(data), n[2] + len(data))
        u(n[0], "ACK %d %d" % (n[1], n[2] + len(data)))
        if new and len(r["data"]) == r["size"]:
            save(r)
    elif f[0] == "ACK" and n[0] in sending:
        s = sending[n[0]]
        size = min(MSS, len(s["data"]) - s["at"])
        if n[1] == s["at"] + 1 + size:
            log(rlog, "rcv", 0, size, n[1])
            s["at"] += size
            s["tries"] = 0
            nextsegment(n[0])


def fromtcp(packet):
    global qlog
    f = packet.decode().split(" ")
    g = [x.strip("\0") for x in f]
    if f[0] == "REQ":
        file, who, hops, last = g[1], int(g[2]), int(g[3]), g[4] == "1"
        h = int(file) % 256
        if last or preds() and between(preds()[0], h, ME):
            serve(file, who)
        else:
            say("File %d is not stored here." % h)
            if hops < 256 and forward(file, who, hops + 1):
                say("File request message has been forwarded to my successor.")
    elif f[0] == "FOUND":
        pending.pop(g[2], None)
        say("Received a response message from peer %s, which has the file %s." % (f[1] + "\0\0", g[2]))
        say("We now start receiving the file .........")
        if qlog is None:
            qlog = open("requesting_log.txt", "w")
        r = receiving[int(g[1]), int(g[3])] = {"data": b"", "size": int(g[4])}
        if r["size"] == 0:
            save(r)
    elif f[0] == "NOFILE":
        pending.pop(g[1], None)
        say("File %s was not found." % g[1])
    elif f[0] == "NEXT?":
        t(int(g[1]), "NEXT %d %d" % (ME, succ[0]))
    elif f[0] == "NEXT":
        if succ[1] is None and int(g[1]) == succ[0] and int(g[2]) not in dead:
            setsucc(1, int(g[2]))
            printsucc()
    elif f[0] == "QUIT":
        who, a, b = int(g[1]), int(g[2]), int(g[3])
        say("Peer %s will depart from the network." % g[1])
        if succ[0] == who:
            setsucc(0, a)
            setsucc(1, b)
        printsucc()
        seen.pop(who, None)
        if preds():
            t(preds()[0], "SET2 %d" % a)
    elif f[0] == "SET2":
        setsucc(1, int(g[1]))


def quit(*_):
    if preds() and succ[1] is not None:
        t(preds()[0], "QUIT %d %d %d" % (ME, succ[0], succ[1]))
    sys.stdout.flush()
    os._exit(0)


signal.signal(signal.SIGTERM, quit)
sys.stdout.write("> ")
sys.stdout.flush()
nextping = time.time()
typed = b""
while True:
    now = time.time()
    if now >= nextping:
        nextping = max(nextping + EVERY, now)
        ping()
    if succ[1] is None and now >= asknext and succ[0] != ME:
        asknext = now + 0.3
        t(succ[0], "NEXT? %d" % ME)
    for file in list(pending):
        if now >= pending[file][1]:
            if pending[file][0] > 0:
                request(file)
            else:
                del pending[file]
                say("Nobody answers the request for %s." % file)
    for tid in list(sending):
        if now >= sending[tid]["due"]:
            nextsegment(tid)
    ready = select.select([udp, tcp, 0], [], [], 0.05)[0]
    while select.select([tcp], [], [], 0)[0]:       # before UDP: FOUND must be read before its first DATA
        c = tcp.accept()[0]
        c.settimeout(2)
        try:
            fromtcp(c.recv(BUF))
        except (OSError, ValueError, IndexError):
            pass
        c.close()
    if udp in ready:
        try:
            fromudp(udp.recv(65535))
        except (ValueError, IndexError):
            pass
    if 0 in ready:
        chunk = os.read(0, 1000)
        if not chunk:
            quit()
        typed += chunk
        while b"\n" in typed:
            line, typed = typed.split(b"\n", 1)
            line = line.decode(errors="replace").strip()
            if line == "quit":
                quit()
            elif re.fullmatch(r"request \d\d\d\d", line):
                request(line[8:])
            else:
                say("what?" if line else "")
