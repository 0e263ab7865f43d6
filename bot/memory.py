"""Memory that many threads gave back goes to the next, and what is large to the system."""

import contextlib
import ctypes

# Of glibc's malloc.h; other C libraries lack the function or share memory in their own way.
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_ARENAS = 2  # one for each core of the machines that this is made for
_LARGE = 1 << 20  # bytes; glibc itself raises this to 32 MB, once something so large was freed


def share_memory() -> None:
    """Let all threads take memory from two heaps, where each kept one of its own for what it once needed.

    With a bot's forty threads there were eighteen, and most of their 450 MB was free: the soak in
    docs/performance.md has the figures. Called before the threads begin.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):  # not glibc
        allocator = ctypes.CDLL(None)
        allocator.mallopt(_M_ARENA_MAX, _ARENAS)
        allocator.mallopt(_M_MMAP_THRESHOLD, _LARGE)
