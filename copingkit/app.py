"""Puts the program together: the only module that names every concrete class."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from copingkit.core import assets
from copingkit.core.clock import SystemClock
from copingkit.preferences.preferences import PreferencesFile
from copingkit.shell import folders, knock, registry
from copingkit.shell.choices import Choices
from copingkit.shell.crash_watch import CrashWatch
from copingkit.shell.door import Door
from copingkit.shell.main_window import MainWindow
from copingkit.ui import collector, language, theme
from copingkit.ui.tasks import Tasks
from copingkit.vault.system_keyring import SystemKeyring
from copingkit.vault.vault import Vault


class Program(NamedTuple):
    """The parts that live as long as the program runs."""

    application: QApplication
    window: MainWindow
    tasks: Tasks


def application() -> QApplication:
    """The one Qt application, named but not yet dressed."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setApplicationName("copingkit")
    QApplication.setDesktopFileName("copingkit")
    made = QApplication(["copingkit", *theme.STYLE])
    made.setQuitOnLastWindowClosed(False)  # closing saves first, then quits
    collector.keep_to_this_thread()
    gc.freeze()  # modules and classes stay; a search need not go through them (30 ms)
    return made


def assemble(chosen: Path | None) -> Program:
    """Make the window and all behind it for the folder `chosen`, or the usual one."""
    qt = application()
    where = folders.find(chosen)
    choices = Choices(PreferencesFile(where.preferences))
    language.install(qt, choices.now.language)
    choices.prepare()
    choices.follow_system()
    qt.setWindowIcon(QIcon(str(assets.root() / "icons" / "copingkit.svg")))
    tasks = Tasks(qt)
    clock = SystemClock()
    vault = Vault(where.vault, SystemKeyring(), registry.all_kinds(), clock)
    window = MainWindow(Door(vault, tasks, qt), choices, clock, tasks)
    return Program(qt, window, tasks)


def run(chosen: Path | None, *, crisis: bool) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    program = assemble(chosen)
    watch = CrashWatch(lambda: program.window, program.window.close)
    watch.install()
    knock.on_ending_signals(program.window.close, program.window)
    program.window.start(crisis=crisis)
    return program.application.exec()
