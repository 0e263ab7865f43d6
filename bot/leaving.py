"""How the program leaves: Python takes nothing apart that the system takes back at once."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys


class Leaving:
    """The last thing that a program does; made before anything else is imported, for it is then the last.

    Python waits for threads and does what libraries want done at the end, as ever. Only then would it free
    every module and every object of the models one by one, a quarter of the time of one question. Whoever
    may not wait for threads leaves by itself: `bot.interruption`, and `leave` of the bot and the worker.
    """

    def __init__(self) -> None:
        self.code: int | None = None
        atexit.register(self._leave)

    def _leave(self) -> None:
        if self.code is None:  # an error that Python itself is to show
            return
        with contextlib.suppress(Exception):  # whoever reads may be gone
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(self.code)
