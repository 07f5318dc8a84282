from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from copingkit.ui.widgets.layout import PageColumn
from copingkit.ui.widgets.text import label


def test_a_page_has_no_children_beyond_those_it_has(qtbot: QtBot) -> None:
    """With Qt's own interface this test does not fail, it ends the whole run."""
    page = PageColumn("Page")
    page.body.addWidget(label("first"))
    for _ in range(40):
        page.body.addWidget(label("line"))
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    QAccessible.setActive(True)
    found = QAccessible.queryAccessibleInterface(page)
    assert found.text(QAccessible.Text.Name) == "Page"
    before = found.childCount()
    assert before >= 1
    assert found.child(0).isValid()
    page.hide()
    assert found.child(before + 5) is None
    assert found.role() == QAccessible.Role.Client
