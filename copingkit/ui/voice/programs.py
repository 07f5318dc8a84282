"""Speech on Windows and macOS: a program of the system, its texts on standard input.

Prepared from the systems' own documentation and not yet heard on either:
https://learn.microsoft.com/dotnet/api/system.speech.synthesis.speechsynthesizer and `man say`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from typing_extensions import override

from copingkit.ui.hearing import SoundChoices, Voice
from copingkit.ui.voice.speech import NoVoice, Speech

_USUAL_WORDS_A_MINUTE: Final = 175
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)

# One command a line: "say", "stop", "rate", "volume", "voice", "list". It holds nothing of ours.
_WINDOWS: Final = r"""
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [Text.Encoding]::UTF8
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $verb, $rest = $line.Split(' ', 2)
  try {
    switch ($verb) {
      'say' { $voice.SpeakAsyncCancelAll(); [void]$voice.SpeakAsync($rest) }
      'stop' { $voice.SpeakAsyncCancelAll() }
      'rate' { $voice.Rate = [int]$rest }
      'volume' { $voice.Volume = [int]$rest }
      'voice' { $voice.SelectVoice($rest) }
      'list' {
        foreach ($one in $voice.GetInstalledVoices()) {
          $info = $one.VoiceInfo
          [Console]::Out.WriteLine($info.Name + "`t" + $info.Culture.Name)
        }
        [Console]::Out.WriteLine('.')
      }
    }
  } catch { if ($verb -eq 'list') { [Console]::Out.WriteLine('.') } }
}
"""


class WindowsSpeech(Speech):
    """PowerShell, held open, with the synthesiser of .NET in it."""

    def __init__(self) -> None:
        self._program: subprocess.Popen[str] | None = None

    @override
    def start(self, choices: SoundChoices) -> None:
        if self._program is None:
            flags = ("-NoLogo", "-NoProfile", "-NonInteractive", "-Command")
            self._program = _started(["powershell", *flags, _WINDOWS])
        self._tell(f"rate {round(min(max(choices.rate, -50), 50) / 5)}")
        self._tell(f"volume {min(max(choices.volume, 0), 100)}")
        if choices.voice_name:
            self._tell(f"voice {choices.voice_name}")

    @override
    def say(self, text: str) -> None:
        self._tell(f"say {text}" if text.strip() else "stop")

    @override
    def stop(self) -> None:
        self._tell("stop")

    @override
    def voices(self) -> tuple[Voice, ...]:
        self._tell("list")
        found = []
        while (line := self._read()) != ".":
            name, _, language = line.partition("\t")
            found.append(Voice(name, language))
        return tuple(found)

    @override
    def close(self) -> None:
        _end(self._program)
        self._program = None

    def _tell(self, line: str) -> None:
        if self._program is None or self._program.stdin is None:
            raise NoVoice
        try:
            self._program.stdin.write(" ".join(line.splitlines()) + "\n")
            self._program.stdin.flush()
        except OSError:
            raise NoVoice from None

    def _read(self) -> str:
        line = self._program.stdout.readline() if self._program and self._program.stdout else ""
        if not line:
            raise NoVoice
        return line.rstrip("\r\n")


class MacSpeech(Speech):
    """`say`, once for each text; to be silent is to end it."""

    def __init__(self) -> None:
        self._arguments: list[str] = []
        self._volume = 1.0
        self._program: subprocess.Popen[str] | None = None

    @override
    def start(self, choices: SoundChoices) -> None:
        rate = round(_USUAL_WORDS_A_MINUTE * (1 + min(max(choices.rate, -50), 50) / 100))
        chosen = ["-v", choices.voice_name] if choices.voice_name else []
        self._arguments = ["say", "-r", str(rate), *chosen, "-f", "-"]
        self._volume = min(max(choices.volume, 0), 100) / 100

    @override
    def say(self, text: str) -> None:
        self.stop()
        if not text.strip():
            return
        if not self._arguments:
            raise NoVoice
        self._program = _started(self._arguments)
        stdin = self._program.stdin
        with suppress(OSError):  # it may be silenced while it still reads
            if stdin is not None:
                stdin.write(f"[[volm {self._volume:.2f}]] {text}")
                stdin.close()

    @override
    def stop(self) -> None:
        _end(self._program)
        self._program = None

    @override
    def voices(self) -> tuple[Voice, ...]:
        """Lines such as "Daniel (Enhanced)  en_GB    # Hello!"."""
        program = _started(["say", "-v", "?"])
        told, _ = program.communicate()
        found = []
        for line in told.splitlines():
            words = line.partition("#")[0].split()
            if len(words) > 1:
                found.append(Voice(" ".join(words[:-1]), words[-1].replace("_", "-")))
        return tuple(found)

    @override
    def close(self) -> None:
        self.stop()


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(  # noqa: S603 - the texts are not among the arguments
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            creationflags=_NO_WINDOW,
        )
    except OSError:
        raise NoVoice from None


def _end(program: subprocess.Popen[str] | None) -> None:
    if program is None:
        return
    program.kill()
    program.wait()
    for stream in (program.stdin, program.stdout):
        if stream is not None:
            with suppress(OSError):  # what was not read any more cannot be flushed
                stream.close()
