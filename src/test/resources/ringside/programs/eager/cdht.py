#!/usr/bin/env python3
"""cdht.py ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]

Manners: pickled tuples, over UDP as they are, over TCP until the sender closes its half. One thread listens
  to both ports with select; files and repairs have threads of their own. Logs: seconds since the start with
  six decimals, blanks; an acknowledgement is logged with 0 bytes of data.
Faults, on purpose:
  1 a segment has twice the MSS (the last one what is left);
  2 it never drops a segment, whatever LOSS says.
It knows two successors only, so two neighbours killed at once break its ring.
"""
import pickle
import queue
import select
import socket
import sys
import threading
import time

HOST, BEGIN = "127.0.0.1", time.perf_counter()
arguments = sys.argv[1:] + ["50000", "1", "4"][len(sys.argv) - 6:]
me, mss, base = int(arguments[0]), int(arguments[3]), int(arguments[5])
interval, misses = float(arguments[6]), int(arguments[7])
first, second = int(arguments[1]), int(arguments[2])

lock = threading.RLock()
pings = {}  # (place, peer): [next number, last answered, misses]
heard, before = set(), {}
acknowledged, files = {}, {}

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind((HOST, base + me))
tcp = socket.create_server((HOST, base + me), backlog=30)


def say(*lines):
    sys.stdout.write("".join(line + "\n" for line in lines))
    sys.stdout.flush()


def throw(peer, *message):
    udp.sendto(pickle.dumps((me,) + message), (HOST, base + peer))


def tell(peer, *message):
    try:
        with socket.create_connection((HOST, base + peer), 3) as line:
            line.sendall(pickle.dumps((me,) + message))
            line.shutdown(socket.SHUT_WR)
            return pickle.loads(b"".join(iter(lambda: line.recv(8192), b"")))
    except (OSError, EOFError, pickle.UnpicklingError):
        return None


def background(task, *values):
    threading.Thread(target=task, args=values, daemon=True).start()


# ---- neighbours

def show():
    say(f"My first successor is now peer {first}.", f"My second successor is now peer {second}.")


def keep_pinging():
    global first, second
    while True:
        with lock:
            targets = [(1, first)] + ([(2, second)] if second is not None else [])
            for target in set(pings) - set(targets):
                del pings[target]
            for target in targets:
                record = pings.setdefault(target, [0, -1, 0])
                throw(target[1], "ping", target[0], record[0])
                record[0] += 1
        time.sleep(min(0.5, interval))
        with lock:
            for place, peer in targets:
                record = pings.get((place, peer))
                if record is None or (first, second)[place - 1] != peer:
                    continue
                record[2] = 0 if record[1] == record[0] - 1 else record[2] + 1
                if record[2] < misses or peer not in heard and time.perf_counter() - BEGIN < 10:
                    continue
                say(f"Peer {peer} is no longer alive.")
                first, second = (second if place == 1 else first), None
                background(find_second, peer)
                break
        time.sleep(interval - min(0.5, interval))


def find_second(dead):
    global second
    while True:
        following = tell(first, "who follows you")
        with lock:
            if second is not None:
                return
            if following is not None and following != dead:
                second = following
                show()
                return
        time.sleep(0.25)


def departed(peer, its_first, its_second):
    global first, second
    with lock:
        say(f"Peer {peer} will depart from the network.")
        if first == peer:
            first, second = its_first, its_second
        elif second == peer:
            second = its_first
        show()


# ---- what comes in

def listen():
    while True:
        for ready in select.select([udp, tcp], [], [])[0]:
            if ready is tcp:
                background(connection, tcp.accept()[0])
                continue
            try:
                peer, kind, *rest = pickle.loads(udp.recv(65535))
            except Exception:
                continue
            if kind == "ping":
                say(f"A ping request message was received from Peer {peer}.")
                before[rest[0]] = peer
                throw(peer, "pong", *rest)
            elif kind == "pong":
                say(f"A ping response message was received from Peer {peer}.")
                with lock:
                    heard.add(peer)
                    if (rest[0], peer) in pings:
                        pings[rest[0], peer][1] = max(rest[1], pings[rest[0], peer][1])
            elif kind == "segment" and (peer, rest[0]) in files:
                files[peer, rest[0]].put(rest[1:])
            elif kind == "ack" and rest[0] in acknowledged:
                acknowledged[rest[0]].put(rest[1])


def connection(line):
    with line:
        line.settimeout(5)
        try:
            peer, kind, *rest = pickle.loads(b"".join(iter(lambda: line.recv(8192), b"")))
        except Exception:
            return
        if kind == "leave":
            departed(peer, *rest)
        elif kind == "response":
            say(f"Received a response message from peer {peer}, which has the file {rest[0]}.",
                "We now start receiving the file .........")
            files[peer, rest[1]] = queue.Queue()
            background(receive, peer, *rest[1:])
        elif kind == "absent":
            say(f"Peer {peer} does not store file {rest[0]}.")
        line.sendall(pickle.dumps(first))
    if kind == "request":
        look(*rest)


# ---- files

def follows(start, key, end):
    return start == end or (key - start - 1) % 256 < (end - start) % 256


def is_mine(name):
    return 1 in before and follows(before[1], int(name) % 256, me)


def pass_on(name, asker, hops):
    for peer in (first, second):
        if tell(peer, "request", name, asker, follows(me, int(name) % 256, peer), hops) is not None:
            return True
    return False


def look(name, asker, mine, hops):
    if mine or is_mine(name):
        send(name, asker)
        return
    say(f"File {name} is not stored here.")
    if hops < 256 and pass_on(name, asker, hops + 1):
        say("File request message has been forwarded to my successor.")


def log_into(name):
    file = open(name, "w", buffering=1)

    def note(event, sequence, length, ack):
        file.write(f"{event} {time.perf_counter() - BEGIN:.6f} {sequence} {length} {ack}\n")

    return note


def send(name, asker):
    try:
        content = open(name + ".pdf", "rb").read()
    except OSError:
        tell(asker, "absent", name)
        return
    say(f"File {name} is here.")
    number = len(acknowledged)
    acks = acknowledged[number] = queue.Queue()
    if tell(asker, "response", name, number, len(content)) is None:
        return
    say(f"A response message, destined for peer {asker}, has been sent.",
        "We now start sending the file .........")
    note = log_into("responding_log.txt")
    # Fault 1: twice the MSS. Fault 2: no drop.
    size = min(2 * mss, 60000)
    for at in range(0, len(content), size):
        piece = content[at:at + size]
        for event in ["snd"] + 19 * ["RTX"]:
            note(event, at + 1, len(piece), 0)
            throw(asker, "segment", number, at + 1, mss, piece)
            try:
                end = time.perf_counter() + 1
                while (ack := acks.get(timeout=max(0, end - time.perf_counter()))) != at + 1 + len(piece):
                    pass
                note("rcv", 0, 0, ack)
                break
            except queue.Empty:
                pass
        else:
            say("The file was given up.")
            return
    say("The file is sent.")


def receive(owner, number, size):
    note = log_into("requesting_log.txt")
    with open("received_file.pdf", "wb") as file:
        while file.tell() < size:
            sequence, _, piece = files[owner, number].get()
            note("rcv", sequence, len(piece), 0)
            if sequence == file.tell() + 1:
                file.write(piece)
            note("snd", 0, 0, sequence + len(piece))
            throw(owner, "ack", number, sequence + len(piece))
    say("The file is received.")


background(listen)
background(keep_pinging)
for typed in sys.stdin:
    words = typed.split()
    if words == ["quit"]:
        break
    if len(words) == 2 and words[0] == "request" and len(words[1]) == 4 and words[1].isdigit():
        if is_mine(words[1]):
            say(f"File {words[1]} lies here already.")
        elif pass_on(words[1], me, 0):
            say(f"File request message for {words[1]} has been sent to my successor.")
    elif words:
        say("Commands: request NNNN, quit")
for _ in range(30):
    if len(before) == 2 and second is not None:
        break
    time.sleep(0.1)
for neighbour in set(before.values()) - {me}:
    tell(neighbour, "leave", first, second)
