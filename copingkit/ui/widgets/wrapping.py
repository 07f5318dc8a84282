"""Buttons and boxes whose words go on in a new line where the room ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)
from typing_extensions import override

from copingkit.ui import theme
from copingkit.ui.widgets.switch import Switch

_LINE_END: Final = "\u2028"
_BESIDE_ICON: Final = 4  # what Qt leaves between an icon and the words

if TYPE_CHECKING:
    _Button = QPushButton  # or another one; what is used of it all of them have
else:
    _Button = object  # Qt takes one class of its own among the ancestors


class Wrapping(_Button):
    """A button that asks for the height its words need in the width it gets.

    The words may be a person's own: an ampersand in them stands for itself. A page asks for sizes
    again and again: each answer is kept while words and look stay. An icon is given beforehand.
    """

    contents: ClassVar[QStyle.ContentsType] = QStyle.ContentsType.CT_PushButton
    least: ClassVar[int] = 110  # pixels of words at 100 %, where they are more
    high: ClassVar[QSizePolicy.Policy] = QSizePolicy.Policy.Fixed  # also beside what is higher
    _words = ""

    def __init__(self) -> None:
        super().__init__()
        self._sizes: dict[tuple[int, int], QSize] = {}  # by pixels and lines of words
        self._width_of_words: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, self.high)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def setText(self, words: str) -> None:
        self._words = words
        self._look_anew()
        self.updateGeometry()

    @override
    def text(self) -> str:
        return self._words

    @property
    def lines(self) -> list[str]:
        """The words as they go into the present width."""
        return self._lines(self.width())

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return self._around(self._wide(), len(self.lines))

    @override
    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return self._around(min(self._wide(), theme.px(self.least)), len(self.lines))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._around(0, len(self._lines(width))).height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._look_anew()

    def _look_anew(self) -> None:
        self._sizes.clear()
        self._width_of_words = None
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._wrap()
        else:  # in no layout yet
            self._show([self._words])

    def _wrap(self) -> None:
        self._show(self.lines)

    def _show(self, lines: list[str]) -> None:
        gap = "" if self.icon().isNull() else " "
        text = "\n".join(f"{gap}{line}" for line in lines).replace("&", "&&")
        if text != super().text():
            super().setText(text)

    def _wide(self) -> int:
        if self._width_of_words is None:
            self._width_of_words = self.fontMetrics().size(0, self._words).width()
        return self._width_of_words

    def _around(self, wide: int, lines: int) -> QSize:
        """The size of all of it, around so many pixels and lines of words."""
        kept = self._sizes.get((wide, lines))
        if kept is None:
            kept = self._sizes[wide, lines] = self._measure(wide, lines)
        return kept

    def _measure(self, wide: int, lines: int) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = QSize(wide, self.fontMetrics().lineSpacing() * lines)
        if not self.icon().isNull():
            gap = self.fontMetrics().horizontalAdvance(" ") + _BESIDE_ICON
            icon = self.iconSize()
            words = QSize(wide + gap + icon.width(), max(words.height(), icon.height()))
        return self.style().sizeFromContents(self.contents, option, words, self)

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


class WrappingButton(Wrapping, QPushButton):
    """A plain button with many words."""


class WrappingSwitch(Wrapping, Switch):
    """One that stays down."""


class _Box(Wrapping):
    """What is ticked or chosen; its words stand beside it."""

    least = 160
    high = QSizePolicy.Policy.Minimum

    def __init__(self, words: str = "", *, on: bool = False) -> None:
        super().__init__()
        self.setChecked(on)
        self.name(words)

    def name(self, words: str) -> None:
        """Say what it is for, on the screen and to a screen reader."""
        self.setText(words)
        self.setAccessibleName(words)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """All of it may be hit, beside the words, too: the ring around it shows so much."""
        return self.rect().contains(pos)


class TickBox(_Box, QCheckBox):
    """Yes or not yet."""

    contents = QStyle.ContentsType.CT_CheckBox


class ChoiceButton(_Box, QRadioButton):
    """One of several."""

    contents = QStyle.ContentsType.CT_RadioButton


def _anywhere_if_it_must() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
