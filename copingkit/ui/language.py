"""The one door through which every text of the program passes."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTime, QTranslator

from copingkit.core import assets


def translate(context: str, text: str, comment: str = "", count: int = -1, /) -> str:
    """`text` in the person's language; `%n` in it becomes `count` in the right plural.

    Both `context` and `text` are literals, so that `make translations` finds them (a test looks). A
    counted text is `translate("X", "%n days", "", count)`; copingkit_en.ts has its two forms.
    """
    said = QCoreApplication.translate(context, text, comment or None, count)
    return said.replace("%n", str(count)) if count >= 0 else said


def install(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Load the catalogues of `language` ("de"; empty is the system's); returns those in use.

    The texts in the code are English; its catalogue has their plural forms only. It is below
    every other one: where a language has no catalogue, or not all of it, "1 time" is still right.
    """
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    loaded = []
    shipped = str(assets.root() / "locale")
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted = [(locale, "qtbase_", own), (locale, "copingkit_", shipped)]
    if locale.language() != QLocale.Language.English:
        wanted.insert(0, (QLocale("en"), "copingkit_", shipped))
    for each, prefix, folder in wanted:
        translator = QTranslator(application)
        if translator.load(each, prefix, "", folder) and application.installTranslator(translator):
            loaded.append(translator)
    return loaded


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark `text` for lupdate where it is written; it is translated when it is shown."""
    del context
    return text


def short_date(day: date) -> str:
    """A day, or a moment in local time, with the month in letters ("14 Mar 2026")."""
    if isinstance(day, datetime):
        day = day.astimezone().date()
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def short_day(day: date) -> str:
    """A day, or a moment in local time, without its year ("14 Mar")."""
    if isinstance(day, datetime):
        day = day.astimezone().date()
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def short_moment(moment: datetime) -> str:
    """A moment in local time, its time as the locale writes it ("14 Mar 2026, 12:05")."""
    local = moment.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return f"{short_date(local)}, {time}"


def available() -> list[tuple[str, str]]:
    """The languages that ship, as (code, name in that language); English always does."""
    found = {"en": "English"}
    for catalogue in sorted((assets.root() / "locale").glob("copingkit_*.qm")):
        code = catalogue.stem.removeprefix("copingkit_")
        found[code] = QLocale(code).nativeLanguageName() or code
    return list(found.items())
