#!/usr/bin/env python3
"""cdht.py ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]

Manners: asyncio; every message is JSON (a data segment is a JSON line with the raw bytes behind it, so
  that 65000 bytes fit a datagram). Everything is said through the logging module, by two loggers, so each
  line begins with INFO:cdht.peer: or INFO:cdht.file:. No full stops at the ends, nor the row of dots after
  "sending the file". Logs: milliseconds since the start, padded columns, an ack line has 0 bytes of data.
Faults: none known. It knows two successors only, so two neighbours killed at once break its ring.
"""
import asyncio
import hashlib
import json
import logging
import os
import random
import re
import signal
import sys
import threading
import time

HOST = "127.0.0.1"
START = time.monotonic()
logging.basicConfig(level=logging.INFO, stream=sys.stdout)
peer_log = logging.getLogger("cdht.peer")
file_log = logging.getLogger("cdht.file")


def between(low, x, high):
    """Is x in (low, high] on the circle of 256?"""
    return low == high or (x - low - 1) % 256 < (high - low) % 256


class EventLog:
    def __init__(self, name):
        self.name, self.out = name, None

    def __call__(self, event, seq, size, ack):
        if self.out is None:
            self.out = open(self.name, "w", buffering=1)
        ms = int((time.monotonic() - START) * 1000)
        self.out.write(f"{event:<10}{ms:>12}{seq:>12}{size:>8}{ack:>12}\n")


responding = EventLog("responding_log.txt")
requesting = EventLog("requesting_log.txt")


class Successor:
    def __init__(self, number):
        self.number, self.seq, self.answered, self.missed = number, 0, -1, 0


class Peer(asyncio.DatagramProtocol):
    def __init__(self, number, first, second, mss, loss, base=50000, interval=2.0, misses=3):
        self.id, self.mss, self.loss = number, mss, loss
        self.base, self.interval, self.misses = base, interval, misses
        self.succ = [Successor(first), Successor(second)]       # the second may be None while unknown
        self.pred = [None, None]
        self.dead, self.heard = set(), set()
        self.wanted = {}          # file -> Event, set when somebody answers
        self.receiving = {}       # (peer, transfer) -> dict
        self.acks = {}            # transfer -> Queue
        self.tasks = set()
        self.leaving = asyncio.Event()

    def spawn(self, coroutine):
        task = asyncio.ensure_future(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    # ---- messages
    def udp(self, to, data=b"", **message):
        head = json.dumps({"from": self.id, **message}).encode() + b"\n"
        self.transport.sendto(head + data, (HOST, self.base + to))

    async def tcp(self, to, **message):
        """Send over TCP, return the answer, or None when the peer cannot be reached."""
        async def talk():
            reader, writer = await asyncio.open_connection(HOST, self.base + to)
            try:
                writer.write(json.dumps({"from": self.id, **message}).encode() + b"\n")
                return json.loads(await reader.readline())
            finally:
                writer.close()
        try:
            return await asyncio.wait_for(talk(), 4)
        except (OSError, ValueError, asyncio.TimeoutError):
            return None

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, packet, address):
        head, _, data = packet.partition(b"\n")
        try:
            m = json.loads(head)
            {"ping": self.on_ping, "pong": self.on_pong, "data": self.on_data, "ack": self.on_ack}[m["type"]](m, data)
        except (ValueError, KeyError, TypeError):
            pass                                                # not one of our messages

    async def on_connection(self, reader, writer):
        try:
            m = json.loads(await asyncio.wait_for(reader.readline(), 5))
            kind = m["type"]
            if kind == "depart":
                self.on_depart(m)
            elif kind == "predecessors":
                self.pred = m["pred"]
            elif kind == "offer":
                self.on_offer(m)
            elif kind == "missing" and m["file"] in self.wanted:
                self.wanted[m["file"]].set()
                file_log.info("Peer %s should have the file %s, but has not", m["from"], m["file"])
            writer.write(json.dumps({"type": "ok", "first": self.succ[0].number}).encode() + b"\n")
            await writer.drain()
            if kind == "request":
                self.spawn(self.on_request(m))
        except (OSError, ValueError, KeyError, asyncio.TimeoutError):
            pass
        finally:
            writer.close()

    # ---- the ring
    async def ping_for_ever(self):
        wait = min(0.5, self.interval)
        while True:
            began = time.monotonic()
            sent = []
            for place, s in enumerate(self.succ):
                if s and s.number != self.id:
                    self.udp(s.number, type="ping", place=place, seq=s.seq)
                    sent.append((s, s.seq))
                    s.seq += 1
            await asyncio.sleep(wait)
            for s, seq in sent:
                if s in self.succ and s.answered < seq:
                    s.missed += 1
                    starting = s.number not in self.heard and time.monotonic() - START < 10
                    if s.missed >= self.misses and not starting:
                        self.bury(s)
            await asyncio.sleep(max(0, began + self.interval - time.monotonic()))

    def on_ping(self, m, _):
        peer_log.info("A ping request message was received from Peer %d", m["from"])
        self.pred[m["place"]] = m["from"]
        self.dead.discard(m["from"])
        self.udp(m["from"], type="pong", place=m["place"], seq=m["seq"])

    def on_pong(self, m, _):
        peer_log.info("A ping response message was received from Peer %d", m["from"])
        self.heard.add(m["from"])
        s = self.succ[m["place"]]
        if s and s.number == m["from"]:
            s.answered, s.missed = max(s.answered, m["seq"]), 0

    def bury(self, s):
        self.dead.add(s.number)
        peer_log.info("Peer %d is no longer alive", s.number)
        self.succ = [self.succ[1] if s is self.succ[0] and self.succ[1] else self.succ[0], None]
        self.spawn(self.repair())

    async def repair(self):
        """Ask the first successor who comes behind it, until the answer is sound."""
        while self.succ[1] is None:
            asked = self.succ[0]
            answer = await self.tcp(asked.number, type="successor?")
            if self.succ[1] is None and asked is self.succ[0] and answer and answer["first"] not in self.dead:
                self.succ[1] = Successor(answer["first"])
                self.print_successors()
            await asyncio.sleep(0.2)

    def print_successors(self):
        peer_log.info("My first successor is now peer %d", self.succ[0].number)
        peer_log.info("My second successor is now peer %d", self.succ[1].number)

    def on_depart(self, m):
        peer_log.info("Peer %d will depart from the network", m["from"])
        new = m["succ"]
        if self.succ[0].number == m["from"]:
            self.succ = [Successor(new[0]), Successor(new[1])]
        elif self.succ[1] and self.succ[1].number == m["from"]:
            self.succ[1] = Successor(new[0])
        if self.succ[1]:
            self.print_successors()

    async def depart(self):
        for _ in range(20):                                     # too early: nobody has pinged us yet
            if None in self.pred:
                await asyncio.sleep(0.1)
        succ = [s.number for s in self.succ if s]
        first, second = self.pred
        calls = [self.tcp(p, type="depart", succ=(succ * 2)[:2]) for p in (first, second) if p is not None]
        calls.append(self.tcp(succ[0], type="predecessors", pred=[first, second]))
        calls.append(self.tcp(succ[-1], type="predecessors", pred=[succ[0], first]))
        await asyncio.gather(*calls)

    # ---- requests
    def is_mine(self, code):
        return self.pred[0] is not None and between(self.pred[0], code, self.id)

    async def pass_on(self, file, requester, hops):
        for s in list(self.succ):                               # the second when the first does not answer
            if s and s.number != self.id:
                last = between(self.id, int(file) % 256, s.number)
                if await self.tcp(s.number, type="request", file=file, requester=requester, hops=hops, last=last):
                    return True
        return False

    async def request(self, file):
        if self.is_mine(int(file) % 256):
            file_log.info("File %s is my own, there is nothing to request", file)
            return
        answered = self.wanted[file] = asyncio.Event()
        for _ in range(3):
            if await self.pass_on(file, self.id, 0):
                file_log.info("File request message for %s has been sent to my successor", file)
            try:
                return await asyncio.wait_for(answered.wait(), 5)
            except asyncio.TimeoutError:
                pass
        file_log.info("Nobody answers the request for file %s", file)

    async def on_request(self, m):
        file = m["file"]
        if m["last"] or self.is_mine(int(file) % 256):
            await self.send_file(file, m["requester"])
            return
        file_log.info("File %s is not stored here", file)
        if m["hops"] < 256 and await self.pass_on(file, m["requester"], m["hops"] + 1):
            file_log.info("File request message has been forwarded to my successor")

    # ---- stop-and-wait
    async def send_file(self, file, to):
        if not os.path.exists(file + ".pdf"):
            await self.tcp(to, type="missing", file=file)
            return
        with open(file + ".pdf", "rb") as f:
            content = f.read()
        file_log.info("File %s is here", file)
        transfer = random.randrange(1 << 30)
        acks = self.acks[transfer] = asyncio.Queue()
        if not await self.tcp(to, type="offer", file=file, transfer=transfer, size=len(content), mss=self.mss,
                              sha256=hashlib.sha256(content).hexdigest()):
            file_log.info("Peer %d is gone, the file is not sent", to)
            return
        file_log.info("A response message, destined for peer %d, has been sent", to)
        file_log.info("We now start sending the file")
        for at in range(0, len(content), self.mss):
            data = content[at:at + self.mss]
            for attempt in range(20):
                drop = random.random() < self.loss
                responding(("Drop" if drop else "snd") if attempt == 0 else ("RTX/Drop" if drop else "RTX"),
                           at + 1, len(data), 0)
                if not drop:
                    self.udp(to, data, type="data", transfer=transfer, seq=at + 1, mss=self.mss)
                if await self.acknowledged(acks, at + 1 + len(data)):
                    break
            else:
                file_log.info("The file could not be sent, 20 time-outs of one segment")
                return
        del self.acks[transfer]
        file_log.info("The file is sent")

    async def acknowledged(self, acks, wanted):
        end = time.monotonic() + 1
        while True:
            try:
                ack = await asyncio.wait_for(acks.get(), max(0.001, end - time.monotonic()))
            except asyncio.TimeoutError:
                return False
            if ack == wanted:                                   # a duplicate acknowledgement sends nothing
                responding("rcv", 0, 0, ack)
                return True

    def on_ack(self, m, _):
        if m["transfer"] in self.acks:
            self.acks[m["transfer"]].put_nowait(m["ack"])

    def on_offer(self, m):
        if m["file"] in self.wanted:
            self.wanted[m["file"]].set()
        file_log.info("Received a response message from peer %d, which has the file %s", m["from"], m["file"])
        file_log.info("We now start receiving the file")
        r = self.receiving[m["from"], m["transfer"]] = {**m, "content": bytearray()}
        if m["size"] == 0:
            self.finish(r)

    def on_data(self, m, data):
        r = self.receiving[m["from"], m["transfer"]]
        requesting("rcv", m["seq"], len(data), 0)
        new = m["seq"] == len(r["content"]) + 1
        if new:
            r["content"] += data
        requesting("snd", 0, 0, m["seq"] + len(data))
        self.udp(m["from"], type="ack", transfer=m["transfer"], ack=m["seq"] + len(data))
        if new and len(r["content"]) == r["size"]:
            self.finish(r)

    def finish(self, r):
        if hashlib.sha256(r["content"]).hexdigest() != r["sha256"]:
            file_log.info("The file arrived damaged")
            return
        with open("received_file.part", "wb") as f:
            f.write(r["content"])
        os.replace("received_file.part", "received_file.pdf")
        file_log.info("The file is received")

    # ---- the keyboard
    def typed(self, line):
        line = line.strip()
        if re.fullmatch(r"request \d{4}", line):
            self.spawn(self.request(line[8:]))
        elif line == "quit":
            self.leaving.set()
        elif line:
            peer_log.info("The commands are request NNNN and quit")

    async def run(self):
        loop = asyncio.get_running_loop()
        for attempt in range(26):
            try:
                server = await asyncio.start_server(self.on_connection, HOST, self.base + self.id)
                break
            except OSError:
                await asyncio.sleep(0.2)
        else:
            sys.exit(3)
        await loop.create_datagram_endpoint(lambda: self, (HOST, self.base + self.id))
        loop.add_signal_handler(signal.SIGTERM, self.leaving.set)

        def keyboard():
            for line in sys.stdin:
                loop.call_soon_threadsafe(self.typed, line)
            loop.call_soon_threadsafe(self.leaving.set)
        threading.Thread(target=keyboard, daemon=True).start()
        self.spawn(self.ping_for_ever())
        await self.leaving.wait()
        await self.depart()
        server.close()


def main():
    a = sys.argv[1:]
    try:
        number, first, second, mss, loss = int(a[0]), int(a[1]), int(a[2]), int(a[3]), float(a[4])
        more = [kind(x) for kind, x in zip((int, float, int), a[5:])]
        if not (0 <= number <= 255 and 1 <= mss <= 65000 and 0 <= loss <= 1):
            raise ValueError("out of range")
    except (ValueError, IndexError) as e:
        print(__doc__.splitlines()[0], "-", e, file=sys.stderr)
        sys.exit(2)

    async def start():
        await Peer(number, first, second, mss, loss, *more).run()
    try:
        asyncio.run(start())
    except SystemExit:
        print("The port of peer", number, "is taken: end the program that has it", file=sys.stderr)
        sys.exit(3)
    sys.stdout.flush()
    os._exit(0)                                                 # the keyboard thread may still be reading


main()
