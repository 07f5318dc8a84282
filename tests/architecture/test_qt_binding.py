"""The Qt binding keeps Python's reference counts: 6.12.0 on Python 3.11 lost one of None a call.

After some thousand calls that give nothing back, such as every `fillRect` of a chart, the program
was ended by "none_dealloc". From Python 3.12 on None is never counted, so it shows on 3.11 alone.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 200


def test_calls_that_return_nothing_lose_no_reference_to_none(qapp: QApplication) -> None:
    label, image = QLabel(), QImage(4, 4, QImage.Format.Format_RGB32)
    painter, box, colour = QPainter(image), QRect(0, 0, 2, 2), QColor("black")
    gc.collect()  # what other tests left behind may hold None, too
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.fillRect(box, colour)
        label.setText("a")
    after = sys.getrefcount(None)
    painter.end()
    assert after - before > -CALLS / 2
