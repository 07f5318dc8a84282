"""One cue that is not a breath: large words, a hint, places to answer, ways to choose."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QProgressBar, QWidget
from typing_extensions import override

from copingkit.tools.exercises.cues import Act, Cue
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Item, PageColumn, column, holder
from copingkit.ui.widgets.one_press import OneClick
from copingkit.ui.widgets.text import label

_COLUMN = 760
_STEPS = 1000
_Field: TypeAlias = QLineEdit | QPlainTextEdit


class CueView(PageColumn):
    """Shows a cue; what was typed into it is there again on the way back, until `forget`.

    `pressed`: a click beside everything. `chosen` (from 0): a way on. `next_requested`: Enter in
    the last field, where no way on is to be chosen; one that is the only one is chosen by it.
    """

    pressed = Signal()
    chosen = Signal(int)
    next_requested = Signal()

    def __init__(self) -> None:
        super().__init__("", width=_COLUMN)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setFixedHeight(theme.px(6))
        self._bar.setAccessibleName(translate("Player", "How far this part has gone"))
        self.fields: list[_Field] = []
        self._shown: Cue | None = None
        self._typed: dict[Cue, list[str]] = {}
        self._content = holder(column())
        self.body.addStretch(2)
        self.body.addWidget(self._content)
        self.body.addWidget(self._bar)
        self.body.addStretch(3)
        OneClick(self.viewport())

    def show_cue(self, cue: Cue) -> None:
        """Put a cue in place of the one before."""
        old = self._content
        if self._shown is not None:
            self._typed[self._shown] = [_text(field) for field in self.fields]
        self._shown, self.fields = cue, _fields(cue)
        for field, text in zip(self.fields, self._typed.get(cue, []), strict=False):
            field.insert(text) if isinstance(field, QLineEdit) else field.insertPlainText(text)
        for field in self.fields:
            field.textChanged.connect(partial(self._see, field))
        self._content = holder(column(*self._items(cue), spacing=16))
        self.body.replaceWidget(old, self._content)
        self._content.show()  # in the same moment, not one turn of the event loop later
        old.hide()
        old.deleteLater()
        self._bar.setVisible(cue.seconds is not None)
        self._bar.setValue(0)
        self.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """What was typed: it is for the moment only."""
        self._typed, self._shown = {}, None

    def show_progress(self, fraction: float) -> None:
        """How much of the cue's time has gone by, 0 to 1."""
        self._bar.setValue(round(_STEPS * fraction))

    def _items(self, cue: Cue) -> list[Item]:
        items: list[Item] = []
        if cue.part:
            items.append(label(cue.part, "crisis-detail"))
        items.append(label(cue.text, "big"))
        if cue.hint:
            items.append(label(cue.hint, "crisis-detail"))
        if cue.instead:
            other = translate("Player", "Or: {text}").replace("{text}", cue.instead)
            items.append(label(other, "crisis-detail"))
        if self.fields:
            said = translate(
                "Player", "You can type it, or only think it. What you type is not kept."
            )
            if isinstance(self.fields[0], QPlainTextEdit) and len(cue.choices) <= 1:
                said += " " + translate("Player", "Ctrl+Enter goes on.")
            items.append(label(said, "small"))
            items.extend(self.fields)
        items.extend(self._ways(cue))
        return items

    def _ways(self, cue: Cue) -> list[QWidget]:
        made: list[QWidget] = []
        for number, choice in enumerate(cue.choices):
            text = f"{number + 1}   {choice.text}"
            way = button(text, partial(self.chosen.emit, number), look="choice")
            way.setAccessibleName(choice.text)
            OneClick(way)  # the next cue may have another one in its place
            made.append(way)
        return made

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = [number for number, field in enumerate(self.fields) if field.hasFocus()]
        if here and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._after(here[0])
        else:
            super().keyPressEvent(event)

    def _after(self, number: int) -> None:
        if number + 1 < len(self.fields):
            self.fields[number + 1].setFocus(Qt.FocusReason.TabFocusReason)
            self._see(self.fields[number + 1])
        elif self._shown is not None and len(self._shown.choices) == 1:
            self.chosen.emit(0)
        else:
            self.next_requested.emit()

    def _see(self, field: _Field, *_changed: object) -> None:
        """What is typed is seen: in large text the words above may leave no room for its field."""
        self.scroll_to(field)
        if (inside := self.widget()) is not None:  # Qt is content with the line of the cursor
            middle = field.mapTo(inside, field.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, field.height())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not any(map(_written, self.fields)):  # a slip of the hand must not take it away
            self.pressed.emit()


def _text(field: _Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _written(field: _Field) -> bool:
    return bool(_text(field).strip())


def _fields(cue: Cue) -> list[_Field]:
    if cue.act is not Act.ASK:
        return []
    if not cue.count:
        long = QPlainTextEdit()
        long.setTabChangesFocus(True)
        long.setFixedHeight(theme.px(84))
        long.setAccessibleName(cue.text)
        return [long]
    made: list[_Field] = []
    for number in range(1, cue.count + 1):
        line = QLineEdit()
        name = translate("Player", "Answer {number} of {count}: {text}")
        name = name.replace("{number}", str(number)).replace("{count}", str(cue.count))
        line.setAccessibleName(name.replace("{text}", cue.text))
        made.append(line)
    return made
