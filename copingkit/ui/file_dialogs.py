"""Asks for a file to open or a place to save, begins among the person's documents, keeps no trace.

Qt's own dialog would begin wherever the program was started, and would write the folders that were
visited into a file in the person's settings. Where the system brings its own dialog, what that one
remembers is the system's.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[Path], object]


def ask_for_file(parent: QWidget, title: str, chosen: Chosen, *, kinds: str = "") -> None:
    """Let a file be chosen; nothing is called when none is. `kinds` as in "PDF (*.pdf)"."""
    dialog = _dialog(parent, title, kinds, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_where_to_save(
    parent: QWidget, title: str, name: str, chosen: Chosen, *, kinds: str
) -> None:
    """Let a place be chosen for a file that would be called `name`; its ending is added."""
    dialog = _dialog(parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    dialog.open()


def keep_no_trace() -> None:
    """Have every dialog of Qt's own made from now on remember nothing."""
    # a place that can be neither read nor written; the program keeps nothing in QSettings
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _dialog(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> QFileDialog:
    keep_no_trace()
    dialog = QFileDialog(parent, title, _documents())
    dialog.setHistory([])
    if kinds:
        dialog.setNameFilter(kinds)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if Path(place).is_dir() else str(Path.home())
