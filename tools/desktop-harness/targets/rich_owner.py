"""A program that copies content in many formats: text, HTML, RTF, a picture and files."""
from PyQt5.QtCore import QMimeData, QUrl
from PyQt5.QtGui import QImage
from PyQt5.QtWidgets import QApplication

app = QApplication(["rich_owner"])
picture = QImage(64, 48, QImage.Format_RGB32)
picture.fill(0x336699)
copied = QMimeData()
copied.setText("plain: Grüße, 你好")
copied.setHtml("<p>Grüße, <b>你好</b></p>")
copied.setData("text/rtf", rb"{\rtf1 Gr\'fc\'dfe}")
copied.setImageData(picture)
copied.setUrls([QUrl("file:///tmp/one.txt"), QUrl("file:///tmp/zw%C3%B6lf.txt")])
app.clipboard().setMimeData(copied)
print("copied", flush=True)
app.exec_()
