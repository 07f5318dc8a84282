"""The sound device: opened in a thread of its own, because some systems take seconds for it."""

from __future__ import annotations

import threading
import time
from array import array
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Final

from copingkit.ui.hearing import Lack, Tone
from copingkit.ui.sound.mixer import Mixer
from copingkit.ui.sound.tones import RATE

if TYPE_CHECKING:  # the library is an extra, and slow to import
    import miniaudio

_TOO_LATE_S: Final = 1.0
_BUFFER_MS: Final = 20  # short, so that a tone comes with the picture
_AGAIN_AFTER_S: Final = 1.0  # a sound server that is only just starting is there by then


class Speaker:
    """Plays tones through the system's usual device, from `open` to `close`.

    Calls return at once; a tone that is asked for while the device is being opened comes as soon
    as it is there, shorter by the wait, unless that was long.
    """

    def __init__(self, volume: int, lacks: Callable[[Lack], None]) -> None:
        """`lacks` is called from another thread, at most once."""
        self._mixer = Mixer(volume)
        self._lacks = lacks
        self.gave_up = False  # there was no device: another speaker may find one later
        self._lock = threading.Lock()
        self._device: miniaudio.PlaybackDevice | None = None
        self._closed = threading.Event()
        self._early: tuple[Tone, float, float] | None = None  # with the moment it was asked for

    def open(self) -> None:
        """Begin to open the device."""
        threading.Thread(target=self._open, name="sound", daemon=True).start()

    def set_volume(self, volume: int) -> None:
        """Take a volume, 0-100."""
        self._mixer.set_volume(volume)

    def play(self, tone: Tone, seconds: float) -> None:
        """Sound a tone now."""
        with self._lock:
            if self._device is None:
                self._early = (tone, seconds, time.monotonic())
                return
        self._mixer.play(tone, seconds)

    def hush(self) -> None:
        """Let everything die away."""
        self._early = None
        self._mixer.hush()

    def close(self) -> None:
        """Let the device go."""
        with self._lock:
            self._closed.set()
            device, self._device = self._device, None
        if device is not None:  # it waits for the device's thread
            threading.Thread(target=_let_go, args=(device,), name="sound-end", daemon=True).start()

    @property
    def is_open(self) -> bool:
        """Whether a tone would be heard now."""
        return self._device is not None

    def _open(self) -> None:
        try:
            import miniaudio
        except (ImportError, OSError):  # not installed, or built for another system
            self._give_up(Lack.NO_SOUND_LIBRARY)
            return
        try:
            self._take(_device())
        except miniaudio.MiniaudioError:
            if self._closed.wait(_AGAIN_AFTER_S):
                return
            try:
                self._take(_device())
            except miniaudio.MiniaudioError:
                self._give_up(Lack.NO_DEVICE)

    def _give_up(self, lack: Lack) -> None:
        self.gave_up = True
        self._lacks(lack)

    def _take(self, device: miniaudio.PlaybackDevice) -> None:
        with self._lock:
            if not self._closed.is_set():
                _start(device, self._mixer)
                self._device = device
                self._play_early()
                return
        _let_go(device)

    def _play_early(self) -> None:
        if self._early is None:
            return
        tone, seconds, asked_at = self._early
        late = time.monotonic() - asked_at
        if late < _TOO_LATE_S:
            self._mixer.play(tone, max(0.0, seconds - late))


def _device() -> miniaudio.PlaybackDevice:
    """The system's usual device; raises MiniaudioError when there is none."""
    import miniaudio

    # its own last resort, a device that nobody hears, is of no use here
    real = list(miniaudio.Backend)
    real.remove(miniaudio.Backend.NULL)
    return miniaudio.PlaybackDevice(
        nchannels=1,
        sample_rate=RATE,
        buffersize_msec=_BUFFER_MS,
        backends=real,
        app_name="copingkit",
    )


def _start(device: miniaudio.PlaybackDevice, mixer: Mixer) -> None:
    """Have it ask for samples; raises MiniaudioError when it went away in between."""
    import miniaudio

    try:
        device.start(_samples(mixer))
    except miniaudio.MiniaudioError:
        _let_go(device)
        raise


def _let_go(device: miniaudio.PlaybackDevice) -> None:
    """Close a device and its connection, which the library itself leaves open."""
    import miniaudio

    context = device._context  # noqa: SLF001 - the library has no other way to end it
    device.close()
    miniaudio.lib.ma_context_uninit(context)  # type: ignore[attr-defined]  # not in its __all__


def _samples(mixer: Mixer) -> Generator[array[int], int, None]:
    """What the device asks for numbers of samples; it is already at its first question."""

    def asked() -> Generator[array[int], int, None]:
        count = yield array("h")
        while True:
            count = yield mixer.render(count)

    made = asked()
    next(made)
    return made
