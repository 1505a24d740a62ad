#!/usr/bin/env python3
"""cdht.py ID FIRST SECOND MSS LOSS [BASE_PORT [PING_SECONDS [MISSES]]]

Manners: a message is the text of a Python dictionary or tuple (repr, read with ast.literal_eval), over UDP
  and TCP; the data of a segment come behind such a line. Logs: seconds since the start, tabs, actions in lower case (snd, rcv, drop, rtx, rtx/drop).
Faults, on purpose:
  1 it counts the unanswered pings of its first successor only: the death of the second is never noticed.
It knows two successors only, so two neighbours killed at once break its ring.
"""
import ast
import random
import socket
import sys
import threading
import time

HOST = "127.0.0.1"

me, first, second, mss = (int(word) for word in sys.argv[1:5])
loss = float(sys.argv[5])
# For tests: the port of peer 0, seconds between pings, misses until a successor is dead.
BASE = int(sys.argv[6]) if len(sys.argv) > 6 else 50000
interval = float(sys.argv[7]) if len(sys.argv) > 7 else 1
MISSES = int(sys.argv[8]) if len(sys.argv) > 8 else 4
begin = time.time()

successors = [first, second]
predecessors = {}
misses = {}
heard = {}
lock = threading.Lock()
running = True

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind((HOST, BASE + me))
data = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
data.bind((HOST, 0))
tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
tcp.bind((HOST, BASE + me))
tcp.listen(16)


def dumps(value):
    return repr(value).encode()


def loads(text):
    return ast.literal_eval(text.decode())


def tell(peer, **message):
    """Sends a message over TCP; returns the answer, or None if the peer is not there."""
    message["from"] = me
    try:
        with socket.create_connection((HOST, BASE + peer), 2) as to:
            to.sendall(dumps(message))
            to.shutdown(socket.SHUT_WR)
            answer = b"".join(iter(lambda: to.recv(4096), b""))
            return loads(answer) if answer else {}
    except OSError:
        return None


def distance(a, b):
    return (b - a) % 256


def show_successors():
    print(f"My first successor is now peer {successors[0]}.")
    print(f"My second successor is now peer {successors[1]}.")


def ping():
    count = 0
    while running:
        with lock:
            targets = list(dict.fromkeys(successors))
        for order, target in enumerate(targets):
            udp.sendto(dumps(("request", me, order, count)), (HOST, BASE + target))
        time.sleep(interval)
        for target in targets[:1]:
            if heard.pop(target, None) is None:
                misses[target] = misses.get(target, 0) + 1
            else:
                misses[target] = 0
            if misses[target] >= MISSES:
                dead(target)
        count += 1


def dead(target):
    with lock:
        if target not in successors:
            return
        print(f"Peer {target} is no longer alive.")
        misses.pop(target, None)
        other = successors[1 - successors.index(target)]
    for _ in range(20):
        answer = tell(other, kind="successors")
        if answer is None:
            return
        following = [p for p in answer["successors"] if p != target]
        if following and target not in answer["successors"][:1]:
            with lock:
                successors[:] = [other, following[0]]
                show_successors()
            return
        time.sleep(interval / 2)


def hear():
    while running:
        message, address = udp.recvfrom(65535)
        try:
            kind, sender, order, count = loads(message)
        except Exception:
            continue
        if kind == "request":
            print(f"A ping request message was received from Peer {sender}.")
            predecessors[order] = sender
            udp.sendto(dumps(("response", me, order, count)), (HOST, BASE + sender))
        else:
            print(f"A ping response message was received from Peer {sender}.")
            heard[sender] = True


def is_owner(key):
    before = predecessors.get(0, me)
    return distance(before, key) <= distance(before, me) and key != before or before == me


def serve():
    while running:
        connection, _ = tcp.accept()
        threading.Thread(target=answer, args=(connection,), daemon=True).start()


def answer(connection):
    with connection:
        try:
            message = loads(b"".join(iter(lambda: connection.recv(4096), b"")))
        except Exception:
            return
        kind = message["kind"]
        reply = {}
        if kind == "successors":
            reply = {"successors": list(successors)}
        connection.sendall(dumps(reply))
    if kind == "request":
        look(message)
    elif kind == "have":
        print(f"Received a response message from peer {message['from']}, which has the file {message['file']}.")
        receive(message)
    elif kind == "leave":
        leaver = message["from"]
        print(f"Peer {leaver} will depart from the network.")
        with lock:
            after = message["successors"]
            if successors[0] == leaver:
                successors[:] = after
            elif successors[1] == leaver:
                successors[1] = after[0]
            show_successors()


def look(message):
    name = message["file"]
    if is_owner(int(name) % 256):
        print(f"File {name} is here.")
        print(f"A response message, destined for peer {message['asker']}, has been sent.")
        send(name, message["asker"])
    else:
        print(f"File {name} is not stored here.")
        print("File request message has been forwarded to my successor.")
        tell(successors[0], kind="request", file=name, asker=message["asker"])


def send(name, asker):
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    out.bind((HOST, 0))
    out.settimeout(1)
    tell(asker, kind="have", file=name, port=out.getsockname()[1])
    address = loads(out.recv(100))
    print("We now start sending the file .........")
    with open(name + ".pdf", "rb") as file, open("responding_log.txt", "w") as log:

        def note(event, sequence, length, ack):
            log.write(f"{event}\t{time.time() - begin:.3f}\t{sequence}\t{length}\t{ack}\n")
            log.flush()

        sequence = 1
        while True:
            segment = file.read(mss)
            again = False
            while True:
                lost = random.random() < loss
                event = "rtx" if again else "snd"
                if lost:
                    event = "rtx/drop" if again else "drop"
                else:
                    out.sendto(dumps((sequence, mss)) + b"\n" + segment, (HOST, address))
                note(event, sequence, len(segment), 0)
                try:
                    ack = loads(out.recv(1000))
                    while ack != sequence + len(segment):
                        ack = loads(out.recv(1000))
                    note("rcv", 0, len(segment), ack)
                    break
                except socket.timeout:
                    again = True
            sequence += len(segment)
            if len(segment) < mss:
                break
    print("The file is sent.")


def receive(message):
    into = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    into.bind((HOST, 0))
    print("We now start receiving the file .........")
    into.sendto(dumps(into.getsockname()[1]), (HOST, message["port"]))
    expected = 1
    with open("received_file.pdf", "wb") as file, open("requesting_log.txt", "w") as log:

        def note(event, sequence, length, ack):
            log.write(f"{event}\t{time.time() - begin:.3f}\t{sequence}\t{length}\t{ack}\n")
            log.flush()

        while True:
            packet, sender = into.recvfrom(65535)
            line, segment = packet.split(b"\n", 1)
            sequence, _ = loads(line)
            if sequence == expected:
                file.write(segment)
                expected += len(segment)
            note("rcv", sequence, len(segment), 0)
            into.sendto(dumps(sequence + len(segment)), sender)
            note("snd", 0, len(segment), sequence + len(segment))
            if len(segment) < mss:
                break
    print("The file is received.")


for task in (hear, serve, ping):
    threading.Thread(target=task, daemon=True).start()

for line in sys.stdin:
    words = line.split()
    if words[:1] == ["request"] and len(words) == 2:
        print(f"File request message for {words[1]} has been sent to my successor.")
        tell(successors[0], kind="request", file=words[1], asker=me)
    elif words == ["quit"]:
        print(f"Peer {me} will depart from the network.")
        for before in dict.fromkeys(predecessors.values()):
            tell(before, kind="leave", successors=list(successors))
        break
