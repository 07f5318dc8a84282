"""A sound device that nobody hears and that records all of it, and a voice that speaks to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from array import array
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.sockets import answers

RATE = 22_050
_WAIT = 20.0
_SILENCE = 60  # of 32,767
_SINK = """
load-module module-native-protocol-unix auth-anonymous=1
load-module module-null-sink sink_name=silent rate=22050 channels=1
set-default-sink silent
"""


class PrivateSound:
    """A PulseAudio daemon of our own with a null sink, recorded from the first moment on.

    Sets nothing in this process: who wants to be heard there puts `variables` into its
    environment. `moments` of the recording are those of `time.monotonic`.
    """

    def __init__(self) -> None:
        self._root = Path(tempfile.mkdtemp(prefix="ck-sound-"))
        self._programs: list[subprocess.Popen[bytes]] = []
        self._listener: threading.Thread | None = None
        self._lock = threading.Lock()
        self._heard = array("h")
        self._last = 0.0  # when the newest sample arrived

    @property
    def variables(self) -> dict[str, str]:
        """The way to the device and to the voice."""
        return {
            "PULSE_SERVER": f"unix:{self._root / 'pulse' / 'native'}",
            "PULSE_COOKIE": str(self._root / "cookie"),
            "XDG_RUNTIME_DIR": str(self._root),
            "SPEECHD_ADDRESS": f"unix_socket:{self._root / 'speech'}",
        }

    @property
    def folder(self) -> Path:
        """Where the sockets lie."""
        return self._root

    @property
    def logs(self) -> Path:
        """Where the voice's daemon writes its logs."""
        return self._root

    def __enter__(self) -> Self:
        self._root.chmod(0o700)
        script = self._root / "sink.pa"
        script.write_text(_SINK)
        flags = ["--daemonize=no", "--exit-idle-time=-1", "-n", "-F", str(script)]
        # Without shared memory: PulseAudio 16 aborts ("n_imported > 0" in memblock.c) when a client
        # goes whose block it still holds.
        self._run(["pulseaudio", *flags, "--use-pid-file=no", "--disable-shm=1"])
        _until(self._has_sink)
        recorder = self._run(
            [
                *("parec", "-d", "silent.monitor", "--format=s16le", f"--rate={RATE}"),
                *("--channels=1", "--latency-msec=5"),
            ],
            out=subprocess.PIPE,
        )
        self._listener = threading.Thread(target=self._listen, args=(recorder,), daemon=True)
        self._listener.start()
        _until(lambda: bool(self._last))
        return self

    def start_voice(self) -> None:
        """Start Speech Dispatcher with its synthesiser espeak-ng."""
        at = ["-S", str(self._root / "speech"), "-P", str(self._root / "pid")]
        self._voice = self._run(["speech-dispatcher", "-s", "-t", "0", "-L", str(self._root), *at])
        _until(lambda: answers(self._root / "speech"))

    def open_to_all(self) -> None:
        """Let programs of other accounts reach the device and the voice."""
        for folder in (self._root, self._root / "pulse"):
            folder.chmod(0o755)
        (self._root / "speech").chmod(0o666)

    def stop_voice(self) -> None:
        """End Speech Dispatcher and its synthesiser."""
        self._voice.terminate()
        self._voice.wait()
        (self._root / "speech").unlink(missing_ok=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for program in reversed(self._programs):
            program.terminate()
        for program in self._programs:
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
        if self._listener is not None:
            self._listener.join()  # it reads until the recorder's end
        for program in self._programs:
            if program.stdout is not None:
                program.stdout.close()
        shutil.rmtree(self._root, ignore_errors=True)

    # --- what was heard

    def clients(self) -> int:
        """How many programs are connected."""
        return len(self._ask("clients"))

    def since(self, moment: float) -> array[int]:
        """The samples heard since a moment."""
        with self._lock:
            count = round((self._last - moment) * RATE)
            return self._heard[-count:] if count > 0 else array("h")

    def loudness(self, moment: float, seconds: float) -> float:
        """The loudness (root of the mean square, 0 to 1) over some seconds after a moment."""
        while time.monotonic() < moment + seconds + 0.1:
            time.sleep(0.02)
        self._must_live()
        heard = self.since(moment)[: round(seconds * RATE)]
        return float((sum(each * each for each in heard) / max(len(heard), 1)) ** 0.5 / 32_768)

    def first_sound(self, moment: float, wait: float = 5.0) -> float | None:
        """Seconds from a moment to the first sample that is not silence; None within `wait`."""
        while True:
            late = time.monotonic() > moment + wait
            for number, value in enumerate(self.since(moment)):
                if abs(value) > _SILENCE:
                    return number / RATE
            if late:
                self._must_live()
                return None
            time.sleep(0.02)

    def _has_sink(self) -> bool:
        return any("silent" in line for line in self._ask("sinks"))

    def _ask(self, kind: str) -> list[str]:
        asking = ["pactl", "list", "short", kind]
        environment = {**os.environ, **self.variables}
        found = subprocess.run(asking, capture_output=True, env=environment, check=False)
        return found.stdout.decode().splitlines()

    def _must_live(self) -> None:
        assert self._programs[0].poll() is None, "the sound device of the test is gone"

    def _listen(self, recorder: subprocess.Popen[bytes]) -> None:
        assert recorder.stdout is not None
        while got := os.read(recorder.stdout.fileno(), 4096):
            with self._lock:
                self._heard.frombytes(got[: len(got) // 2 * 2])
                self._last = time.monotonic()

    def _run(self, command: list[str], out: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(
            command,
            env={**os.environ, **self.variables, "HOME": str(self._root)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
        self._programs.append(program)
        return program


def _until(true: object) -> None:
    assert callable(true)
    end = time.monotonic() + _WAIT
    while not true():
        assert time.monotonic() < end, "the sound device of the test did not come up"
        time.sleep(0.02)
