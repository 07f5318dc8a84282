"""Prints: pages that are drawn in points, as PDF bytes, as a picture, or on a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTransform,
)
from PySide6.QtWidgets import QDialog, QWidget

from copingkit.ui.file_dialogs import keep_no_trace

PAPERS: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}  # millimetres
MILLIMETRE: Final = 72 / 25.4  # in points
_DPI: Final = 300

DrawPage = Callable[[QPainter], None]


@dataclass(frozen=True)
class Printout:
    """Finished pages on one paper ("A4" or "Letter"); each draws itself in points from 0, 0."""

    paper: str
    pages: tuple[DrawPage, ...]

    @property
    def size(self) -> QSizeF:
        """Width and height of the paper in points."""
        width, height = PAPERS[self.paper]
        return QSizeF(width * MILLIMETRE, height * MILLIMETRE)


def pdf(printout: Printout) -> bytes:
    """The printout as a PDF, made in memory; its metadata say nothing of the person."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle("copingkit")
    writer.setCreator("copingkit")
    writer.setPageLayout(page_layout(printout.paper))
    _draw(printout, writer, writer.newPage)
    buffer.close()
    return bytes(buffer.data().data())


def print_on(device: QPagedPaintDevice, printout: Printout) -> None:
    """Draw the printout on a printer (a QPrinter set to its paper)."""
    _draw(printout, device, device.newPage)


def picture(printout: Printout, page: int, width: int, ratio: float = 1.0) -> QImage:
    """A page (from 0) as a picture `width` pixels wide on a screen of that pixel ratio."""
    size = printout.size
    scale = width * ratio / size.width()
    image = QImage(round(width * ratio), round(size.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    printout.pages[page](painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def page_layout(paper: str) -> QPageLayout:
    """The paper upright and without margins: the pages leave their own."""
    kinds = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
    return QPageLayout(
        QPageSize(kinds[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )


def _draw(printout: Printout, device: QPagedPaintDevice, turn: Callable[[], bool]) -> None:
    painter = QPainter(device)
    scale = QTransform.fromScale(device.logicalDpiX() / 72, device.logicalDpiY() / 72)
    for number, page in enumerate(printout.pages):
        if number:
            turn()
        painter.setTransform(scale)
        page(painter)
    painter.end()


def ask_printer(parent: QWidget, printout: Printout, printed: Callable[[], None]) -> None:
    """Open the system's print dialog; `printed` is called once the pages went to a printer.

    The name that shows in the print queue says nothing of the person.
    """
    # late: the printing system takes time to load, and most days nothing is printed
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    keep_no_trace()  # one can choose a file there, too
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("copingkit")
    printer.setCreator("copingkit")
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(printout.paper))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def print_now() -> None:
        print_on(printer, printout)
        printed()

    dialog.accepted.connect(print_now)
    QDialog.open(dialog)  # QPrintDialog hides it behind one of its own
