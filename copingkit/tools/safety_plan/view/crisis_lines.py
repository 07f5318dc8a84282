"""The lines of a crisis run on the screen: large words, larger numbers, a code beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from copingkit.core.phone import dialable, tel_link
from copingkit.tools.safety_plan.view.crisis_route import CrisisLine
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column
from copingkit.ui.widgets.text import label

_SIDE_BY_SIDE = 480  # pixels at 100 %: narrower, and the code goes under the number


class LineView(QWidget):
    """One line; with a number that can be dialled it shows a code that starts the call."""

    def __init__(
        self,
        line: CrisisLine,
        start: Callable[[str], None] = lambda _id: None,
        *,
        by_key: bool = False,
    ) -> None:
        """`start` opens the exercise that the line stands for, by its id; `by_key`: E does, too."""
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(24))
        words = _words(line)
        if line.exercise:
            words.insertWidget(
                1, _starter(line, start, by_key=by_key), 0, Qt.AlignmentFlag.AlignLeft
            )
        self._box.addLayout(words, 1)
        dialled = dialable(line.number)
        if dialled is not None:
            self._box.addLayout(_code(line, dialled))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if wide else down)


def _words(line: CrisisLine) -> QVBoxLayout:
    words = column(label(line.text, "big"), spacing=4)
    if line.number:
        words.addWidget(label(line.number, "phone"))
    if line.check_first:
        words.addWidget(label(translate("CrisisRun", "Please check this number first."), "warn"))
    for detail in line.details:
        words.addWidget(label(detail, "crisis-detail"))
    words.addStretch(1)
    return words


def _starter(line: CrisisLine, start: Callable[[str], None], *, by_key: bool) -> QPushButton:
    text = translate("CrisisRun", "Start this exercise")
    shown = translate("CrisisRun", "{what} (E)").replace("{what}", text) if by_key else text
    made = button(shown, lambda: start(line.exercise), look="tall", icon="forward")
    made.setAccessibleName(f"{text}: {line.text}")
    return made


def _code(line: CrisisLine, dialled: str) -> QVBoxLayout:
    from copingkit.ui.qr import QrCode  # late: most first screens have no number

    name = translate("CrisisRun", "QR code to call {name}").replace("{name}", line.text)
    caption = label(translate("CrisisRun", "Scan to call"), "small", wrap=False)
    caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    code = column(QrCode(tel_link(dialled), name, 132), caption, None, spacing=4)
    code.setAlignment(caption, Qt.AlignmentFlag.AlignHCenter)
    return code
