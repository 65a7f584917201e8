"""A busy program: reads the clipboard up to three seconds after Ctrl+V. Prints each text as JSON.

The delays are drawn from the seed that is its argument.
"""
import json
import random
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

delays = random.Random(int(sys.argv[1]))
clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)


def read():
    clipboard.request_text(lambda _, text: print(json.dumps(text or ""), flush=True))
    return False


def on_key(_, event):
    if event.keyval == Gdk.KEY_v and event.state & Gdk.ModifierType.CONTROL_MASK:
        GLib.timeout_add(delays.randrange(3_001), read)
    return True


window = Gtk.Window(title="Late reader", default_width=400)
window.connect("key-press-event", on_key)
window.show_all()
Gtk.main()
