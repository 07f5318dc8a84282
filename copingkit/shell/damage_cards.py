"""What the lock page offers where files of the vault are damaged: a backup, what is whole, anew."""

from __future__ import annotations

from copingkit.ui.language import translate
from copingkit.ui.widgets.buttons import button
from copingkit.ui.widgets.flow import Flow
from copingkit.ui.widgets.layout import Card, row
from copingkit.ui.widgets.text import label


class BackupCard(Card):
    """Offers the newest good backup of a damaged vault."""

    def __init__(self) -> None:
        super().__init__(look="soft-card")
        self._title = label("", "h2")
        said = label(
            translate(
                "LockPage",
                "Nothing is overwritten: the damaged files are kept beside it under a new name. "
                "What you wrote after that day may be missing in the backup.",
            )
        )
        self.restore = button(translate("LockPage", "Bring it back"), look="primary", icon="undo")
        for item in (self._title, said):
            self.body.addWidget(item)
        self.body.addLayout(row(self.restore, None))
        self.hide()

    def offer(self, date_text: str) -> None:
        """Show the card for the backup of a day."""
        said = translate("LockPage", "Bring back the newest good backup (from {date})")
        self._title.setText(said.replace("{date}", date_text))
        self.show()
        self.restore.setFocus()


class RestCard(Card):
    """Offers what is whole of a vault whose log is damaged at its end."""

    def __init__(self) -> None:
        super().__init__(look="soft-card")
        said = label(
            translate(
                "LockPage",
                "Only the latest changes, since copingkit was last closed, are damaged. "
                "Everything before them is whole.",
            )
        )
        self.go = button(
            translate("LockPage", "Open without the latest changes"), look="primary", icon="key"
        )
        self.body.addWidget(label(translate("LockPage", "Open what is whole"), "h2"))
        self.body.addWidget(said)
        self.body.addLayout(row(self.go, None))
        self.hide()


class NoBackupCard(Card):
    """Says that no backup lies beside the vault: one from elsewhere helps, or a new beginning."""

    def __init__(self) -> None:
        super().__init__(look="soft-card")
        said = label(
            translate(
                "LockPage",
                "If you keep a backup file somewhere else, on a stick perhaps, you can bring that "
                "back. You can also begin anew. Nothing is deleted: what is there stays in the "
                "same folder under new names.",
            )
        )
        self.choose = button(
            translate("LockPage", "Choose a backup file"), look="primary", icon="undo"
        )
        self.begin = button(translate("LockPage", "Begin anew"))
        self.body.addWidget(label(translate("LockPage", "No backup was found here"), "h2"))
        self.body.addWidget(said)
        self.body.addLayout(Flow(self.choose, self.begin))
        self.hide()
