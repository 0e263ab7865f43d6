"""Who computes first: long work is done in pieces, between which questions go before it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds that one piece of long work waits at most: where somebody asks all the time it still gets on, and
# what is asked loses a piece, some hundredths of a second, in each.
_PATIENCE = 1.0


class Precedence:
    """Counts the questions that one process is answering, and holds long work up while there are any."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        """Take how many seconds one piece of long work waits at most."""
        self._patience = patience
        self._asked = 0
        self._changed = threading.Condition()

    @contextmanager
    def question(self) -> Iterator[None]:
        """Go before all long work meanwhile; several questions go beside each other."""
        with self._changed:
            self._asked += 1
        try:
            yield
        finally:
            with self._changed:
                self._asked -= 1
                self._changed.notify_all()

    def give_way(self) -> None:
        """Wait, before a piece of long work, until no question is being answered."""
        with self._changed:
            self._changed.wait_for(lambda: not self._asked, self._patience)
