"""The twelve recovery words on the screen, and asking three of them back."""

from __future__ import annotations

import random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from copingkit.shell.problem_card import ProblemCard
from copingkit.shell.secret_forms import WORDS
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, clear, column, row
from copingkit.ui.widgets.text import field_label, label
from copingkit.ui.widgets.unspoken import UnspokenLine
from copingkit.ui.widgets.wrapping import TickBox

ASKED = 3
_CELL_WIDTH = 180  # fits the longest words of the list, of eight letters
_TELLING = 4  # no two words of the list share their first four letters


class WordsCard(Card):
    """The numbered words, with a warning about copies and a Print button.

    A screen reader hears "Word 3" and no more until the person lets it read the words.
    """

    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._words: tuple[str, ...] = ()
        self._cells: list[QLabel] = []
        self._grid = Flow()
        self._aloud = TickBox(translate("RecoveryWords", "Let the screen reader read them"))
        self._aloud.toggled.connect(self._name_cells)
        warning = label(
            translate(
                "RecoveryWords",
                "Paper is best. A PDF or a photo of these words opens everything for whoever "
                "finds it, so do not keep one on this computer.",
            ),
            "small",
        )
        to_print = button(
            translate("RecoveryWords", "Print the words"),
            self.print_requested.emit,
            icon="printer",
        )
        self.body.addLayout(self._grid)
        self.body.addWidget(warning)
        self.body.addLayout(Flow(to_print, self._aloud, spacing=24))

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown; empty once wiped."""
        return self._words

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words, silent again."""
        self.wipe()
        self._words = words
        for place, word in enumerate(words, start=1):
            cell, shown = _cell(place, word)
            self._cells.append(shown)
            self._grid.addWidget(cell)
        self._name_cells()

    def wipe(self) -> None:
        """Forget the words and destroy what showed them."""
        self._words = ()
        for cell in self._cells:
            cell.setText("")
        self._cells.clear()
        clear(self._grid)
        self._aloud.setChecked(False)

    def _name_cells(self) -> None:
        for place, (cell, word) in enumerate(zip(self._cells, self._words, strict=True), start=1):
            cell.setAccessibleName(_place_name(place) + (f": {word}" if self._is_aloud else ""))

    @property
    def _is_aloud(self) -> bool:
        return self._aloud.isChecked()


class AskBack(Card):
    """Asks for three of the words, at places drawn anew each time, and corrects kindly."""

    confirmed = Signal()

    def __init__(self, places: random.Random | None = None) -> None:
        """`places` draws which words are asked for; the system's own randomness when left out."""
        super().__init__(spacing=12)
        self._draw = places or random.SystemRandom()
        self._words: tuple[str, ...] = ()
        self._fields: dict[int, UnspokenLine] = {}
        self._form = column(spacing=8)
        self._problem = ProblemCard()
        self.body.addWidget(
            label(
                translate(
                    "RecoveryWords",
                    "Please type these three from your paper. Four letters of each are enough.",
                )
            )
        )
        self.body.addLayout(self._form)
        self.body.addWidget(self._problem)
        check = button(translate("RecoveryWords", "Check"), self._on_check, look="primary")
        self.body.addLayout(row(check, None))

    @property
    def places(self) -> tuple[int, ...]:
        """Which words are asked for, from 1."""
        return tuple(self._fields)

    def ask(self, words: tuple[str, ...]) -> None:
        """Ask for three of these words."""
        self.wipe()
        self._words = words
        for place in sorted(self._draw.sample(range(1, len(words) + 1), ASKED)):
            field = UnspokenLine(hidden=False)
            field.returnPressed.connect(self._on_enter)
            self._fields[place] = field
            self._form.addWidget(field_label(_place_name(place), field))
            self._form.addWidget(field)
        self.setFocusProxy(next(iter(self._fields.values())))

    def wipe(self) -> None:
        """Forget the words and what was typed."""
        self._words = ()
        for field in self._fields.values():
            field.wipe()
        self._fields.clear()
        clear(self._form)
        self._problem.hide()

    def _on_enter(self) -> None:
        """To the next field that is empty; with none, check."""
        empty = next((one for one in self._fields.values() if not one.text().strip()), None)
        if empty is None:
            self._on_check()
        else:
            empty.setFocus()

    def _on_check(self) -> None:
        wrong = [
            place
            for place, field in self._fields.items()
            if not same_word(field.text(), self._words[place - 1])
        ]
        if not wrong:
            self.confirmed.emit()
            return
        self._problem.say(
            _correction(wrong),
            translate(
                "RecoveryWords",
                "Look at your paper again, or go back to the words. You can try as often as "
                "you like.",
            ),
        )
        self._fields[wrong[0]].setFocus()
        self._fields[wrong[0]].selectAll()  # typing replaces it


def same_word(typed: str, word: str) -> bool:
    """Whether `typed` is `word`, or its first four letters, in any case."""
    given = typed.strip().casefold()
    return given in {word, word[:_TELLING]}


def _correction(wrong: list[int]) -> str:
    numbers = ", ".join(str(place) for place in wrong)
    if len(wrong) == 1:
        said = translate("RecoveryWords", "Word {numbers} is a different one.")
    else:
        said = translate("RecoveryWords", "Words {numbers} are different ones.")
    return said.replace("{numbers}", numbers)


def _place_name(place: int) -> str:
    said = translate("RecoveryWords", "Word {number} of {all}")
    return said.replace("{number}", str(place)).replace("{all}", str(WORDS))


def _cell(place: int, word: str) -> tuple[QWidget, QLabel]:
    frame = QFrame()
    frame.setProperty("look", "soft-card")
    frame.setFixedWidth(theme.px(_CELL_WIDTH))
    number = label(str(place), "", wrap=False)
    number.setMinimumWidth(theme.px(22))
    shown = label(word, "word", wrap=False)
    frame.setLayout(row(number, shown, None, margins=(12, 8, 8, 8)))
    return frame, shown
