#!/usr/bin/env python3
"""cdht.py ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]

Manners: JSON, one object a line, over UDP and TCP (a data segment is a JSON line with the raw bytes behind
  it). Classes and a lock for printing. Logs: seconds since the start of the transfer, two decimals, blanks
  between columns; an acknowledgement is logged with 0 bytes of data.
Faults, on purpose:
  1 after quit it tells both predecessors rightly, pings and answers nobody any more, but its process never
    ends: it goes on reading commands.
It knows two successors only, so two neighbours killed at once break its ring.
"""
import json
import os
import queue
import random
import socket
import socketserver
import sys
import threading
import time

HOST = "127.0.0.1"
PRINTING = threading.Lock()


def say(text):
    with PRINTING:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def owner_between(before, key, owner):
    """Is owner the first peer at or after key, when before is the peer before it?"""
    if before < owner:
        return before < key <= owner
    return key > before or key <= owner


class Log:
    def __init__(self, name):
        self.file, self.begin = open(name, "w"), time.monotonic()

    def add(self, event, sequence, length, ack):
        passed = time.monotonic() - self.begin
        self.file.write(f"{event:<10} {passed:8.2f} {sequence:8} {length:6} {ack:8}\n")
        self.file.flush()


class Neighbour:
    """A successor and the count of its pings."""

    def __init__(self, peer):
        self.peer, self.next, self.answered, self.missed = peer, 0, -1, 0


class Peer:
    def __init__(self, me, first, second, mss, loss, base=50000, seconds=1, misses=4):
        self.me, self.mss, self.loss = int(me), int(mss), float(loss)
        self.base, self.seconds, self.misses = int(base), float(seconds), int(misses)
        self.first, self.second = Neighbour(int(first)), Neighbour(int(second))
        self.before = {"first": None, "second": None}
        self.known, self.begin = set(), time.monotonic()
        self.left = False
        self.lock = threading.RLock()
        self.sending, self.receiving, self.transfers = {}, {}, 0
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind((HOST, self.base + self.me))
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            timeout = 5

            def handle(self):
                outer.connection(self.rfile, self.wfile)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address, daemon_threads, request_queue_size = True, True, 32

            def handle_error(self, request, client_address):
                pass

        self.server = Server((HOST, self.base + self.me), Handler)

    def start(self):
        for task in self.server.serve_forever, self.datagrams, self.pings:
            threading.Thread(target=task, daemon=True).start()

    # -- what travels

    def datagram(self, peer, data=b"", **fields):
        line = json.dumps({"from": self.me, **fields}).encode() + b"\n"
        self.udp.sendto(line + data, (HOST, self.base + peer))

    def tell(self, peer, **fields):
        try:
            with socket.create_connection((HOST, self.base + peer), 3) as connection:
                stream = connection.makefile("rwb")
                stream.write(json.dumps({"from": self.me, **fields}).encode() + b"\n")
                stream.flush()
                return json.loads(stream.readline())
        except (OSError, ValueError):
            return None

    def datagrams(self):
        while True:
            packet = self.udp.recv(65535)
            if self.left:
                continue
            try:
                line, data = packet.split(b"\n", 1)
                getattr(self, "on_" + (message := json.loads(line))["type"])(message, data)
            except (ValueError, KeyError, TypeError, AttributeError):
                pass

    def on_ping(self, message, _):
        say(f"A ping request message was received from Peer {message['from']}.")
        self.before[message["as"]] = message["from"]
        self.datagram(message["from"], type="pong", number=message["number"], **{"as": message["as"]})

    def on_pong(self, message, _):
        say(f"A ping response message was received from Peer {message['from']}.")
        with self.lock:
            self.known.add(message["from"])
            successor = self.first if message["as"] == "first" else self.second
            if successor and successor.peer == message["from"]:
                successor.answered = max(successor.answered, message["number"])

    def on_segment(self, message, data):
        transfer = self.receiving.get((message["from"], message["transfer"]))
        if transfer:
            transfer.segment(message["sequence"], data)

    def on_ack(self, message, _):
        if message["transfer"] in self.sending:
            self.sending[message["transfer"]].put(message["ack"])

    def connection(self, incoming, outgoing):
        message = json.loads(incoming.readline())
        if self.left:
            return
        kind = message["type"]
        if kind == "leaving":
            self.departed(message)
        elif kind == "offer":
            say(f"Received a response message from peer {message['from']}, which has the file {message['file']}.")
            say("We now start receiving the file .........")
            self.receiving[message["from"], message["transfer"]] = Reception(self, message)
        elif kind == "nothing":
            say(f"Peer {message['from']} has no file {message['file']}.")
        outgoing.write(json.dumps({"successor": self.first.peer}).encode() + b"\n")
        outgoing.flush()
        if kind == "request":
            self.requested(message)

    # -- pings

    def pings(self):
        wait = min(0.5, self.seconds)
        while not self.left:
            sent = []
            with self.lock:
                for name, successor in ("first", self.first), ("second", self.second):
                    if successor:
                        sent.append((successor, successor.next))
                        self.datagram(successor.peer, type="ping", number=successor.next, **{"as": name})
                        successor.next += 1
            time.sleep(wait)
            for successor, number in sent:
                self.look(successor, number)
            time.sleep(self.seconds - wait)

    def look(self, successor, number):
        with self.lock:
            if self.left or successor not in (self.first, self.second):
                return
            if successor.answered >= number:
                successor.missed = 0
                return
            successor.missed += 1
            young = successor.peer not in self.known and time.monotonic() - self.begin < 10
            if successor.missed < self.misses or young:
                return
            say(f"Peer {successor.peer} is no longer alive.")
            if successor is self.first:
                self.first = Neighbour(self.second.peer)
            self.second = None
        threading.Thread(target=self.mend, args=(successor.peer,), daemon=True).start()

    def mend(self, dead):
        while True:
            answer = self.tell(self.first.peer, type="who")
            with self.lock:
                if self.second:
                    return
                if answer and answer["successor"] != dead:
                    self.second = Neighbour(answer["successor"])
                    self.show()
                    return
            time.sleep(0.2)

    def departed(self, message):
        with self.lock:
            say(f"Peer {message['from']} will depart from the network.")
            if self.first.peer == message["from"]:
                self.first, self.second = Neighbour(message["first"]), Neighbour(message["second"])
            elif self.second and self.second.peer == message["from"]:
                self.second = Neighbour(message["first"])
            self.show()

    def show(self):
        say(f"My first successor is now peer {self.first.peer}.")
        say(f"My second successor is now peer {self.second.peer}.")

    # -- files

    def is_mine(self, file):
        before = self.before["first"]
        return before is not None and owner_between(before, int(file) % 256, self.me)

    def ask_on(self, file, asker, hops):
        yours = owner_between(self.me, int(file) % 256, self.first.peer)
        return self.tell(self.first.peer, type="request", file=file, asker=asker, hops=hops, yours=yours)

    def request(self, file):
        if self.is_mine(file):
            say(f"File {file} is in your own hands.")
        elif self.ask_on(file, self.me, 0):
            say(f"File request message for {file} has been sent to my successor.")

    def requested(self, message):
        file = message["file"]
        if message["yours"] or self.is_mine(file):
            self.give(file, message["asker"])
            return
        say(f"File {file} is not stored here.")
        if message["hops"] < 256 and self.ask_on(file, message["asker"], message["hops"] + 1):
            say("File request message has been forwarded to my successor.")

    def give(self, file, asker):
        if not os.path.exists(file + ".pdf"):
            self.tell(asker, type="nothing", file=file)
            return
        with open(file + ".pdf", "rb") as stored:
            content = stored.read()
        say(f"File {file} is here.")
        with self.lock:
            self.transfers += 1
            transfer = self.transfers
        self.sending[transfer] = queue.Queue()
        if self.tell(asker, type="offer", file=file, size=len(content), transfer=transfer) is None:
            return
        say(f"A response message, destined for peer {asker}, has been sent.")
        say("We now start sending the file .........")
        log = Log("responding_log.txt")
        for offset in range(0, len(content), self.mss):
            if not self.segment(log, asker, transfer, offset + 1, content[offset:offset + self.mss]):
                say("Nobody acknowledges the file any more.")
                return
        say("The file is sent.")

    def segment(self, log, asker, transfer, sequence, data):
        for event, dropped in [("snd", "Drop")] + 19 * [("RTX", "RTX/Drop")]:
            if random.random() < self.loss:
                log.add(dropped, sequence, len(data), 0)
            else:
                log.add(event, sequence, len(data), 0)
                self.datagram(
                    asker, data, type="segment", transfer=transfer, sequence=sequence, mss=self.mss)
            deadline = time.monotonic() + 1
            while True:
                try:
                    ack = self.sending[transfer].get(timeout=max(0, deadline - time.monotonic()))
                except queue.Empty:
                    break
                if ack == sequence + len(data):
                    log.add("rcv", 0, 0, ack)
                    return True
        return False

    def quit(self):
        for _ in range(30):
            if None not in self.before.values() and self.second:
                break
            time.sleep(0.1)
        for peer in set(self.before.values()) - {None, self.me}:
            self.tell(peer, type="leaving", first=self.first.peer, second=self.second.peer)
        self.left = True


class Reception:
    def __init__(self, peer, offer):
        self.peer, self.offer, self.expected = peer, offer, 1
        self.file, self.log = open("received_file.pdf", "wb"), Log("requesting_log.txt")
        self.end_if_whole()

    def segment(self, sequence, data):
        self.log.add("rcv", sequence, len(data), 0)
        new = sequence == self.expected
        if new:
            self.file.write(data)
            self.expected += len(data)
        self.log.add("snd", 0, 0, sequence + len(data))
        self.peer.datagram(
            self.offer["from"], type="ack", transfer=self.offer["transfer"], ack=sequence + len(data))
        if new:
            self.end_if_whole()

    def end_if_whole(self):
        if self.expected == self.offer["size"] + 1:
            self.file.close()
            say("The file is received.")


peer = Peer(*sys.argv[1:])
peer.start()
for line in sys.stdin:
    words = line.split()
    if words == ["quit"]:
        peer.quit()
    elif len(words) == 2 and words[0] == "request" and words[1].isdigit() and len(words[1]) == 4:
        peer.request(words[1])
    elif words:
        say("Commands: request NNNN, quit")
