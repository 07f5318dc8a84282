"""Draws the program's icon in the forms that the systems want."""

import os
from pathlib import Path

import layout

SIDES = {".ico": 256, ".icns": 512, ".png": 128}


def for_system(folder: Path) -> None:
    """`copingkit.ico` and `copingkit.icns`, for the programs of Windows and macOS."""
    for ending in (".ico", ".icns"):
        draw(folder / f"copingkit{ending}")


def draw(path: Path) -> None:
    """One picture, in the form that its name's ending says."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize, Qt  # late: most of the packaging needs no Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    side = SIDES[path.suffix]
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(layout.RESOURCES / "icons" / "copingkit.svg")).render(painter)
    painter.end()
    if not image.save(str(path)):
        raise OSError(f"could not write {path.name}")
