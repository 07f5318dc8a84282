"""The plan's versions: a list, what changed between two of them, and the way back to one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLayout, QListWidget, QWidget
from typing_extensions import override

from copingkit.core.records import Version
from copingkit.tools.safety_plan.comparison import StepChanges, compare
from copingkit.tools.safety_plan.model import Plan
from copingkit.tools.safety_plan.prompts import load
from copingkit.tools.safety_plan.service import SafetyPlanService
from copingkit.tools.safety_plan.view.change_words import ChangeWords, said
from copingkit.tools.safety_plan.view.inner_view import InnerView
from copingkit.ui import theme
from copingkit.ui.language import short_moment, translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import Card, clear, column, row
from copingkit.ui.widgets.text import field_label, label

ROWS = 6  # versions seen at a time; the list scrolls to the others


class VersionsView(InnerView):
    """Choosing a version shows how the plan changed from it to another one."""

    restore_requested = Signal(int)  # a version's number

    def __init__(self, service: SafetyPlanService) -> None:
        super().__init__(translate("SafetyPlan", "Versions of my plan"))
        self._service = service
        self._versions: list[Version[Plan]] = []
        self._list = QListWidget()
        self._other = QComboBox()
        self._changes = column(spacing=14)
        self._restore = button("", self._on_restore, icon="undo")
        self._build()
        self._list.currentRowChanged.connect(self._render)
        self._other.activated.connect(self._render)

    def _build(self) -> None:
        choose = translate("SafetyPlan", "Every version is kept. Choose one to see it compared.")
        self.body.addWidget(field_label(choose, self._list, "muted"))
        self.body.addWidget(self._list)
        compared = translate("SafetyPlan", "Compared with")
        self.body.addLayout(column(field_label(compared, self._other), self._other, spacing=4))
        self.body.addLayout(row(self._restore, None))
        self.body.addLayout(self._changes)
        self.body.addStretch(1)

    @override
    def begin(self) -> None:
        """Read the versions and choose the one before the present."""
        self._versions = self._service.versions()
        for version in self._versions:
            self._list.addItem(self._name(version))
            self._other.addItem(self._name(version))
        self._other.setCurrentIndex(0)
        rows = min(len(self._versions), ROWS)
        frame = 2 * self._list.frameWidth()
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + frame + theme.px(4))
        self._list.setCurrentRow(min(1, len(self._versions) - 1))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, version: Version[Plan]) -> str:
        name = translate("SafetyPlan", "Version {number} · {day}")
        name = name.replace("{number}", str(version.number)).replace(
            "{day}", short_moment(version.at)
        )
        if version is self._versions[0]:
            name += " · " + translate("SafetyPlan", "now")
        return name

    @property
    def chosen(self) -> Version[Plan]:
        """The version chosen in the list."""
        return self._versions[self._list.currentRow()]

    def _render(self) -> None:
        clear(self._changes)
        chosen, other = self.chosen, self._versions[self._other.currentIndex()]
        earlier, later = sorted((chosen, other), key=lambda version: version.number)
        said_between = translate("SafetyPlan", "What changed from version {earlier} to {later}")
        said_between = said_between.replace("{earlier}", str(earlier.number))
        title = label(said_between.replace("{later}", str(later.number)), "h2")
        self._changes.addWidget(title)
        found = compare(earlier.value, later.value)
        for changes in found:
            self._changes.addWidget(self._card(changes))
        if not found:
            self._changes.addWidget(label(translate("SafetyPlan", "Both say the same.")))
        back = translate("SafetyPlan", "Bring back version {number}")
        back = back.replace("{number}", str(chosen.number))
        self._restore.setText(f" {back}")
        self._restore.setAccessibleName(back)
        self._restore.setEnabled(chosen is not self._versions[0])

    def _card(self, changes: StepChanges) -> QWidget:
        prompts = load()
        card = Card(label(prompts.steps[changes.step].title, "strong"))
        for change in said(changes, prompts):
            card.body.addLayout(_line(change))
        return card

    def _on_restore(self) -> None:
        self.restore_requested.emit(self.chosen.number)
        self.closed.emit()


def _line(change: ChangeWords) -> QLayout:
    rows = column(*(label(text) for text in change.rows), spacing=2)
    line = row(rows, spacing=12)
    line.insertWidget(0, label(change.kind, "chip", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return line
