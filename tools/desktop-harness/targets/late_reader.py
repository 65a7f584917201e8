"""A slow program: reads the clipboard up to three seconds after Ctrl+V. Prints each text as JSON.

Its argument is the seed of the random delays. With two arguments it reads twice, as Chromium does: the
first number of milliseconds after the key, and the second number after that.
"""
import json
import random
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

delays = random.Random(int(sys.argv[1]))
twice = [int(ms) for ms in sys.argv[1:]] if len(sys.argv) == 3 else None
clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)


def read():
    clipboard.request_text(lambda _, text: print(json.dumps(text or ""), flush=True))
    return False


def on_key(_, event):
    if event.keyval == Gdk.KEY_v and event.state & Gdk.ModifierType.CONTROL_MASK:
        if twice is None:
            GLib.timeout_add(delays.randrange(3_001), read)
        else:
            GLib.timeout_add(twice[0], read)
            GLib.timeout_add(sum(twice), read)
    return True


window = Gtk.Window(title="Late reader", default_width=400)
window.connect("key-press-event", on_key)
window.show_all()
Gtk.main()
