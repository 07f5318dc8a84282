"""Speech on Linux: Speech Dispatcher, spoken to in its own protocol (SSIP) over its socket.

The protocol: https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html
"""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Final

from typing_extensions import override

from copingkit.ui.hearing import SoundChoices, Voice
from copingkit.ui.voice.speech import NoVoice, Speech

_PATIENCE_S: Final = 5.0
_ALL_IS_WELL: Final = "2"  # replies that begin otherwise are refusals
_NO_VARIANT: Final = {"none", "null", ""}


class DispatcherSpeech(Speech):
    """A client of the person's own Speech Dispatcher, which it starts where that is installed."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._unread = b""

    @override
    def start(self, choices: SoundChoices) -> None:
        if self._socket is None:
            self._socket = _connected()
            self._ask("SET SELF CLIENT_NAME user:copingkit:exercise")
            if not self._modules():
                self.close()
                raise NoVoice
        self._ask(f"SET SELF LANGUAGE {_plain(choices.language)}")
        if choices.voice_name:
            self._ask(f"SET SELF SYNTHESIS_VOICE {_plain(choices.voice_name)}")
        self._ask(f"SET SELF RATE {min(max(choices.rate, -100), 100)}")
        self._ask(f"SET SELF VOLUME {2 * min(max(choices.volume, 0), 100) - 100}")

    @override
    def say(self, text: str) -> None:
        self.stop()
        if not text.strip():
            return
        self._ask("SPEAK")
        # a line that begins with a dot would end the text: the protocol doubles the dot
        lines = [f".{line}" if line.startswith(".") else line for line in text.splitlines()]
        self._ask("\r\n".join([*lines, "."]))

    @override
    def stop(self) -> None:
        self._ask("CANCEL SELF")

    @override
    def voices(self) -> tuple[Voice, ...]:
        found = []
        for line in self._ask("LIST SYNTHESIS_VOICES"):
            name, language, variant = [*line.split("\t"), "", ""][:3]
            if variant in _NO_VARIANT:  # espeak-ng lists each voice in a hundred disguises
                found.append(Voice(name, language))
        return tuple(found)

    @override
    def close(self) -> None:
        if self._socket is None:
            return
        with suppress(NoVoice):
            self.stop()
        if self._socket is not None:
            self._socket.close()
        self._socket, self._unread = None, b""

    def _modules(self) -> list[str]:
        """The synthesisers; "dummy" only plays a recording that says there is none."""
        return [name for name in self._ask("LIST OUTPUT_MODULES") if name != "dummy"]

    def _ask(self, line: str) -> list[str]:
        """Send a command; gives the lines of the answer, empty for a refusal."""
        if self._socket is None:
            raise NoVoice
        try:
            self._socket.sendall(f"{line}\r\n".encode())
            code, lines = self._answer(self._socket)
        except OSError:
            self._socket.close()
            self._socket = None
            raise NoVoice from None
        return lines if code.startswith(_ALL_IS_WELL) else []

    def _answer(self, connection: socket.socket) -> tuple[str, list[str]]:
        lines: list[str] = []
        while True:
            line = self._line(connection)
            code, more, text = line[:3], line[3:4], line[4:]
            if more != "-":
                return code, lines
            lines.append(text)

    def _line(self, connection: socket.socket) -> str:
        while b"\n" not in self._unread:
            got = connection.recv(65_536)
            if not got:
                raise ConnectionResetError
            self._unread += got
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")


def _connected() -> socket.socket:
    """A conversation with the dispatcher; it is started when nobody answers."""
    with suppress(OSError):
        return _open()
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run(
            ["speech-dispatcher", "--spawn"],  # noqa: S607 - wherever the system has it
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=False,
        )
        return _open()
    raise NoVoice


def _open() -> socket.socket:
    made = socket.socket(socket.AF_UNIX)
    made.settimeout(_PATIENCE_S)
    try:
        made.connect(str(_address()))
    except OSError:
        made.close()
        raise
    return made


def _address() -> Path:
    """Where the dispatcher listens: a Unix socket, which only this computer can reach."""
    told = os.environ.get("SPEECHD_ADDRESS", "")
    if told.startswith("unix_socket:"):
        return Path(told.removeprefix("unix_socket:"))
    run = os.environ.get("XDG_RUNTIME_DIR") or str(Path.home() / ".cache")
    return Path(run) / "speech-dispatcher" / "speechd.sock"


def _plain(word: str) -> str:
    """A word that cannot become a second command."""
    return "".join(character for character in word if character.isprintable())
