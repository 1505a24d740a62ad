#!/usr/bin/env python3
"""cdht.py ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]

Manners: every message is packed with struct, over UDP (ping, pong, segment, acknowledgement) and TCP (one
  header and a body). Threads print at once, without a lock, between prompts "> " that end no line. Logs:
  milliseconds since 1970, tabs; an acknowledgement is logged with the bytes that it acknowledges.
  received_file.pdf is opened for appending, so a second file comes behind the first.
Faults: none known. It knows two successors only, so two neighbours killed at once break its ring.
"""
import random
import socket
import struct
import sys
import threading
import time

HOST = "127.0.0.1"
PING, PONG, SEGMENT, ACK = 1, 2, 3, 4
REQUEST, OFFER, MISSING, LEAVE, ASK = 10, 11, 12, 13, 14

PINGS = struct.Struct("!BBBI")  # kind, from, slot, number
SEGMENTS = struct.Struct("!BBHIH")  # kind, from, transfer, sequence number, MSS; then the data
ACKS = struct.Struct("!BBHI")  # kind, from, transfer, sequence number that is expected next
HEADER = struct.Struct("!BBH")  # over TCP: kind, from, length of the body
REQUESTS = struct.Struct("!4sBBH")  # file, asker, whether the receiver owns it, hops
OFFERS = struct.Struct("!4sHQ")  # file, transfer, size
PAIR = struct.Struct("!BB")

ME, MSS = int(sys.argv[1]), int(sys.argv[4])
LOSS = float(sys.argv[5])
BASE = int(sys.argv[6]) if len(sys.argv) > 6 else 50000
INTERVAL = float(sys.argv[7]) if len(sys.argv) > 7 else 1.0
MISSES = int(sys.argv[8]) if len(sys.argv) > 8 else 4

ring = threading.RLock()
successors = [int(sys.argv[2]), int(sys.argv[3])]
numbers = [0, 0]
missed = [0, 0]
answered = [-1, -1]
heard_of = set()
predecessors = [None, None]
started = time.time()

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind((HOST, BASE + ME))
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((HOST, BASE + ME))
server.listen(20)


def in_range(after, key, last):
    """Whether key lies in (after, last] on the circle."""
    return after == last or 0 < (key - after) % 256 <= (last - after) % 256


def owns(key):
    return predecessors[0] is not None and in_range(predecessors[0], key, ME)


# ---------------------------------------------------------------- successors

def set_successor(slot, peer):
    if successors[slot] != peer:
        successors[slot], numbers[slot], missed[slot], answered[slot] = peer, 0, 0, -1


def show():
    print("My first successor is now peer %d." % successors[0])
    print("My second successor is now peer %d." % successors[1])


def ping_forever():
    wait = min(INTERVAL, 0.5)
    while True:
        sent = []
        with ring:
            for slot in 0, 1:
                if successors[slot] is not None:
                    sent.append((slot, successors[slot], numbers[slot]))
                    numbers[slot] += 1
        for slot, peer, number in sent:
            udp.sendto(PINGS.pack(PING, ME, slot, number), (HOST, BASE + peer))
        time.sleep(wait)
        for slot, peer, number in sent:
            check(slot, peer, number)
        time.sleep(INTERVAL - wait)


def check(slot, peer, number):
    with ring:
        if successors[slot] != peer:
            return
        if answered[slot] >= number:
            missed[slot] = 0
            return
        missed[slot] += 1
        if missed[slot] < MISSES or (peer not in heard_of and time.time() - started < 10):
            return
        print("Peer %d is no longer alive." % peer)
        if slot == 0:
            set_successor(0, successors[1])
        successors[1] = None
    threading.Thread(target=repair, args=(peer,), daemon=True).start()


def repair(dead):
    """Asks the successor that is left who comes next, until it no longer names the dead one."""
    while True:
        answer = tell(successors[0], ASK)
        with ring:
            if successors[1] is not None:
                return
            if answer and PAIR.unpack(answer)[0] != dead:
                set_successor(1, PAIR.unpack(answer)[0])
                show()
                return
        time.sleep(INTERVAL / 4)


def departed(peer, first, second):
    with ring:
        print("Peer %d will depart from the network." % peer)
        if successors[0] == peer:
            set_successor(0, first)
            set_successor(1, second)
        elif successors[1] == peer:
            set_successor(1, first)
        show()


# ---------------------------------------------------------------- messages

def listen_udp():
    while True:
        try:
            packet, address = udp.recvfrom(65535)
            if packet[0] == PING:
                _, peer, slot, number = PINGS.unpack(packet)
                print("A ping request message was received from Peer %d." % peer)
                predecessors[slot] = peer
                udp.sendto(PINGS.pack(PONG, ME, slot, number), address)
            elif packet[0] == PONG:
                _, peer, slot, number = PINGS.unpack(packet)
                print("A ping response message was received from Peer %d." % peer)
                with ring:
                    heard_of.add(peer)
                    if successors[slot] == peer:
                        answered[slot] = max(answered[slot], number)
            elif packet[0] == SEGMENT:
                _, peer, transfer, sequence, _ = SEGMENTS.unpack_from(packet)
                if (peer, transfer) in incoming:
                    incoming[peer, transfer].segment(sequence, packet[SEGMENTS.size:], address)
        except (OSError, IndexError, struct.error):
            pass


def read_all(connection, length):
    data = b""
    while len(data) < length:
        part = connection.recv(length - len(data))
        if not part:
            raise OSError("closed")
        data += part
    return data


def tell(peer, kind, body=b""):
    """Sends a message over TCP; returns the body of the answer, or None if the peer is not there."""
    try:
        with socket.create_connection((HOST, BASE + peer), 3) as connection:
            connection.sendall(HEADER.pack(kind, ME, len(body)) + body)
            _, _, length = HEADER.unpack(read_all(connection, HEADER.size))
            return read_all(connection, length)
    except (OSError, struct.error):
        return None


def listen_tcp():
    while True:
        connection, _ = server.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


def serve(connection):
    try:
        with connection:
            connection.settimeout(5)
            kind, peer, length = HEADER.unpack(read_all(connection, HEADER.size))
            body = read_all(connection, length)
            if kind == LEAVE:
                departed(peer, *PAIR.unpack(body))
            elif kind == OFFER:
                accept_offer(peer, *OFFERS.unpack(body))
            elif kind == MISSING:
                print("Peer %d does not have the file %s." % (peer, body.decode()))
            first = successors[0]
            second = successors[1] if successors[1] is not None else first
            answer = PAIR.pack(first, second)
            connection.sendall(HEADER.pack(ASK, ME, len(answer)) + answer)
        if kind == REQUEST:
            handle_request(*REQUESTS.unpack(body))
    except (OSError, struct.error):
        pass


# ---------------------------------------------------------------- files

def pass_on(name, asker, hops):
    yours = in_range(ME, int(name) % 256, successors[0])
    return tell(successors[0], REQUEST, REQUESTS.pack(name, asker, yours, hops)) is not None


def handle_request(name, asker, mine, hops):
    text = name.decode()
    if mine or owns(int(name) % 256):
        send_file(text, asker)
        return
    print("File %s is not stored here." % text)
    if hops < 256 and pass_on(name, asker, hops + 1):
        print("File request message has been forwarded to my successor.")


def note(log, event, sequence, length, ack):
    log.write("%s\t%d\t%d\t%d\t%d\n" % (event, time.time() * 1000, sequence, length, ack))
    log.flush()


transfers = iter(range(1, 65536))


def send_file(name, asker):
    try:
        with open(name + ".pdf", "rb") as file:
            content = file.read()
    except OSError:
        tell(asker, MISSING, name.encode())
        return
    print("File %s is here." % name)
    transfer = next(transfers)
    if tell(asker, OFFER, OFFERS.pack(name.encode(), transfer, len(content))) is None:
        return
    print("A response message, destined for peer %d, has been sent." % asker)
    print("We now start sending the file .........")
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    out.bind((HOST, 0))
    with open("responding_log.txt", "a") as log:
        for offset in range(0, len(content), MSS):
            if not send_segment(out, log, asker, transfer, offset + 1, content[offset:offset + MSS]):
                print("The file could not be sent.")
                return
    print("The file is sent.")


def send_segment(out, log, asker, transfer, sequence, data):
    for attempt in range(20):
        lost = random.random() < LOSS
        name = "RTX/Drop" if attempt and lost else "Drop" if lost else "RTX" if attempt else "snd"
        note(log, name, sequence, len(data), 0)
        if not lost:
            packet = SEGMENTS.pack(SEGMENT, ME, transfer, sequence, MSS) + data
            out.sendto(packet, (HOST, BASE + asker))
        deadline = time.monotonic() + 1
        while deadline - time.monotonic() > 0:
            out.settimeout(max(0.001, deadline - time.monotonic()))
            try:
                _, _, of, ack = ACKS.unpack(out.recv(100))
            except socket.timeout:
                break
            if of == transfer and ack == sequence + len(data):
                note(log, "rcv", 0, len(data), ack)
                return True
    return False


class Incoming:
    def __init__(self, transfer, size):
        self.transfer, self.size, self.expected = transfer, size, 1
        self.file = open("received_file.pdf", "ab")
        self.log = open("requesting_log.txt", "a")
        if size == 0:
            self.finish()

    def segment(self, sequence, data, address):
        note(self.log, "rcv", sequence, len(data), 0)
        new = sequence == self.expected
        if new:
            self.file.write(data)
            self.expected += len(data)
        ack = sequence + len(data)
        note(self.log, "snd", 0, len(data), ack)
        udp.sendto(ACKS.pack(ACK, ME, self.transfer, ack), address)
        if new and self.expected == self.size + 1:
            self.finish()

    def finish(self):
        self.file.close()
        print("The file is received.")


incoming = {}


def accept_offer(peer, name, transfer, size):
    print("Received a response message from peer %d, which has the file %s." % (peer, name.decode()))
    print("We now start receiving the file .........")
    incoming[peer, transfer] = Incoming(transfer, size)


def request(name):
    if owns(int(name) % 256):
        print("File %s is stored here, at yourself." % name)
    elif pass_on(name.encode(), ME, 0):
        print("File request message for %s has been sent to my successor." % name)


def quit_ring():
    for _ in range(30):
        if None not in predecessors and None not in successors:
            break
        time.sleep(0.1)
    body = PAIR.pack(*successors)
    for peer in dict.fromkeys(p for p in predecessors if p is not None and p != ME):
        tell(peer, LEAVE, body)


for task in listen_udp, listen_tcp, ping_forever:
    threading.Thread(target=task, daemon=True).start()

while True:
    print("> ", end="", flush=True)
    words = sys.stdin.readline()
    if not words or words.split() == ["quit"]:
        break
    words = words.split()
    if len(words) == 2 and words[0] == "request" and len(words[1]) == 4 and words[1].isdigit():
        request(words[1])
    elif words:
        print("Commands: request NNNN, quit")
quit_ring()
