"""The client of Speech Dispatcher, with the real one and with one that misbehaves."""

from __future__ import annotations

import socket
import stat
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from copingkit.ui.hearing import SoundChoices
from copingkit.ui.voice.dispatcher import DispatcherSpeech
from copingkit.ui.voice.speech import NoVoice
from tests.support.private_sound import PrivateSound

MARKER = "Zwiebelkuchen im Morgengrauen"


@pytest.fixture
def voiced(private_sound: PrivateSound) -> Iterator[PrivateSound]:
    private_sound.start_voice()
    yield private_sound
    private_sound.stop_voice()


def test_what_is_said_is_in_none_of_the_daemons_logs(voiced: PrivateSound) -> None:
    speech = DispatcherSpeech()
    speech.start(SoundChoices(voice=True))
    speech.say(MARKER)
    speech.stop()
    speech.close()
    logs = list(voiced.logs.rglob("*.log"))
    assert logs
    assert not any(MARKER.encode() in log.read_bytes() for log in logs)


def test_a_voice_that_is_not_there_is_the_usual_one(voiced: PrivateSound) -> None:
    speech = DispatcherSpeech()
    speech.start(SoundChoices(voice=True, voice_name="Nobody\r\nQUIT", language="xx", rate=-500))
    speech.say("Here")
    assert speech.voices()
    speech.close()
    speech.close()


def test_before_start_and_after_close_there_is_no_voice() -> None:
    speech = DispatcherSpeech()
    for call in (speech.stop, speech.voices, lambda: speech.say("Here")):
        with pytest.raises(NoVoice):
            call()
    speech.close()


def listening(at: Path, answers: bytes) -> None:
    """A server that gives one answer to whatever it is told, then hangs up."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(at))
    server.listen(1)

    def serve() -> None:
        with server, server.accept()[0] as connection:
            connection.recv(1000)
            connection.sendall(answers)

    threading.Thread(target=serve, daemon=True).start()


@pytest.mark.parametrize(
    "answers", [b"", b"208", b"208 OK\r\n", b"\xff\xfe\r\n208 OK\r\n250 none\r\n"]
)
def test_a_dispatcher_that_hangs_up_or_has_no_module_is_no_voice(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, answers: bytes
) -> None:
    at = Path(f"/tmp/ck-ssip-{threading.get_native_id()}-{len(answers)}")
    at.unlink(missing_ok=True)
    listening(at, answers)
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{at}")
    with pytest.raises(NoVoice):
        DispatcherSpeech().start(SoundChoices(voice=True))
    at.unlink()


@pytest.fixture
def nobody_listens(private_sound: PrivateSound, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session in which no dispatcher runs yet; the path of a socket has to be short."""
    with tempfile.TemporaryDirectory(prefix="ck-run-", ignore_cleanup_errors=True) as run:
        monkeypatch.setenv("XDG_RUNTIME_DIR", run)
        monkeypatch.delenv("SPEECHD_ADDRESS")
        yield


def test_it_is_started_where_it_does_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nobody_listens: None
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "speech-dispatcher"
    program.write_text(f'#!/bin/sh\necho "$@" > "{told}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(NoVoice):
        DispatcherSpeech().start(SoundChoices(voice=True))
    assert told.read_text() == "--spawn\n"


def test_a_real_one_is_started_on_demand(nobody_listens: None) -> None:
    speech = DispatcherSpeech()
    speech.start(SoundChoices(voice=True))
    assert speech.voices()
    speech.close()  # the daemon ends by itself some seconds after its last client
