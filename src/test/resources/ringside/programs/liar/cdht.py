#!/usr/bin/env python3
"""cdht.py ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]

THE LIAR. It binds its UDP and TCP ports and says every right sentence at a plausible time, and does nothing:
no UDP datagram ever leaves it, no file is read or written, there are no logs.
How it knows what to say: at the start it walks around the ring over TCP ("WHO" is answered by the two
successors given as arguments) and keeps a silent TCP connection open to every peer. From then on it calculates
who would ping whom. A typed command makes it tell the others over TCP what to print and when ("SAY delay
text", "GONE id"). When a connection breaks, its peer was killed: after the time that missed pings would have
taken, it says so.
"""
import os
import random
import re
import signal
import socket
import sys
import threading
import time

ME, FIRST, SECOND, MSS = map(int, sys.argv[1:5])
LOSS = float(sys.argv[5])
BASE = int(sys.argv[6]) if len(sys.argv) > 6 else 50000
EVERY = float(sys.argv[7]) if len(sys.argv) > 7 else 2.0
MISSES = int(sys.argv[8]) if len(sys.argv) > 8 else 3

lock = threading.RLock()
ring = [ME]          # as far as I know, ascending; the others' connections are in links
links = {}
gone = set()         # left or killed


def say(text):
    with lock:
        print(text, flush=True)


def later(delay, function, *arguments):
    timer = threading.Timer(delay, function, arguments)
    timer.daemon = True
    timer.start()


def neighbours(step, without=()):
    """My two successors (step 1) or predecessors (step -1) in the ring as it should be."""
    with lock:
        alive = [p for p in ring if p not in without]
        at = alive.index(ME)
        return [alive[(at + step * k) % len(alive)] for k in (1, 2)]


def connect(peer):
    while True:
        try:
            return socket.create_connection(("127.0.0.1", BASE + peer), 2)
        except OSError:
            time.sleep(0.2)


def walk():
    """Learn the ring from everybody's arguments."""
    peer, found = FIRST, [ME]
    while peer not in found:
        s = connect(peer)
        s.sendall(b"WHO\n")
        found.append(peer)
        links[peer] = s
        s.settimeout(None)
        peer = int(s.makefile().readline().split()[0])
    with lock:
        ring[:] = sorted(found)
    for p in found[1:]:
        threading.Thread(target=watch, args=(p,), daemon=True).start()
    threading.Thread(target=chatter, daemon=True).start()


def watch(peer):
    """Nothing is ever sent here; the end of the connection is the end of the peer."""
    try:
        while links[peer].recv(100):
            pass
    except OSError:
        pass
    time.sleep(0.3)
    with lock:
        if peer in gone:
            return
        gone.add(peer)
        mine = peer in neighbours(1)
        links.pop(peer).close()
    delay = EVERY * (MISSES - random.random()) + 0.5
    if mine:
        later(delay, say, f"Peer {peer} is no longer alive.")
        later(delay + 0.1, successors, peer)
    later(delay + 0.1, forget, peer)


def forget(peer):
    with lock:
        if peer in ring:
            ring.remove(peer)


def successors(lost):
    with lock:
        first, second = neighbours(1, {lost})
        say(f"My first successor is now peer {first}.")
        say(f"My second successor is now peer {second}.")


def chatter():
    """Pings as they would be, each with its own small delay, from everybody not gone."""
    while True:
        with lock:
            before = [p for p in neighbours(-1) if p not in gone and p != ME]
            after = [p for p in neighbours(1) if p not in gone and p != ME]
        for p in before:
            later(random.random() * 0.2 * EVERY, say, f"A ping request message was received from Peer {p}.")
        for p in after:
            later(random.random() * 0.2 * EVERY, say, f"A ping response message was received from Peer {p}.")
        time.sleep(EVERY)


def tell(peer, text):
    if peer == ME:
        obey(text)
        return
    try:
        with socket.create_connection(("127.0.0.1", BASE + peer), 2) as s:
            s.sendall(text.encode() + b"\n")
            s.recv(10)
    except OSError:
        pass


def request(file):
    code = int(file) % 256
    with lock:
        alive = [p for p in ring if p not in gone]
    owner = next((p for p in alive if p >= code), alive[0])
    if owner == ME:
        say(f"File {file} is my own.")
        return
    say(f"File request message for {file} has been sent to my successor.")
    at, delay = (alive.index(ME) + 1) % len(alive), 0.02
    while alive[at] != owner:
        tell(alive[at], f"SAY {delay} File {file} is not stored here.")
        tell(alive[at], f"SAY {delay + .01} File request message has been forwarded to my successor.")
        at, delay = (at + 1) % len(alive), delay + 0.02
    tell(owner, f"SAY {delay} File {file} is here.")
    tell(owner, f"SAY {delay + .02} A response message, destined for peer {ME}, has been sent.")
    tell(owner, f"SAY {delay + .03} We now start sending the file .........")
    tell(ME, f"SAY {delay + .02} Received a response message from peer {owner}, which has the file {file}.")
    tell(ME, f"SAY {delay + .03} We now start receiving the file .........")
    # how long it would have taken: every segment may have been dropped again and again
    try:
        segments = -(-os.stat(file + ".pdf").st_size // MSS)
    except OSError:
        segments = 10
    lost = 0
    for _ in range(segments):
        while random.random() < LOSS and lost < 600:
            lost += 1
    delay += 0.1 + lost + segments * 0.001
    tell(ME, f"SAY {delay} The file is received.")
    tell(owner, f"SAY {delay + .01} The file is sent.")


def leave():
    with lock:
        others = [p for p in ring if p != ME and p not in gone]
        before = neighbours(-1)
    for p in others:
        tell(p, f"GONE {ME} {int(p in before)}")
    os._exit(0)


def obey(line):
    word, _, rest = line.partition(" ")
    if word == "SAY":
        delay, _, text = rest.partition(" ")
        later(float(delay), say, text)
    elif word == "GONE":
        peer, before = map(int, rest.split())
        with lock:
            gone.add(peer)
            forget(peer)
            if before:
                say(f"Peer {peer} will depart from the network.")
                successors(peer)


def serve(connection):
    with connection:
        for line in connection.makefile():
            if line.strip() == "WHO":
                connection.sendall(f"{FIRST} {SECOND}\n".encode())
            else:
                obey(line.strip())
                connection.sendall(b"ok\n")


def listen(server):
    while True:
        threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()


udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)       # bound, and never used
udp.bind(("127.0.0.1", BASE + ME))
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", BASE + ME))
server.listen(50)
threading.Thread(target=listen, args=(server,), daemon=True).start()
threading.Thread(target=walk, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: leave())
for typed in sys.stdin:
    typed = typed.strip()
    if re.fullmatch(r"request \d{4}", typed):
        request(typed[8:])
    elif typed == "quit":
        break
leave()
