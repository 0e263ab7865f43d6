"""The lock on the embedded Chroma: two processes that write one folder lose vectors without a word."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from retrieval.errors import IndexUnavailable


def own(folder: Path) -> FileLock | None:
    """Take the lock on the Chroma of `folder`; None while another process holds it.

    The lock ends with the process, however that ends.

    Raises:
        IndexUnavailable: nothing can be written beside the folder.
    """
    # Any thread may let go of it: the bot opens its parts in one and stops in another.
    lock = FileLock(folder.with_name(f"{folder.name}.lock"), thread_local=False)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except (OSError, NotImplementedError) as error:
        raise IndexUnavailable(
            f"The vector index cannot be kept in {folder.parent} ({error}): "
            "set NEWSDESK_HOME to a folder that can be written."
        ) from error
    return lock
