from __future__ import annotations

import subprocess
import sys

import pytest
import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from copingkit.ui import qr
from tests.support.looks import dress

pytestmark = pytest.mark.usefixtures("dressed")


def modules_of(image: QImage, count: int) -> list[list[bool]]:
    """Read the modules back out of a picture whose white border is the quiet zone."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    side = max(x for x, _ in dark) + 1 - left
    module = side / count
    return [
        [
            image.pixelColor(
                int(left + (x + 0.5) * module), int(top + (y + 0.5) * module)
            ).lightness()
            < 128
            for x in range(count)
        ]
        for y in range(count)
    ]


def expected(content: str) -> list[list[bool]]:
    return [[bool(cell) for cell in row] for row in segno.make_qr(content, error="m").matrix]


@pytest.mark.parametrize("text_size", [80, 100, 137, 200])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_code_on_the_screen_is_the_code(qtbot: QtBot, text_size: int, look: str) -> None:
    dress(look, text_size)
    code = qr.QrCode("tel:01705550142", "QR code to call Mira")
    qtbot.addWidget(code)
    code.show()
    qtbot.waitUntil(lambda: code._modules > 0)
    picture = code.grab().toImage()
    wanted = expected("tel:01705550142")
    assert modules_of(picture, len(wanted)) == wanted
    corner = picture.pixelColor(1, 1)
    assert corner.lightness() == 255  # the quiet zone is white in a dark theme too
    greys = {
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert greys == {0, 255}  # crisp: no module is smeared over half a pixel


def test_the_quiet_zone_is_four_modules(qtbot: QtBot) -> None:
    count = len(expected("tel:112"))
    side = (count + 8) * 5
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    qr.draw(painter, QRectF(0, 0, side, side), "tel:112")
    painter.end()
    dark = [
        (x, y) for x in range(side) for y in range(side) if image.pixelColor(x, y).lightness() == 0
    ]
    assert min(x for x, _ in dark) == 20
    assert min(y for _, y in dark) == 20
    assert max(x for x, _ in dark) == side - 21


def test_the_name_is_for_a_screen_reader_and_holds_no_number(qtbot: QtBot) -> None:
    code = qr.QrCode("tel:112", "QR code to call Mira")
    qtbot.addWidget(code)
    assert code.accessibleName() == "QR code to call Mira"
    assert code.width() == 150


def test_too_much_content_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="too large"):
        qr.matrix("x" * 5000)


def test_the_first_painting_does_not_wait_for_the_code(qtbot: QtBot) -> None:
    dress("dark", 100)
    code = qr.QrCode("tel:112", "QR code to call Mira")
    qtbot.addWidget(code)
    first = code.grab().toImage()
    assert {first.pixelColor(x, 75).lightness() for x in range(150)} == {255}
    qtbot.waitUntil(lambda: code._modules > 0)
    assert code.grab().toImage() != first


def test_the_library_is_loaded_only_for_a_real_code() -> None:
    told = "import sys, copingkit.ui.qr; sys.exit('segno' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
