"""Which speech this system has."""

from __future__ import annotations

import sys

from copingkit.ui.voice.speech import Speech


def speech() -> Speech:
    """The system's own, not started yet."""
    if sys.platform == "win32" or sys.platform == "darwin":
        from copingkit.ui.voice.programs import MacSpeech, WindowsSpeech

        return WindowsSpeech() if sys.platform == "win32" else MacSpeech()
    from copingkit.ui.voice.dispatcher import DispatcherSpeech

    return DispatcherSpeech()
