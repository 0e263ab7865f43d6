"""Looking after the queue: feeds that are due are left in it, what dead workers held is taken up again."""

from __future__ import annotations

import datetime
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.catalogue import feeds
from corpus.catalogue.jobs import job, standing, tables
from corpus.catalogue.jobs.queue import WAITS, leave
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    from corpus.catalogue.connection import Catalogue, Connection

_log = logging.getLogger(__name__)
_SECONDS = 10.0
_MOST = 200  # feeds left in one round: others wait for the lock of writers
_STOP_SECONDS = 1.0  # the bot as a whole has ten to stop in
_DIED = "The worker that did this ended in the middle of it, as often as it was tried: see its log."


class Tending:
    """Looks after the queue of a catalogue, as a thread; any number of processes may, one at a time does."""

    def __init__(
        self,
        catalogue: Catalogue,
        now: Callable[[], datetime.datetime],
        *,
        alone: Callable[[], object] = lambda: None,
        seconds: float = _SECONDS,
    ) -> None:
        """Take the parts.

        Args:
            catalogue: whose queue it is, in PostgreSQL.
            now: the clock, in UTC.
            alone: is called in each round where jobs wait and no worker lives.
            seconds: how often it looks.
        """
        self._catalogue = catalogue
        self._now = now
        self._alone = alone
        self._seconds = seconds
        self._turns: dict[str | None, int] = {}  # when each guild had its last one, counted
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="newsdesk-jobs", daemon=True)

    def start(self) -> None:
        """Make the queue where there is none, and begin to look after it.

        Raises:
            CatalogueUnusable: the database does not do its work, or has a queue of another program.
        """
        with self._catalogue.writing() as connection:
            tables.make_ready(connection)
        self._thread.start()

    def stop(self) -> None:
        """Look after it no more; a job that is being done here is waited for, but not for long."""
        self._stopped.set()
        self._thread.join(_STOP_SECONDS)

    def go_round(self) -> None:
        """Look once.

        Raises:
            CatalogueUnusable: the database does not do its work.
        """
        with self._catalogue.writing() as connection:
            self._leave_due(connection)
            _take_up_again(connection)
        with self._catalogue.reading() as connection:
            counted = standing.counted(connection)
        if counted is not None and counted.waiting and not counted.workers and not self._stopped.is_set():
            self._alone()

    def _run(self) -> None:
        while True:
            try:
                self.go_round()
            except (CorpusError, RetrievalError) as error:
                _log.warning("Looking after the jobs stopped: %s Again in %g s.", error, self._seconds)
            except Exception:  # noqa: BLE001 - whatever it was, the next round may go well
                _log.exception("looking after the jobs failed; again in %g s", self._seconds)
            if self._stopped.wait(self._seconds):
                return

    def _leave_due(self, connection: Connection) -> None:
        for _ in range(_MOST):
            feed = feeds.claim_due(connection, self._now(), self._turns)
            if feed is None:
                return
            feeds.took_turn(self._turns, feed)
            poll = job.poll(feed.id)
            # One that waits or runs for longer than the claim holds is there still.
            if not standing.is_left(connection, poll):
                leave(connection, poll)


def _take_up_again(connection: Connection) -> None:
    """Have others do what workers that died were doing; what ended each of several is given up."""
    for number, tries in standing.stalled(connection).items():
        if tries >= len(WAITS):
            standing.give_up(connection, number, _DIED)
            _log.warning("job %d is given up: see `newsdesk jobs`. %s", number, _DIED)
        else:
            standing.try_again(connection, [number])
            _log.info(
                "job %d is taken up again: its worker gave no sign of life for %g s", number, standing.SILENCE
            )
