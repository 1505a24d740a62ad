"""Holds the UDP port of its argument, and heeds nothing."""

import signal
import socket
import sys

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", int(sys.argv[1])))
while True:
    signal.pause()
