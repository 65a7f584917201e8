"""Presses keys on KWin by its protocol for tests, org_kde_kwin_fake_input. Reads lines such as
`29 down` and `57 up` with Linux's key codes, and prints a line for each once KWin has taken it."""
import itertools
import os
import socket
import struct
import sys

path = os.path.join(os.environ["XDG_RUNTIME_DIR"], os.environ["WAYLAND_DISPLAY"])
server = socket.socket(socket.AF_UNIX)
server.connect(path)
stream = server.makefile("rb")
ids = itertools.count(2)


def text(value):
    data = value.encode() + b"\0"
    return struct.pack("<I", len(data)) + data + b"\0" * (-len(data) % 4)


def send(target, opcode, body):
    server.sendall(struct.pack("<IHH", target, opcode, 8 + len(body)) + body)


def sync():
    """Waits until KWin has dealt with everything before; returns the interfaces it named meanwhile."""
    callback = next(ids)
    send(1, 0, struct.pack("<I", callback))
    names = {}
    while True:
        target, opcode, size = struct.unpack("<IHH", stream.read(8))
        body = stream.read(size - 8)
        if target == callback:
            return names
        if target == 1 and opcode == 0:
            sys.exit("KWin refuses: " + body[12:].decode(errors="replace"))
        if target == registry and opcode == 0:
            name, length = struct.unpack_from("<II", body)
            names[body[8 : 7 + length].decode()] = name


registry = next(ids)
send(1, 1, struct.pack("<I", registry))
interface = "org_kde_kwin_fake_input"
names = sync()
if interface not in names:
    sys.exit("KWin offers no " + interface)
keyboard = next(ids)
send(registry, 0, struct.pack("<I", names[interface]) + text(interface) + struct.pack("<II", 4, keyboard))
send(keyboard, 0, text("test") + text("presses keys"))
sync()
print("ready", flush=True)
for line in sys.stdin:
    code, state = line.split()
    send(keyboard, 10, struct.pack("<II", int(code), 1 if state == "down" else 0))
    sync()
    print("done", flush=True)
