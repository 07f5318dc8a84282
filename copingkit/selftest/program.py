"""Checks of the program itself: all of it is there, what ships with it can be read and drawn."""

from __future__ import annotations

import importlib
import pkgutil
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPixmap, QRawFont

import copingkit
from copingkit.core import assets
from copingkit.findings import versions
from copingkit.selftest.trial import Failed, Trial, must
from copingkit.shell import folders
from copingkit.tools.exercises import catalogue as exercises
from copingkit.tools.exposure import body, guide
from copingkit.tools.helplines import catalogue as helplines
from copingkit.tools.safety_plan import prompts
from copingkit.ui import icons, language, theme

_LINUX_ONLY = ("jeepney", "secretstorage")  # packages; what imports them is of no use elsewhere
_LETTERS = "AaZzÄäßéñŁł0123456789"
_OF_QT = "de"  # a language whose texts for Qt's own dialogs ship


def version(_trial: Trial) -> str:
    """What this is, and whether its data travel with it."""
    packaged = "packaged" if getattr(sys, "frozen", False) else "run by Python"
    place = "data beside the program" if folders.find().portable else "data in the usual folder"
    return f"{versions()}; {packaged}, {place}."


def parts(_trial: Trial) -> str:
    """Every module of the program can be imported, and what it imports."""
    found = pkgutil.walk_packages(copingkit.__path__, "copingkit.")
    names = [one.name for one in found if one.name != "copingkit.__main__"]
    for name in names:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            top = (error.name or "").partition(".")[0]
            if sys.platform == "linux" or top not in _LINUX_ONLY:
                raise
    return f"All {len(names)} parts of the program load."


def shipped(_trial: Trial) -> str:
    """What ships can be read as the program reads it; a damaged file is named."""
    prompts.load()
    guide.guide()
    body.body_exposures()
    countries = helplines.countries()
    for country in countries:
        must(bool(helplines.lines(country.code)), f"No helplines for {country.code}.")
    for name in theme.THEMES[1:]:
        theme.colours(name)
    return f"{len(exercises.shipped())} exercises, helplines of {len(countries)} countries, themes."


def translations(trial: Trial) -> str:
    """Our own catalogues load, and Qt's for its own dialogs."""
    language.install(trial.application, "en")
    said = language.translate("Home", "%n days ago", "", 1)
    must(said == "1 day ago", "The catalogue of English plural forms was not found.")
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = QTranslator().load(QLocale(_OF_QT), "qtbase_", "", of_qt)
    must(found, "Qt's own translations were not found.")
    return f"Our texts in {len(language.available())}, and Qt's own."


def letters(_trial: Trial) -> str:
    """Some font of this computer has the letters that people write with."""
    font = QGuiApplication.font()
    raw = QRawFont.fromFont(font)
    if not QFontDatabase.families() or not raw.isValid():
        raise Failed("This computer has no font; install one, such as DejaVu.")
    lacking = "".join(one for one in _LETTERS if not raw.supportsCharacter(ord(one)))
    must(not lacking, f"The font {raw.familyName()} lacks {lacking}.")
    return f"Text is drawn in {raw.familyName()}."


def drawings(_trial: Trial) -> str:
    """Each icon is drawn, and none of them is blank."""
    theme.prepare("light", 100)
    names = sorted(path.stem for path in (assets.root() / "icons").glob("*.svg"))
    must("copingkit" in names, "There are no icons.")
    for name in names:
        must(not _blank(icons.icon(name, "text").pixmap(24, 24)), f"The icon {name} is blank.")
    return f"{len(names)} icons are drawn, on {QGuiApplication.platformName()}."


def _blank(picture: QPixmap) -> bool:
    image = picture.toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return not any(image.pixelColor(x, y).alpha() for x, y in places)
