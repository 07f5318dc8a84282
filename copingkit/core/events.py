"""A small event: services say what changed, whoever cares decides what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Event(Generic[T]):
    """Calls its subscribers in the order in which they came, in the thread that emits."""

    def __init__(self) -> None:
        self._handlers: list[Callable[[T], object]] = []

    def subscribe(self, handler: Callable[[T], object]) -> Callable[[], None]:
        """Call `handler` at every emit; the returned function ends that (twice is harmless)."""
        self._handlers.append(handler)

        def unsubscribe() -> None:
            if handler in self._handlers:
                self._handlers.remove(handler)

        return unsubscribe

    def emit(self, value: T) -> None:
        """Tell everyone who is subscribed at this moment."""
        for handler in tuple(self._handlers):
            handler(value)
