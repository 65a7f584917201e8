"""A GTK entry that has the focus. Prints its text as a line of JSON after each change. Enter empties
it, as in a chat that sends the message."""
import json

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402

window = Gtk.Window(title="GTK entry", default_width=400)
window.set_wmclass("gtk_entry", "Gtk-entry")
entry = Gtk.Entry()
entry.connect("changed", lambda _: print(json.dumps(entry.get_text()), flush=True))
entry.connect("activate", lambda _: entry.set_text(""))
window.add(entry)
window.show_all()
Gtk.main()
