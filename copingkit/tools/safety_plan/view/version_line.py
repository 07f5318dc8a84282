"""The line under the plan's title: which version this is, since when, and whether it is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copingkit.ui.language import short_date, translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.layout import row
from copingkit.ui.widgets.text import label


class VersionLine(QWidget):
    """Says "Version 7 · changed 14 Mar 2026" and leads to the versions."""

    versions_requested = Signal()
    save_again_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "muted")
        self._versions = button(
            translate("SafetyPlan", "Earlier versions"),
            self.versions_requested.emit,
            look="quiet",
            icon="history",
        )
        self._save_again = button(
            translate("SafetyPlan", "Save again"), self.save_again_requested.emit
        )
        line = row(self._text, self._save_again, self._versions)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self._versions)

    def show_state(self, version: int, changed_at: datetime | None, *, unsaved: bool) -> None:
        """Show the version's number (0: none yet) and when it was changed (UTC)."""
        if unsaved:
            said = translate("SafetyPlan", "What you typed last is not saved yet.")
        elif changed_at is None:
            said = translate("SafetyPlan", "Nothing here yet. Begin with any step; you can skip.")
        else:
            said = translate("SafetyPlan", "Version {number} · changed {day}")
            said = said.replace("{number}", str(version)).replace("{day}", short_date(changed_at))
        self._text.setText(said)
        self._save_again.setVisible(unsaved)
        self._versions.setVisible(version > 1)
