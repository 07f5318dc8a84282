"""A number to read, to copy, and to take to a phone by a code that is drawn on demand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from copingkit.core import phone
from copingkit.tools.helplines.model import text_link
from copingkit.ui import qr
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.disclosure import Disclosure
from copingkit.ui.widgets.layout import column, holder, row
from copingkit.ui.widgets.text import label


def marked_label(text: str, look: str) -> QLabel:
    """A number or an address to be marked with the mouse; the keyboard has the copy button."""
    made = label(text, look)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def copy_button(number: str, say: Callable[[str], None]) -> QPushButton:
    """Puts the number on the clipboard and says so."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(number)
        say(translate("Helplines", "Copied: {number}").replace("{number}", number))

    made = button(translate("Helplines", "Copy"), copy, look="quiet", icon="copy")
    name = translate("Helplines", "Copy the number {number}").replace("{number}", number)
    made.setAccessibleName(name)
    return made


def call_code(number: str, whom: str) -> Disclosure | None:
    """Shows the code that starts a call; None for what is not plainly one number."""
    dialled = phone.dialable(number)
    if dialled is None:
        return None
    caption = translate("Helplines", "Scan with a phone to call {number}")
    return _code(
        translate("Helplines", "Code to call"),
        phone.tel_link(dialled),
        caption.replace("{number}", number),
        whom or number,
    )


def text_code(number: str, keyword: str, whom: str) -> Disclosure | None:
    """Shows the code that starts a text message; None as in `call_code`."""
    dialled = phone.dialable(number)
    if dialled is None:
        return None
    caption = translate("Helplines", "Scan with a phone to write to {number}")
    return _code(
        translate("Helplines", "Code to text"),
        text_link(dialled, keyword),
        caption.replace("{number}", number),
        whom or number,
    )


def _code(show: str, address: str, caption: str, about: str) -> Disclosure:
    return Disclosure(
        show,
        translate("Helplines", "Hide code"),
        about,
        lambda: holder(column(row(qr.QrCode(address, caption), None), label(caption, "small"))),
        icon="qr",
    )
