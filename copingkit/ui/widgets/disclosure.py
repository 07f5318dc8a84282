"""A button that shows and hides something below a line, built when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from copingkit.ui import icons, theme
from copingkit.ui.widgets.layout import column, holder
from copingkit.ui.widgets.wrapping import WrappingButton


class Disclosure(WrappingButton):
    """Reads `show` or `hide`; `about` tells a screen reader of what. `place` is what it opens."""

    built = Signal()

    def __init__(
        self, show: str, hide: str, about: str, build: Callable[[], QWidget], *, icon: str = ""
    ) -> None:
        super().__init__()
        self._texts = {False: show, True: hide}
        self._about, self._build, self._built = about, build, False
        self._box = column(margins=(0, 4, 0, 8))
        self.place = holder(self._box)
        self.place.hide()
        self.setProperty("look", "quiet")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.setIcon(icons.icon(icon, "accent"))
            self.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.clicked.connect(lambda _checked: self.set_open(self.place.isHidden()))
        self._say(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether what is below is shown."""
        return not self.place.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show or hide what is below."""
        if is_open:
            self.fill()
        self.place.setVisible(is_open)
        self._say(is_open=is_open)

    def fill(self) -> None:
        """Build what is below if it is not there, and leave it hidden.

        For fields that are made beforehand: one that is in no window outlives its page.
        """
        if not self._built:
            self._box.addWidget(self._build())
            self._built = True
            self.built.emit()

    def _say(self, *, is_open: bool) -> None:
        text = self._texts[is_open]
        self.setText(text)
        self.setAccessibleName(f"{text}: {self._about}")
