"""Runs Python in a terminal of its own, presses Ctrl-C four times, and prints what is on the screen."""

import os
import pty
import sys
import time

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.executable, [sys.executable, "-c", "import lattice; print(lattice.sum_of_squares(3))"])
time.sleep(1)
for _ in range(4):
    os.write(terminal, b"\x03")
    time.sleep(0.3)
screen = b""
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:
        break
    if not part:
        break
    screen += part
os.waitpid(child, 0)
sys.stdout.write(screen.decode())
