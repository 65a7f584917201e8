"""A GTK 4 entry that has the focus. Prints its text as JSON, one line per change."""
import json

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk  # noqa: E402

GLib.set_prgname("gtk4_entry")
Gtk.init()
window = Gtk.Window(title="GTK 4 entry", default_width=400)
entry = Gtk.Entry()
entry.connect("changed", lambda _: print(json.dumps(entry.get_text()), flush=True))
window.set_child(entry)
window.present()
GLib.MainLoop().run()
