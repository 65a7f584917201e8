"""A Qt entry that has the focus. Prints its text as JSON, one line per change."""
import json

from PyQt5.QtWidgets import QApplication, QLineEdit

app = QApplication(["qt_entry"])
entry = QLineEdit()
entry.setMaxLength(10_000_000)
entry.setWindowTitle("Qt entry")
entry.textChanged.connect(lambda text: print(json.dumps(text), flush=True))
entry.show()
app.exec_()
