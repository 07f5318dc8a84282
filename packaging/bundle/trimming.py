"""What stays out of the one-folder build, and why."""

import re
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import PurePath
from typing import Final

Entry = tuple[str, str, str]  # PyInstaller's: name inside, file outside, kind

# Qt's own dialogs speak these; our texts come from resources/locale.
QT_LANGUAGES: Final = ("de", "es", "fr")

# Nothing of ours imports them. Without the first group nothing in the package speaks over a
# network but Python's bare sockets, which the keyring's bus is reached by.
NETWORK: Final = (
    "PySide6.QtNetwork", "ssl", "_ssl", "asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib",
    "socketserver", "telnetlib", "urllib.error", "urllib.request", "xmlrpc",
)  # fmt: skip
UNUSED: Final = (
    "PySide6.QtDBus", "PySide6.QtQml", "_bz2", "_hashlib", "_lzma", "_sqlite3", "_uuid", "bz2",
    "doctest", "keyring.backends.chainer", "keyring.backends.null", "keyrings", "lib2to3", "lzma",
    "multiprocessing", "pkg_resources", "pydoc", "readline", "setuptools", "sqlite3", "test",
    "tkinter", "unittest", "wheel",
)  # fmt: skip
# There the Secret Service is spoken to without the keyring package and what that imports.
UNUSED_ON_LINUX: Final = ("importlib_metadata", "keyring", "lazy_importer", "zipp")

PLUGINS: Final = re.compile(
    r"""plugins/(
        platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)
        |wayland-(shell-integration/libxdg-shell|decoration-client/libbradient)
        |platforminputcontexts/lib(compose|ibus)
        |platformthemes/libqxdgdesktopportal
        |imageformats/(lib)?q(svg|jpeg|ico)
        |iconengines/(lib)?qsvgicon
        |printsupport/
        |styles/
    )""",
    re.VERBOSE,
)
OTHER_PARTS: Final = re.compile(
    r"Qt6?(Network|EglFS\w*|EglFs\w*|OpenGLWidgets|Qml\w*|Quick\w*|VirtualKeyboard|Pdf)\b"
    r"|opengl32sw\.dll$"
    r"|PySide6/Qt(Network|DBus)\b"
    r"|dist-info/(?!METADATA$)"
    r"|mnemonic/wordlist/(?!english)"
)
# Parts of Windows itself, and stubs under Wine.
OF_WINDOWS: Final = re.compile(r"(^|/)(icuuc|mscms|bcryptprimitives)\.dll$", re.IGNORECASE)

# Of the system's own libraries those alone go in which a desktop may lack, and libffi, whose
# number differs. All others have to be the ones that the desktop itself runs on.
BUNDLED_FROM_SYSTEM: Final = re.compile(
    r"^lib(ffi\.so|python3|xkbcommon(-x11)?\.so"
    r"|xcb-(cursor|icccm|image|keysyms|render-util|util|xkb)\.so)"
)
SYSTEM_FOLDERS: Final = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def excluded() -> list[str]:
    """The modules that PyInstaller is to leave out."""
    here = UNUSED_ON_LINUX if sys.platform == "linux" else ()
    return [*NETWORK, *UNUSED, *here]


def hidden() -> list[str]:
    """The modules that no import shows: the system's keyring, and what mypyc compiled of tomli."""
    keyring = {
        "win32": ["keyring.backends.Windows", "win32ctypes.core"],
        "darwin": ["keyring.backends.macOS"],
    }
    compiled = [file.name.partition(".")[0] for file in metadata.files("tomli") or ()]
    return [name for name in compiled if name.endswith("__mypyc")] + keyring.get(sys.platform, [])


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Those of PyInstaller's files that go into the build, in a fixed order."""
    return sorted(entry for entry in entries if stays(entry[0], entry[1]))


def stays(name: str, source: str) -> bool:
    """Whether one file goes in; `source` is where it was found."""
    name = name.replace("\\", "/")
    if OTHER_PARTS.search(name) or OF_WINDOWS.search(name):
        return False
    if "/plugins/" in name:
        return bool(PLUGINS.search(name))
    if "/translations/" in name:
        return name.endswith(tuple(f"/qtbase_{language}.qm" for language in QT_LANGUAGES))
    if source.startswith(SYSTEM_FOLDERS) and ".so" in name:
        return bool(BUNDLED_FROM_SYSTEM.match(PurePath(name).name))
    return True
