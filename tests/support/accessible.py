"""What a screen reader finds in a widget: controls without a name, and every text it could say."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_LABEL = QAccessible.RelationFlag.Label


def interfaces(widget: QWidget, *, hidden: bool = True) -> Iterator[QAccessibleInterface]:
    """The interface of `widget` and of everything in it; the widget is to be shown first.

    Without `hidden` nothing that is not shown, and nothing inside that (the rows of a list on a
    page in the background do not know themselves that they are hidden).
    """
    QAccessible.setActive(True)
    yield from _below(QAccessible.queryAccessibleInterface(widget), hidden=hidden)


def unnamed_controls(widget: QWidget) -> list[str]:
    """What can take the focus, is shown, and has neither a name nor a label: "Role Class name"."""
    return [_shown(found) for found in interfaces(widget) if _nameless(found)]


def spoken(widget: QWidget, *, hidden: bool = False) -> str:
    """Every text that a screen reader could read in `widget`, one a line.

    With `hidden` also what is not shown now: for secrets, which are not to be there at all.
    """
    said = []
    for found in interfaces(widget, hidden=hidden):
        said += [found.text(kind) for kind in QAccessible.Text if kind.value < _USER_TEXT]
        text = found.textInterface()
        if text is not None:
            said.append(text.text(0, text.characterCount()))
    return "\n".join(line for line in said if line)


_USER_TEXT = QAccessible.Text.UserText.value


def _below(found: QAccessibleInterface | None, *, hidden: bool) -> Iterator[QAccessibleInterface]:
    if found is None or not found.isValid() or (found.state().invisible and not hidden):
        return
    yield found
    for index in range(found.childCount()):
        yield from _below(found.child(index), hidden=hidden)


def _nameless(found: QAccessibleInterface) -> bool:
    state = found.state()
    if not state.focusable or state.invisible:
        return False
    if any(relation[1] & _LABEL for relation in found.relations()):
        return False
    # On Linux a combo box gives its present entry as its name: only a label says what it is for.
    is_combo = found.role() == QAccessible.Role.ComboBox
    return is_combo or not found.text(QAccessible.Text.Name).strip()


def _shown(found: QAccessibleInterface) -> str:
    thing = found.object()
    return f"{found.role().name} {type(thing).__name__} {thing.objectName()}".strip()
