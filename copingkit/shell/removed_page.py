"""Recently removed: what can still be brought back, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from copingkit.core.records import Removed
from copingkit.ui.language import short_date, translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, PageColumn, clear, column
from copingkit.ui.widgets.text import label

KEPT_DAYS = 30
MOST = 100  # each has buttons of its own: more are not built at once


class RemovedPage(PageColumn):
    """Shows removed records, latest first; restores and deletes nothing itself."""

    restore_requested = Signal(Removed)
    purge_requested = Signal(Removed)

    def __init__(self, kinds: Mapping[str, str]) -> None:
        """`kinds` are the words for a kind of record, by its name."""
        super().__init__(translate("RemovedPage", "Recently removed"))
        self._kinds = kinds
        self._list = column(spacing=12)
        self._state = label("", "muted")
        self.body.addWidget(label(translate("RemovedPage", "Recently removed"), "h1"))
        self.body.addWidget(self._state)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.show_removed((), datetime.now(UTC))

    def show_removed(self, removed: Sequence[Removed], now: datetime) -> None:
        """Show these; `now` (UTC) tells how many days each has left."""
        clear(self._list)
        for one in removed[:MOST]:
            card = _RemovedCard(one, self._kinds.get(one.kind, ""), now)
            card.restore.clicked.connect(lambda _checked, one=one: self.restore_requested.emit(one))
            card.purge.clicked.connect(lambda _checked, one=one: self.purge_requested.emit(one))
            self._list.addWidget(card)
        if not removed:
            said = translate("RemovedPage", "Nothing here. What you remove waits here for 30 days.")
        elif len(removed) > MOST:
            said = translate("RemovedPage", "The latest 100 are shown. After 30 days they go.")
        else:
            said = translate("RemovedPage", "After 30 days they go for good by themselves.")
        self._state.setText(said)


class _RemovedCard(Card):
    """One removed record, with Restore, and Delete for good behind one more question."""

    def __init__(self, removed: Removed, kind: str, now: datetime) -> None:
        super().__init__(spacing=6)
        text = " ".join(removed.text.split())
        self.restore = _about(translate("RemovedPage", "Restore"), text, icon="undo")
        self.purge = _about(translate("RemovedPage", "Yes, delete it for good"), text)
        ask = _about(translate("RemovedPage", "Delete for good"), text, look="quiet")
        no = _about(translate("RemovedPage", "Keep it here"), text)
        self._sure = Card(
            label(translate("RemovedPage", "Nothing can bring it back after that.")),
            Flow(no, self.purge),
            look="crisis-card",
        )
        self._sure.hide()
        ask.clicked.connect(lambda _checked: self._sure.show())
        no.clicked.connect(lambda _checked: self._sure.hide())
        if kind:
            self.body.addWidget(label(kind, "small"))
        self.body.addWidget(label(text))
        self.body.addWidget(label(_times(removed.removed_at, now), "small"))
        self.body.addLayout(Flow(self.restore, ask))
        self.body.addWidget(self._sure)


def _about(says: str, text: str, *, look: str = "", icon: str = "") -> QPushButton:
    made = button(says, look=look, icon=icon)
    made.setAccessibleName(f"{says}: {text}")
    return made


def _times(removed_at: datetime, now: datetime) -> str:
    left = removed_at + timedelta(days=KEPT_DAYS) - now
    days = max(-(-left // timedelta(days=1)), 0)
    said = translate("RemovedPage", "Removed {date}").replace("{date}", short_date(removed_at))
    if days == 1:
        return f"{said} · {translate('RemovedPage', 'one day left')}"
    return f"{said} · {translate('RemovedPage', '%n days left', '', days)}"
