"""Listening to a chat model no longer than anybody waits, and to no more than anybody reads."""

import contextvars
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from retrieval.errors import ChatFailed

_AHEAD = 64  # pieces that may wait to be read: a flood is held back at its source
_LOOK = 0.1  # seconds after which a full queue looks whether anybody still listens


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one listens: `seconds` in all, `silence` seconds between two pieces, `characters` in all."""

    seconds: float = 30.0
    silence: float = 10.0
    characters: int = 2_000


@dataclass(frozen=True, slots=True)
class _End:
    """Nothing more comes; `error` says why where it was not meant."""

    error: Exception | None = None


_Said = str | _End


def heard(speak: Callable[[], Iterator[str]], patience: Patience) -> Iterator[str]:
    """Yield the pieces that `speak` gives, read on a thread of their own so that none can hold up the caller.

    A thread that is given up ends with the next piece, or when its network call does.

    Raises:
        ChatFailed: it was too slow or did not end.
        Exception: what `speak` raised.
    """
    said: queue.Queue[_Said] = queue.Queue(_AHEAD)
    given_up = threading.Event()
    context = contextvars.copy_context()
    threading.Thread(
        target=context.run, args=(_speak, speak, said, given_up), name="chat", daemon=True
    ).start()
    try:
        yield from _counted(said, patience)
    finally:
        given_up.set()


def _counted(said: queue.Queue[_Said], patience: Patience) -> Iterator[str]:
    deadline, length, wait = time.monotonic() + patience.seconds, 0, patience.seconds
    while not isinstance(piece := _next(said, min(wait, deadline - time.monotonic())), _End):
        length += len(piece)
        if length > patience.characters:
            raise ChatFailed(f"it did not end within {patience.characters} characters")
        # The first piece may take as long as all of them: a local model is loaded first.
        wait = patience.silence
        yield piece
    if piece.error is not None:
        raise piece.error


def _next(said: queue.Queue[_Said], wait: float) -> _Said:
    try:
        if wait > 0:  # a queue that is never empty would be read for ever
            return said.get(timeout=wait)
    except queue.Empty:
        pass
    raise ChatFailed("it was too slow")


def _speak(speak: Callable[[], Iterator[str]], said: queue.Queue[_Said], given_up: threading.Event) -> None:
    end = _End()
    try:
        for piece in speak():
            if not _put(said, piece, given_up):
                return
    # It is raised again where somebody listens.
    except Exception as error:  # noqa: BLE001
        end = _End(error)
    _put(said, end, given_up)


def _put(said: queue.Queue[_Said], piece: _Said, given_up: threading.Event) -> bool:
    while not given_up.is_set():
        try:
            said.put(piece, timeout=_LOOK)
        except queue.Full:
            continue
        return True
    return False
