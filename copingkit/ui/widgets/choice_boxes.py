"""Boxes to tick and choices whose words go on in a new line where the room ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)
from typing_extensions import override

from copingkit.ui import theme

_LEAST: Final = 160  # pixels of words, however narrow it gets
_LINE_END: Final = "\u2028"

if TYPE_CHECKING:
    _Button = QCheckBox  # or the other one; what is used of it both have
else:
    _Button = object  # Qt takes one class of its own among the ancestors


class _Wrapping(_Button):
    """A button that asks for the height its words need in the width it gets.

    The words may be a person's own: an ampersand in them stands for itself.
    """

    _contents: ClassVar[QStyle.ContentsType]

    def __init__(self, words: str = "", *, on: bool = False) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setChecked(on)
        self.name(words)

    def name(self, words: str) -> None:
        """Say what it is for, on the screen and to a screen reader."""
        self._words = words
        self.setAccessibleName(words)
        self._wrap(self.width())
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return self._around(self._wide(), 1)

    @override
    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return self._around(min(self._wide(), theme.px(_LEAST)), 1)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._around(0, len(self._lines(width))).height()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """All of it may be hit, beside the words, too: the ring around it shows so much."""
        return self.rect().contains(pos)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._wrap(event.size().width())
        super().resizeEvent(event)

    def _wrap(self, width: int) -> None:
        text = "\n".join(self._lines(width)).replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def _wide(self) -> int:
        return self.fontMetrics().size(0, self._words).width()

    def _around(self, wide: int, lines: int) -> QSize:
        """The size of all of it, around so many pixels and lines of words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = QSize(wide, self.fontMetrics().lineSpacing() * lines)
        return self.style().sizeFromContents(self._contents, option, words, self)

    def _lines(self, width: int) -> list[str]:
        """The words as they go into `width` pixels of the whole."""
        room = width - self._around(0, 1).width()
        if room >= self._wide():
            return [self._words]
        text = self._words.encode("utf-16-le")  # what Qt counts in
        layout = QTextLayout(self._words.replace("\n", _LINE_END), self.font())
        layout.setTextOption(_anywhere_if_it_must())
        layout.beginLayout()
        lines: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, 1))
            first, count = line.textStart(), line.textLength()
            lines.append(text[2 * first : 2 * (first + count)].decode("utf-16-le").strip())
        layout.endLayout()
        return lines


class TickBox(_Wrapping, QCheckBox):
    """Yes or not yet."""

    _contents = QStyle.ContentsType.CT_CheckBox


class ChoiceButton(_Wrapping, QRadioButton):
    """One of several."""

    _contents = QStyle.ContentsType.CT_RadioButton


def _anywhere_if_it_must() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
