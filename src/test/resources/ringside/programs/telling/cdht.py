"""A program in a terminal that tells Ringside itself what it does, with the client of the page."""

import socket
import sys

from status_client import Status

me, first, second, base = (int(word) for word in sys.argv[1:5])
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", base + me))
settings = {"pingIntervalMs": 1000, "misses": 4, "successors": 2, "copies": 1,
            "mss": 400, "window": 1, "loss": 0}
status = Status(me, base + me, settings)
status.tell("neighboursChanged", successors=[first, second], predecessors=[second, first],
            cause="said")
status.tell("pingSent", target=first, sequence=41, role="first")
status.tell("pingAnswered", target=first, sequence=41, roundTripMicros=1234)
for command in status.commands():
    if command["command"] == "setLoss":
        settings["loss"] = command["loss"]
        status.tell("settingsChanged", settings=settings)
        print("A ping response message was received from Peer %d." % second)
        print("That was read.", flush=True)
    if command["command"] == "setMisses":
        break
status.close()
for line in sys.stdin:
    if line.strip() == "quit":
        sys.exit(0)
    print("A ping response message was received from Peer %d." % second, flush=True)
