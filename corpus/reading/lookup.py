"""Looking names up, which cannot be interrupted, without waiting longer than is granted."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_Found = TypeVar("_Found")
# Lookups under way at once. The system gives up after half a minute or so, and fetches hold a few places of
# twenty seconds: there are never that many, and if there were, no more threads than these would hang.
_MOST = 16
_UNDER_WAY = threading.BoundedSemaphore(_MOST)


def within(seconds: float, look: Callable[[], _Found]) -> _Found:
    """Return what looking gives, or raise what it raises; it goes on by itself where it takes longer.

    Raises:
        TimeoutError: it takes longer than the seconds.
    """
    deadline = time.monotonic() + seconds
    if not _UNDER_WAY.acquire(timeout=max(seconds, 0)):
        raise TimeoutError
    future: Future[_Found] = Future()

    def run() -> None:
        try:
            future.set_result(look())
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is waited for
            future.set_exception(error)
        finally:
            _UNDER_WAY.release()

    threading.Thread(target=run, name="newsdesk-lookup", daemon=True).start()
    return future.result(max(deadline - time.monotonic(), 0))
