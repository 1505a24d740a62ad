"""A peer of a Ringside ring: python3 peer.py ID KNOWN FOLDER [BASE_PORT [MISSES]]

Written from the page protocol.md alone. It joins through KNOWN, pings, passes lookups on, keeps and
serves files in FOLDER/files, and leaves. Typed: 'request 2012' (into FOLDER/received), 'quit'.
"""
import hashlib, json, pathlib, queue, random, socket, struct, sys, threading, time

SUCCESSORS, COPIES, MSS, LOSS, INTERVAL_S, MISS_S = 4, 3, 400, 0.1, 1, 0.5
ACK_S, TIMEOUTS, ANSWER_S, REPLY_S, QUESTION_S, MAX_FRAME = 1, 20, 5, 1, 2, 65536
BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error)
WHOLE, FAILED = -1, -2  # in the place of an acknowledgement: how a transfer is over
NOTHING = ("", 0, "", -1)  # in the place of a file that is not held
ACCEPTED, REFUSED = {"type": "accepted"}, {"type": "refused", "reason": "Not here, or not now."}
def distance(a, b):
    return (b - a) % 256
def between(a, x, b):
    return 0 < distance(a, x) < (distance(a, b) or 256)
def in_arc(a, x, b):
    return x == b or between(a, x, b)
def in_background(work, *args):
    threading.Thread(target=work, args=args, daemon=True).start()
def written(message):
    return json.dumps(message, separators=(",", ":")).encode()
def write_frame(stream, message):
    body = written(message)
    stream.write(struct.pack("!I", len(body)) + body)
    stream.flush()
def read_frame(stream):
    length = struct.unpack("!I", stream.read(4))[0]
    return json.loads(stream.read(min(length, MAX_FRAME)))

class Peer:
    def __init__(self, me, known, folder, base, misses):
        self.me, self.folder, self.base, self.limit = me, folder, base, misses
        self.successors, self.dead, self.leaving = [], set(), False
        self.heard = {}     # predecessors: when each has pinged last
        self.pings = {}     # targets: [next sequence, whether a reply is open, misses]
        self.files = {}     # held, by number: (name, bytes, sha256, versionMs)
        self.incoming = {}  # by sender and transfer id: (offer, data)
        self.outgoing = {}  # by receiver and transfer id: queue of acknowledgements
        self.wanted = {}    # by lookup id: an event, set when somebody has answered
        for name in ("files", "received"):
            pathlib.Path(folder, name).mkdir(parents=True, exist_ok=True)
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", base + me))
        self.tcp = socket.create_server(("127.0.0.1", base + me), backlog=128)
        self.join(known)
        for work in (self.read_datagrams, self.accept, self.ping_for_ever, self.compare_for_ever):
            in_background(work)
        self.say("member, successors %s" % self.successors)

    def say(self, text):
        print(text + "\n", end="", flush=True)

    def ask(self, peer, kind, **fields):
        """Returns the reply, or None if there is none, or it is 'refused'."""
        try:
            with socket.socket() as s, s.makefile("rwb") as stream:
                s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                s.settimeout(REPLY_S)
                s.connect(("127.0.0.1", self.base + peer))
                write_frame(stream, {"type": kind, "from": self.me, **fields})
                reply = read_frame(stream)
                return None if reply["type"] == "refused" else reply
        except BROKEN:
            return None

    def accept(self):
        while True:
            in_background(self.serve, self.tcp.accept()[0])

    def serve(self, s):
        try:
            s.settimeout(QUESTION_S)
            with s, s.makefile("rwb") as stream:
                question = read_frame(stream)
                if not self.leaving:
                    reply, after = getattr(self, "on_" + question["type"])(question)
                    write_frame(stream, reply)
                    in_background(after or (lambda: None))
        except BROKEN:
            pass

    def join(self, at):
        while True:
            reply = self.ask(at, "neighboursWanted")
            if reply is None:
                sys.exit("peer %d does not answer" % at)
            its = [p for p in reply["successors"] if p != self.me]
            if not its or between(at, self.me, its[0]):
                return self.set_successors(its + [at])
            at = [p for p in its if between(at, p, self.me)][-1]

    def cut(self, peers):
        """Cuts a list where it steps back or reaches this peer, without declared deaths."""
        right, last = [], 0
        for p in peers:
            if distance(self.me, p) <= last:
                break
            last = distance(self.me, p)
            right += [] if p in self.dead else [p]
        return right[:SUCCESSORS]

    def predecessors(self, most=2):
        return sorted(list(self.heard), key=lambda p: distance(p, self.me))[:most]

    def owns(self, point):
        before = self.predecessors()
        return not before or in_arc(before[0], point, self.me)

    def on_neighboursWanted(self, question):
        self.dead.discard(question["from"])
        return {"type": "neighbours", "predecessors": self.predecessors(),
                "successors": self.successors}, None

    def on_departure(self, goodbye):
        leaver, known = goodbye["from"], self.predecessors()
        self.dead.add(leaver)
        self.heard.pop(leaver, None)
        if leaver in self.successors:
            before = self.successors[:self.successors.index(leaver)]
            self.set_successors(before + goodbye["successors"])
        return ACCEPTED, lambda: [self.check(p) for p in goodbye["predecessors"]
                                  if leaver in known and p != self.me]

    def check(self, predecessor):
        self.heard.pop(predecessor, None)
        if self.ask(predecessor, "neighboursWanted"):
            self.heard[predecessor] = time.monotonic()

    def set_successors(self, peers):
        self.successors = self.cut(peers)
        for target in set(self.pings) - set(self.successors[:2]):
            self.pings.pop(target, None)

    def adopt(self, first, its_list):
        new = self.cut([first] + its_list)
        if len(new) > 1 and new[1] not in self.pings and \
                not self.ask(new[1], "neighboursWanted"):
            self.dead.add(new[1])
        self.set_successors(new)

    def send(self, peer, data):
        self.udp.sendto(data, ("127.0.0.1", self.base + peer))

    def read_datagrams(self):
        by_byte = {1: self.on_segment, 2: self.on_acknowledgement, 3: self.on_acknowledgement}
        while True:
            try:
                data, (_, port) = self.udp.recvfrom(65536)
                other = port - self.base
                if data[0] in by_byte:
                    by_byte[data[0]](other, data)
                elif 0 <= other <= 255 and not self.leaving:
                    message = json.loads(data)
                    getattr(self, "on_" + message["type"])(other, message)
            except BROKEN:
                continue

    def on_ping(self, other, ping):
        self.dead.discard(other)
        if other not in self.heard:
            self.say("pinged by %d" % other)
        self.heard[other] = time.monotonic()
        for far in set(self.heard) - set(self.predecessors(4)):
            self.heard.pop(far, None)
        self.send(other, written({"type": "pingReply", "sequence": ping["sequence"],
                                  "predecessor": self.predecessors()[0],
                                  "successors": self.successors}))

    def on_pingReply(self, other, reply):
        state = self.pings.get(other, [0, False, 0])
        if state[1] and reply["sequence"] == state[0] - 1:
            state[1:] = False, 0
            if self.successors[:1] == [other]:
                in_background(self.stabilize, other, reply)

    def stabilize(self, first, reply):
        nearer = reply.get("predecessor", first)
        if between(self.me, nearer, first):
            answer = self.ask(nearer, "neighboursWanted")
            if answer:
                self.dead.discard(nearer)
                first, reply = nearer, answer
        self.adopt(first, reply["successors"])

    def ping_for_ever(self):
        while not self.leaving:
            begin = time.monotonic()
            for role, target in list(zip(("first", "second"), self.successors)):
                state = self.pings.setdefault(target, [0, False, 0])
                ping = {"type": "ping", "role": role, "sequence": state[0]}
                state[:2] = state[0] + 1, True
                self.send(target, written(ping))
            time.sleep(min(INTERVAL_S, MISS_S))
            for target, state in list(self.pings.items()):
                if state[1]:
                    state[1:] = False, state[2] + 1
                if state[2] >= self.limit:
                    self.bury(target)
            for p in self.predecessors():
                if begin - self.heard.get(p, begin) > INTERVAL_S * self.limit + MISS_S:
                    self.check(p)
            time.sleep(max(0, begin + INTERVAL_S - time.monotonic()))

    def bury(self, target):
        self.dead.add(target)
        self.set_successors(self.successors)
        if self.successors:
            heir = self.successors[0]
            answer = self.ask(heir, "neighboursWanted")
            self.adopt(heir, answer["successors"]) if answer else self.bury(heir)

    def on_lookup(self, lookup):
        number, requester, copy = lookup["number"], lookup["requester"], lookup["copy"]
        def go_on():
            if requester == self.me or lookup["hop"] >= 256:
                return
            if not lookup["meant"] and not self.owns(int(number) % 256):
                self.say("passed on %s to %s" % (number, self.pass_on(lookup, copy)))
            elif lookup["purpose"] == "request" and number in self.files:
                self.offer(requester, number, "request", lookup["lookupId"])
            elif lookup["purpose"] != "request" or copy + 1 >= COPIES \
                    or self.pass_on(lookup, copy + 1) is None:
                self.ask(requester, "ownerFound", lookupId=lookup["lookupId"], held=False)
        return ACCEPTED, go_on

    def pass_on(self, lookup, copy):
        """Sends a lookup to the first successor that accepts it, and returns that one."""
        for to in self.successors:
            fields = {k: v for k, v in lookup.items() if k not in ("type", "from")}
            fields.update(hop=lookup["hop"] + 1, copy=copy, meant=copy > 0
                          or in_arc(self.me, int(lookup["number"]) % 256, to))
            if self.ask(to, "lookup", **fields):
                return to
        return None

    def request(self, number):
        lookup = {"lookupId": random.randrange(1, 2 ** 32), "purpose": "request",
                  "number": number, "requester": self.me, "hop": 0}
        answered = self.wanted[lookup["lookupId"]] = threading.Event()
        for _ in range(3):
            self.pass_on(lookup, 1 if self.owns(int(number) % 256) else 0)
            if answered.wait(ANSWER_S):
                break

    def on_ownerFound(self, found):
        if found["lookupId"] in self.wanted and not found["held"]:
            self.wanted[found["lookupId"]].set()
        return ACCEPTED, None

    def offer(self, to, number, purpose, lookup_id=0):
        """Offers a file and sends it, stop-and-wait; returns whether it is there in the end."""
        name, size, digest, version = self.files[number]
        data = pathlib.Path(self.folder, "files", name).read_bytes()
        key = (to, random.randrange(1, 2 ** 32))
        self.outgoing[key] = queue.Queue()
        welcome = self.ask(to, "offer", transferId=key[1], purpose=purpose, lookupId=lookup_id,
                           file=name, bytes=size, sha256=digest, versionMs=version,
                           mss=MSS, window=1)
        loss = LOSS if purpose == "request" else 0
        is_there = welcome is not None and all(self.is_acknowledged(
            key, struct.pack("!BBHIQ", 1, 1, MSS, key[1], 1 + at) + data[at:at + MSS],
            1 + min(at + MSS, size), loss) for at in range(welcome["offset"], size, MSS))
        is_there = is_there and self.is_acknowledged(key, b"", WHOLE, 1)
        del self.outgoing[key]
        if is_there:
            self.say("sent %s to %d for %s" % (name, to, purpose))
        elif welcome:
            self.ask(to, "transferOver", transferId=key[1], failure="no acknowledgement")
        return is_there

    def is_acknowledged(self, key, segment, expected, loss):
        for _ in range(TIMEOUTS):
            if random.random() >= loss:
                self.send(key[0], segment)
            try:
                number = None
                while number not in (WHOLE, FAILED, expected):
                    number = self.outgoing[key].get(timeout=ACK_S)
                return number != FAILED
            except queue.Empty:
                pass
        return False

    def on_acknowledgement(self, other, data):
        transfer_id, number = struct.unpack("!IQ", data[4:16])
        if (other, transfer_id) in self.outgoing:
            self.outgoing[other, transfer_id].put(number)

    def on_transferOver(self, over):
        key = (over["from"], over["transferId"])
        for _ in range(2 if key in self.outgoing else 0):  # for a last segment, and for the end
            self.outgoing[key].put(FAILED if "failure" in over else WHOLE)
        self.incoming.pop(key, None)
        return ACCEPTED, None

    def on_stillSending(self, question):
        is_under_way = (question["from"], question["transferId"]) in self.outgoing
        return (ACCEPTED if is_under_way else REFUSED), None

    def on_offer(self, offer):
        key, purpose = (offer["from"], offer["transferId"]), offer["purpose"]
        number = offer["file"][:4]
        _, _, digest, version = self.files.get(number, NOTHING)
        is_known = purpose in ("copy", "handover") and (
            digest == offer["sha256"] or version >= offer["versionMs"])
        is_nobodys = purpose == "request" and offer["lookupId"] not in self.wanted
        if is_known or is_nobodys or any(o["file"][:4] == number
                                         for o, _ in list(self.incoming.values())):
            return REFUSED, None
        if purpose == "request":
            self.wanted[offer["lookupId"]].set()
        self.incoming[key] = (offer, bytearray())
        return ({"type": "welcome", "offset": 0, "room": offer["mss"]},  # one segment at a time
                None if offer["bytes"] else lambda: self.finish(key))

    def on_segment(self, other, data):
        mss, transfer_id, sequence = struct.unpack("!HIQ", data[2:16])
        offer, have = self.incoming[other, transfer_id]
        offset, piece = sequence - 1, data[16:]
        if len(piece) != min(mss, offer["bytes"] - offset) or offset > len(have):
            return
        is_new = offset == len(have)
        have += piece if is_new else b""
        kind, number = (3, 1 + len(have)) if offer["window"] > 1 else (2, sequence + len(piece))
        self.send(other, struct.pack("!BBHIQ", kind, 1, 0, transfer_id, number))
        if is_new and len(have) == offer["bytes"]:
            in_background(self.finish, (other, transfer_id))

    def finish(self, key):
        offer, data = self.incoming[key]
        name, number, purpose = offer["file"], offer["file"][:4], offer["purpose"]
        digest = hashlib.sha256(data).hexdigest()
        if digest != offer["sha256"]:
            self.incoming.pop(key)
            self.ask(key[0], "transferOver", transferId=key[1], failure="another digest")
            return
        folder = "received" if purpose == "request" else "files"
        pathlib.Path(self.folder, folder, name).write_bytes(data)
        if purpose != "request":
            held = self.files.get(number, NOTHING)[3]
            version = max(offer["versionMs"], held + 1 if purpose == "store" else 0)
            self.files[number] = (name, len(data), digest, version)
        self.ask(key[0], "transferOver", transferId=key[1])
        self.incoming.pop(key, None)
        self.say("received %s from %d for %s" % (name, key[0], purpose))
        if purpose == "store":
            copies = sum(self.show(to, [number], "copy") for to in self.successors[:COPIES - 1])
            self.ask(key[0], "kept", lookupId=offer["lookupId"], holders=1 + copies)

    def show(self, to, numbers, purpose):
        """Shows files to a peer and sends those that it lacks; returns whether it has all."""
        shown = [dict(zip(("file", "bytes", "sha256", "versionMs"), self.files[n]))
                 for n in numbers]
        lacking = []
        for at in range(0, len(shown) or 1, 128):
            reply = self.ask(to, "inventory", files=shown[at:at + 128], last=at + 128 >= len(shown))
            if reply is None:
                return False
            lacking += reply["numbers"]
        return all([self.offer(to, number, purpose) for number in lacking])

    def on_inventory(self, inventory):
        lacking = [f["file"][:4] for f in inventory["files"]
                   if self.files.get(f["file"][:4], NOTHING)[3] < f["versionMs"]]
        return {"type": "lacking", "numbers": lacking, "copied": False}, None

    def compare_for_ever(self):
        before, at = None, 0
        while not self.leaving:
            time.sleep(0.5)
            now = (self.predecessors()[:1], self.successors[:COPIES - 1])
            if now != before or time.monotonic() - at > 60:
                before, at = now, time.monotonic()
                mine = [n for n in sorted(self.files) if self.owns(int(n) % 256)]
                for to in now[0]:
                    self.show(to, sorted(set(self.files) - set(mine)), "handover")
                for to in now[1]:
                    self.show(to, mine, "copy")

    def leave(self):
        any(self.show(to, sorted(self.files), "handover") for to in self.successors[:2])
        self.leaving = True
        before, after = self.predecessors(), self.successors
        for to in dict.fromkeys(before + after[:2]):
            self.ask(to, "departure", predecessors=before, successors=after)
        self.say("left")

if __name__ == "__main__":
    me, known, folder, base, misses, *_ = sys.argv[1:] + ["50000", "4"][len(sys.argv) - 4:]
    peer = Peer(int(me), int(known), folder, int(base), int(misses))
    for line in sys.stdin:
        words = line.split()
        if words[:1] == ["request"] and len(words) == 2:
            in_background(peer.request, words[1])
        elif words == ["quit"]:
            break
    peer.leave()
