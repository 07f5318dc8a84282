"""The forms in which a passphrase or the recovery words are typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import column, row
from copingkit.ui.widgets.notice_bar import announce
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.unspoken import UnspokenLine, UnspokenText

WORDS = 12
SHORTEST_PASSPHRASE = 8
IsWord = Callable[[str], bool]


class PassphraseField(QWidget):
    """A labelled passphrase field, hidden until Show is pressed; Enter is `submitted`."""

    submitted = Signal()
    edited = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.line = UnspokenLine()
        self._toggle = _show_toggle(text, self.line)
        self.line.returnPressed.connect(self.submitted)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        name = field_label(text, self.line)
        line = row(self.line, self._toggle)
        line.setStretch(0, 1)
        self.setLayout(column(name, line, spacing=4))
        self.setFocusProxy(self.line)

    @property
    def typed(self) -> str:
        """What is in it, untrimmed: spaces are a part of a passphrase."""
        return self.line.text()

    def ask(self) -> None:
        """Take the keyboard; what is typed now replaces what was typed before."""
        self.line.setFocus()
        self.line.selectAll()

    def wipe(self) -> None:
        """Empty it and hide its letters again."""
        self.line.wipe()
        self._toggle.setChecked(False)


class WordsForm(QWidget):
    """Twelve words in one box: pasted, or typed with a space or a new line after each.

    One box, so that nothing jumps and a slip is mended where it is. Enter behind the twelfth is
    as good as the button. With `is_word`, words that
    are not in the list are pointed out by their number as soon as they are finished.
    """

    words_entered = Signal(str)

    def __init__(self, submit: str, is_word: IsWord | None = None) -> None:
        super().__init__()
        self._is_word = is_word
        self.box = UnspokenText(lines=4)
        name = field_label(translate("WordsForm", "The twelve recovery words"), self.box)
        hint = label(
            translate(
                "WordsForm",
                "In their order, with a space after each. Capital letters do not matter. "
                "The first four letters of a word are enough.",
            ),
            "small",
        )
        self._count = label("", "small")
        self._misfits = label("", "warn")
        self.submit = button(submit, self._on_submit, look="primary")
        foot = row(self._count, self.submit, spacing=12)
        foot.setStretch(0, 1)
        self.setLayout(column(name, self.box, hint, self._misfits, foot, spacing=6))
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self._on_changed)
        self.box.installEventFilter(self)
        self._on_changed()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # between the words Enter is one more space; behind the last it opens
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and len(split_words(self.box.toPlainText())) >= WORDS:
                self._on_submit()
                return True
        return super().eventFilter(watched, event)

    def show_misfits(self, places: tuple[int, ...]) -> None:
        """Name the words (from 1) that are not in the list; nothing for an empty tuple."""
        text = misfit_text(places)
        if text and text != self._misfits.text():
            announce(self._misfits, text)
        self._misfits.setText(text)
        self._misfits.setVisible(bool(text))

    def wipe(self) -> None:
        """Empty it."""
        self.box.wipe()

    def _on_changed(self) -> None:
        typed = self.box.toPlainText()
        words = split_words(typed)
        self._count.setText(
            translate("WordsForm", "{count} of 12 words").replace("{count}", str(len(words)))
        )
        self.submit.setEnabled(bool(words))
        if self._is_word is not None:
            unfinished = bool(words) and typed[-1:].isalpha()
            whole = words[:-1] if unfinished else words
            is_word = self._is_word
            self.show_misfits(
                tuple(n for n, word in enumerate(whole, start=1) if not is_word(word))
            )
        else:
            self.show_misfits(())

    def _on_submit(self) -> None:
        self.words_entered.emit(self.box.toPlainText())


def split_words(typed: str) -> list[str]:
    """The single words in what was typed, without numbers and punctuation."""
    return re.findall(r"[^\W\d_]+", typed)


def misfit_text(places: tuple[int, ...]) -> str:
    """A sentence that names words by their number; empty for no places."""
    if not places:
        return ""
    numbers = ", ".join(str(place) for place in places)
    if len(places) == 1:
        said = translate("WordsForm", "Word {numbers} is not in the list. Look at its spelling.")
    else:
        said = translate(
            "WordsForm", "Words {numbers} are not in the list. Look at their spelling."
        )
    return said.replace("{numbers}", numbers)


def shortfall(first: str, second: str) -> str:
    """What is still missing in a new passphrase and its repetition; empty when all is well."""
    if len(first) < SHORTEST_PASSPHRASE:
        return translate(
            "Passphrase",
            "Please use at least 8 characters. A shorter one could be guessed by a computer "
            "that tries them all.",
        )
    if first != second:
        return translate("Passphrase", "The two are not the same yet. Type the second one again.")
    return ""


def _show_toggle(field: str, line: UnspokenLine) -> QPushButton:
    made = button(translate("Passphrase", "Show"), stays=True)
    made.setAutoDefault(False)
    said = translate("Passphrase", "Show what is typed on the screen: {field}")
    made.setAccessibleName(said.replace("{field}", field))
    made.toggled.connect(line.show_letters)
    made.toggled.connect(
        lambda seen: made.setText(
            translate("Passphrase", "Hide") if seen else translate("Passphrase", "Show")
        )
    )
    return made
