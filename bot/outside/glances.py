"""Looking at the catalogue every few seconds, so that whoever asks for metrics never waits for a database."""

from __future__ import annotations

import datetime
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

from bot.outside.job_readings import of_jobs
from bot.outside.readings import Reading
from corpus.catalogue import articles, feeds, journal
from corpus.catalogue.backups.nightly import nights
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.feeds import Counted
from corpus.catalogue.jobs import standing

_log = logging.getLogger(__name__)
_SECONDS = 5.0
_SILENT = datetime.timedelta(days=1)  # the longest pause between two polls of a feed that fails
_SEEN = (
    ("newsdesk_articles", "Articles in the catalogue."),
    ("newsdesk_passages", "Passages of those articles."),
    ("newsdesk_index_lag_changes", "Changes that the vector index lacks."),
    ("newsdesk_index_lag_seconds", "How long the oldest of them waits."),
    ("newsdesk_last_backup_timestamp_seconds", "When the last nightly backup was made, since 1970."),
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What the catalogue held: how much of it the vector index lacks, in changes and since how long.

    `backed_up` is when the last nightly backup was made, None where there is none; so are `jobs`.
    """

    articles: int
    passages: int
    feeds: Counted
    behind: int
    behind_seconds: float
    backed_up: datetime.datetime | None
    jobs: standing.Counted | None = None


class Glances:
    """Looks as a thread, and shows what was seen last."""

    def __init__(
        self,
        catalogue: Catalogue,
        synchronised_to: Callable[[], int | None],
        now: Callable[[], datetime.datetime],
        seconds: float = _SECONDS,
    ) -> None:
        """Take the parts.

        Args:
            catalogue: what is looked at.
            synchronised_to: gives the newest change that the index holds; None where it needs no index.
            now: the clock, in UTC.
            seconds: how often it looks.
        """
        self._catalogue = catalogue
        self._synchronised_to = synchronised_to
        self._now = now
        self._seconds = seconds
        self._stopped = threading.Event()
        self._seen: tuple[float, Glance] | None = None
        self._made = time.monotonic()
        self._failing = False

    @contextmanager
    def looking(self) -> Iterator[Self]:
        """Look at once, and again and again until the context ends."""
        thread = threading.Thread(target=self._look_on, name="newsdesk-glances", daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stopped.set()
            thread.join(1.0)

    def look(self) -> None:
        """Look now; of a catalogue that does not answer what was seen before stays, and ages."""
        try:
            with self._catalogue.reading() as connection:
                self._seen = (time.monotonic(), self._glance(connection))
            self._failing = False
        except Exception as error:  # noqa: BLE001 - whatever it is, the next look may go well
            if not self._failing:
                _log.warning("the catalogue could not be looked at: %s", error)
            self._failing = True

    @property
    def latest(self) -> Glance | None:
        """What was seen last; None before the first look."""
        return self._seen[1] if self._seen else None

    @property
    def age(self) -> float:
        """How many seconds ago the catalogue answered last, or was first to answer where it never did."""
        return time.monotonic() - (self._seen[0] if self._seen else self._made)

    def readings(self) -> Iterator[Reading]:
        """Yield what was seen last as metrics; their names alone before the first look."""
        yield Reading(
            "newsdesk_catalogue_age_seconds", "How long ago the catalogue answered.", {"": self.age}
        )
        seen = self.latest
        known = _numbers(seen) if seen else ()
        for (name, told), value in zip_longest(_SEEN, known):
            yield Reading(name, told, {} if value is None else {"": value})
        states = _by_state(seen.feeds) if seen else {}
        yield Reading("newsdesk_feeds", "Feeds, by how they are.", states, "state")
        yield from of_jobs(seen.jobs if seen else None)

    def _look_on(self) -> None:
        self.look()
        while not self._stopped.wait(self._seconds):
            self.look()

    def _glance(self, connection: Connection) -> Glance:
        counted, passages = articles.count(connection)
        latest, held = journal.latest(connection), self._synchronised_to()
        behind = 0 if held is None else max(0, latest - max(held, 0))
        oldest = journal.since(connection, held or 0, 1) if behind else []
        waits = (self._now() - oldest[0].at).total_seconds() if oldest else 0.0
        followed = feeds.counted(connection, self._now() - _SILENT)
        made = nights(connection).made
        backed_up = made.at if made is not None else None
        jobs = standing.counted(connection)
        return Glance(counted, passages, followed, behind, max(0.0, waits), backed_up, jobs)


def _numbers(seen: Glance) -> tuple[float | None, ...]:
    """Return what was seen in the order of `_SEEN`."""
    backed_up = seen.backed_up.timestamp() if seen.backed_up is not None else None
    return seen.articles, seen.passages, seen.behind, seen.behind_seconds, backed_up


def _by_state(counted: Counted) -> dict[str, float]:
    return {
        "followed": counted.followed,
        "paused": counted.paused,
        "failing": counted.failing,
        "silent": counted.silent,
    }
