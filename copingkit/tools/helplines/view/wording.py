"""The table's short forms (hours, languages, kinds) in words for people."""

from __future__ import annotations

import re
from datetime import date

from copingkit.tools.helplines.model import Helpline
from copingkit.ui.language import QT_TRANSLATE_NOOP, short_date, translate

_LANGUAGES = {
    "am": QT_TRANSLATE_NOOP("Languages", "Amharic"),
    "ar": QT_TRANSLATE_NOOP("Languages", "Arabic"),
    "bg": QT_TRANSLATE_NOOP("Languages", "Bulgarian"),
    "ca": QT_TRANSLATE_NOOP("Languages", "Catalan"),
    "cs": QT_TRANSLATE_NOOP("Languages", "Czech"),
    "da": QT_TRANSLATE_NOOP("Languages", "Danish"),
    "de": QT_TRANSLATE_NOOP("Languages", "German"),
    "el": QT_TRANSLATE_NOOP("Languages", "Greek"),
    "en": QT_TRANSLATE_NOOP("Languages", "English"),
    "es": QT_TRANSLATE_NOOP("Languages", "Spanish"),
    "et": QT_TRANSLATE_NOOP("Languages", "Estonian"),
    "eu": QT_TRANSLATE_NOOP("Languages", "Basque"),
    "fi": QT_TRANSLATE_NOOP("Languages", "Finnish"),
    "fil": QT_TRANSLATE_NOOP("Languages", "Filipino"),
    "fr": QT_TRANSLATE_NOOP("Languages", "French"),
    "gl": QT_TRANSLATE_NOOP("Languages", "Galician"),
    "he": QT_TRANSLATE_NOOP("Languages", "Hebrew"),
    "hi": QT_TRANSLATE_NOOP("Languages", "Hindi"),
    "hr": QT_TRANSLATE_NOOP("Languages", "Croatian"),
    "hu": QT_TRANSLATE_NOOP("Languages", "Hungarian"),
    "is": QT_TRANSLATE_NOOP("Languages", "Icelandic"),
    "it": QT_TRANSLATE_NOOP("Languages", "Italian"),
    "ja": QT_TRANSLATE_NOOP("Languages", "Japanese"),
    "ko": QT_TRANSLATE_NOOP("Languages", "Korean"),
    "lb": QT_TRANSLATE_NOOP("Languages", "Luxembourgish"),
    "lt": QT_TRANSLATE_NOOP("Languages", "Lithuanian"),
    "lv": QT_TRANSLATE_NOOP("Languages", "Latvian"),
    "mt": QT_TRANSLATE_NOOP("Languages", "Maltese"),
    "nl": QT_TRANSLATE_NOOP("Languages", "Dutch"),
    "no": QT_TRANSLATE_NOOP("Languages", "Norwegian"),
    "pl": QT_TRANSLATE_NOOP("Languages", "Polish"),
    "pt": QT_TRANSLATE_NOOP("Languages", "Portuguese"),
    "ro": QT_TRANSLATE_NOOP("Languages", "Romanian"),
    "ru": QT_TRANSLATE_NOOP("Languages", "Russian"),
    "sk": QT_TRANSLATE_NOOP("Languages", "Slovak"),
    "sl": QT_TRANSLATE_NOOP("Languages", "Slovenian"),
    "sr": QT_TRANSLATE_NOOP("Languages", "Serbian"),
    "sv": QT_TRANSLATE_NOOP("Languages", "Swedish"),
    "sw": QT_TRANSLATE_NOOP("Languages", "Swahili"),
    "uk": QT_TRANSLATE_NOOP("Languages", "Ukrainian"),
    "zh": QT_TRANSLATE_NOOP("Languages", "Chinese"),
}


def languages(said: str) -> str:
    """The table's languages with their codes spelt out ("en, es; interpreters")."""
    spelt = re.sub(r"[a-z]+", lambda found: _language(found[0]), said)
    return spelt[:1].upper() + spelt[1:]


def _language(word: str) -> str:
    return translate("Languages", _LANGUAGES[word]) if word in _LANGUAGES else word


def hours(said: str) -> str:
    """The table's hours, the two usual ones in words."""
    if said == "24/7":
        return translate("Helplines", "Day and night, every day")
    if said == "check with the service":
        return translate("Helplines", "Ask the service for its hours")
    return said[:1].upper() + said[1:]


def facts(line: Helpline) -> str:
    """Hours, languages and the date checked in one line."""
    parts = [hours(line.hours), languages(line.languages), checked(line.checked)]
    return " · ".join(part for part in parts if part)


def checked(day: date) -> str:
    """When the sources of a number were last read."""
    return translate("Helplines", "checked {date}").replace("{date}", short_date(day))


def text_number(line: Helpline) -> str:
    """How to write to the line ("Text HOME to 741741")."""
    if line.sms_keyword:
        said = translate("Helplines", "Text {word} to {number}")
        return said.replace("{word}", line.sms_keyword).replace("{number}", line.sms)
    return translate("Helplines", "Text {number}").replace("{number}", line.sms)
