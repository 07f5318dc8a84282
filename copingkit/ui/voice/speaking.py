"""The thread in which a system's speech is spoken to, so that the window never waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Final

from copingkit.ui.hearing import SoundChoices, Voice
from copingkit.ui.voice.speech import NoVoice, Speech

Work = Callable[[], None]
_END: Final = None


class Speaking:
    """Hands work to a speech in order; a text that is followed by another is left out.

    `lost` is called from that thread, once after each start, when there is no voice any more.
    """

    def __init__(self, speech: Speech, lost: Callable[[], None]) -> None:
        self._speech = speech
        self._lost = lost
        self._gone = False
        self._work: SimpleQueue[Work | None] = SimpleQueue()
        self._turn = 0  # of the newest text or silence: what is older has nothing to say
        threading.Thread(target=self._run, name="voice", daemon=True).start()

    def start(self, choices: SoundChoices) -> None:
        """Begin, or take other choices."""

        def begin() -> None:
            self._gone = False
            self._speech.start(choices)

        self._work.put(begin)

    def say(self, text: str) -> None:
        """Speak now."""
        self._put_newest(lambda: self._speech.say(text))

    def stop(self) -> None:
        """Be silent now."""
        self._put_newest(self._speech.stop)

    def voices(self, found: Callable[[tuple[Voice, ...]], None]) -> None:
        """Ask for the voices; `found` is called from the thread, with none where there is none."""

        def ask() -> None:
            voices: tuple[Voice, ...] = ()
            try:
                voices = self._speech.voices()
            finally:
                found(voices)

        self._work.put(ask)

    def close(self) -> None:
        """Be silent and end the thread, soon; call nothing afterwards."""
        self._turn += 1
        self._work.put(_END)

    def _put_newest(self, work: Work) -> None:
        self._turn += 1
        mine = self._turn

        def unless_late() -> None:
            if mine == self._turn:
                work()

        self._work.put(unless_late)

    def _run(self) -> None:
        while (work := self._work.get()) is not _END:
            try:
                work()
            except NoVoice:
                if not self._gone:
                    self._gone = True
                    self._lost()
        self._speech.close()
