"""Speech through a program, with a stand-in that writes down what it is told and how.

The real programs are on Windows and macOS; that they speak has not been tried yet.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.ui.hearing import SoundChoices, Voice
from copingkit.ui.voice.programs import MacSpeech, WindowsSpeech
from copingkit.ui.voice.speech import NoVoice, Speech

SECRET = "the words nobody else may see"

_STAND_IN = """#!{python}
import json, sys
told = open({told!r}, "a")
told.write(json.dumps(["arguments", sys.argv[1:]]) + "\\n")
if "?" in sys.argv:
    print("Anna                de_DE    # Hallo!\\nBad News (Enhanced) en_US    # Hi!\\n\\n")
    sys.exit()
for line in sys.stdin:
    told.write(json.dumps(["line", line.rstrip("\\n")]) + "\\n")
    told.flush()
    if line.startswith("list"):
        print("Zira\\ten-US\\nHedda\\tde-DE\\n.", flush=True)
"""


class StandIn:
    """Programs called `say` and `powershell`."""

    def __init__(self, folder: Path) -> None:
        self.told = folder / "told"
        for name in ("say", "powershell"):
            program = folder / name
            program.write_text(_STAND_IN.format(python=sys.executable, told=str(self.told)))
            program.chmod(0o755)

    def lines(self, kind: str, wanted: str) -> list[str]:
        """What it was told so far, once that holds `wanted`."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            rows = self.told.read_text().splitlines() if self.told.exists() else []
            found = [json.dumps(row[1]) for row in map(json.loads, rows) if row[0] == kind]
            if any(wanted in line for line in found):
                return found
            time.sleep(0.02)
        pytest.fail(f"it was never told {wanted!r}")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    return StandIn(tmp_path)


@pytest.fixture(params=[MacSpeech, WindowsSpeech])
def speech(request: pytest.FixtureRequest, stand_in: StandIn) -> Iterator[Speech]:
    made: Speech = request.param()
    yield made
    made.close()
    made.close()


def test_a_text_goes_by_standard_input_and_never_by_argument(
    speech: Speech, stand_in: StandIn
) -> None:
    speech.start(SoundChoices(voice=True, volume=40, rate=-50))
    speech.say(f"{SECRET}")
    assert any(SECRET in line for line in stand_in.lines("line", SECRET))
    assert SECRET not in str(stand_in.lines("arguments", ""))


def test_a_text_of_several_lines_is_one_text(stand_in: StandIn) -> None:
    speech = WindowsSpeech()
    speech.start(SoundChoices(voice=True, rate=50, voice_name="Zira"))
    speech.say("One\nstop\ntwo")
    lines = stand_in.lines("line", "two")
    speech.close()
    assert lines == ['"rate 10"', '"volume 60"', '"voice Zira"', '"say One stop two"']


def test_silence_is_told(stand_in: StandIn) -> None:
    speech = WindowsSpeech()
    speech.start(SoundChoices(voice=True))
    speech.stop()
    speech.say("  ")
    assert stand_in.lines("line", "stop").count('"stop"') >= 1
    speech.close()


def test_the_voices_of_windows(stand_in: StandIn) -> None:
    speech = WindowsSpeech()
    speech.start(SoundChoices(voice=True))
    assert speech.voices() == (Voice("Zira", "en-US"), Voice("Hedda", "de-DE"))
    speech.close()


def test_the_voices_of_macos(stand_in: StandIn) -> None:
    found = MacSpeech().voices()
    assert found == (Voice("Anna", "de-DE"), Voice("Bad News (Enhanced)", "en-US"))


def test_rate_and_voice_of_macos_are_arguments_and_the_volume_is_in_the_text(
    stand_in: StandIn,
) -> None:
    speech = MacSpeech()
    speech.start(SoundChoices(voice=True, volume=40, rate=20, voice_name="Anna"))
    speech.say("Here")
    assert stand_in.lines("line", "Here") == ['"[[volm 0.40]] Here"']
    assert stand_in.lines("arguments", "") == ['["-r", "210", "-v", "Anna", "-f", "-"]']
    speech.say(" ")
    speech.close()


def test_without_the_program_there_is_no_voice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVoice):
        WindowsSpeech().start(SoundChoices(voice=True))
    with pytest.raises(NoVoice):
        WindowsSpeech().say("Here")
    with pytest.raises(NoVoice):
        MacSpeech().say("Here")
    with pytest.raises(NoVoice):
        MacSpeech().voices()


def test_a_program_that_ended_is_no_voice(stand_in: StandIn) -> None:
    speech = WindowsSpeech()
    speech.start(SoundChoices(voice=True))
    program = speech._program
    assert program is not None
    program.kill()
    program.wait()
    with pytest.raises(NoVoice):
        speech.voices()
    speech.close()
