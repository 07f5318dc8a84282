"""Which print, and on which paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from copingkit.tools.safety_plan.view.sheets import PrintKind
from copingkit.ui import theme
from copingkit.ui.language import translate
from copingkit.ui.printing import PAPERS
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.text import field_label, label

_LONGEST_TITLE = 40


class PrintChoices(QWidget):
    """The kinds of print, the papers, and the word for the outside of the card."""

    changed = Signal()

    def __init__(self, paper: str) -> None:
        super().__init__()
        self._kinds = QButtonGroup(self)
        self._papers = QButtonGroup(self)
        for number, text in enumerate(_kind_names()):
            self._add(self._kinds, number, text, chosen=number == 0)
        for number, name in enumerate(PAPERS):
            self._add(self._papers, number, name, chosen=name == paper)
        self.card_title = QLineEdit(translate("Prints", "My card"))
        self.card_title.setMaxLength(_LONGEST_TITLE)
        self.card_title.setMaximumWidth(theme.px(360))
        self.card_title.textChanged.connect(self.changed)
        words = translate("Prints", "What the outside of the card says")
        self._title = holder(column(field_label(words, self.card_title), self.card_title))
        self._title.hide()
        self._kinds.idClicked.connect(self._on_kind)
        self._papers.idClicked.connect(self.changed)
        self.setLayout(
            column(
                Flow(*self._kinds.buttons()),
                label(translate("Prints", "Paper"), "small"),
                Flow(*self._papers.buttons()),
                self._title,
            )
        )

    @property
    def kind(self) -> PrintKind:
        """The chosen kind of print."""
        return tuple(PrintKind)[self._kinds.checkedId()]

    @property
    def paper(self) -> str:
        """The chosen paper."""
        return tuple(PAPERS)[self._papers.checkedId()]

    def _add(self, group: QButtonGroup, number: int, text: str, *, chosen: bool) -> None:
        made = button(text, look="choice", stays=True)
        made.setChecked(chosen)
        group.addButton(made, number)

    def _on_kind(self) -> None:
        self._title.setVisible(self.kind is PrintKind.CARD)
        self.changed.emit()


def _kind_names() -> tuple[str, ...]:
    """Names in the order of `PrintKind`."""
    return (
        translate("Prints", "One page"),
        translate("Prints", "Large print"),
        translate("Prints", "Card for the wallet"),
    )
