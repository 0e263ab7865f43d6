"""Polling the feeds that are due: what is new is taken in, a little at a time and politely."""

from __future__ import annotations

import datetime
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpus.catalogue import feeds
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.feeds import FeedRow
from corpus.errors import CorpusError, SourceUnreadable
from corpus.reading.feed_entry import Entry
from corpus.reading.feed_source import FeedAnswer, ask_for_feed
from corpus.reading.parsing.jobs import Parser
from corpus.reading.refusals import BUSY, GONE, SiteRefused, SiteTooSlow
from retrieval.curating.curator import Curator
from retrieval.curating.feed_intake import Intake, Outcome
from retrieval.curating.poll_times import next_poll
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    import httpx

_LOG = logging.getLogger(__name__)
_MOST = 10  # articles of one poll
_POLL_SECONDS = 60.0  # after which no further page of one poll is begun: other servers' feeds wait
_AFTER_SLOW = str(60 * 60)  # seconds until a feed whose pages are too slow is polled again
_STOP_SECONDS = 1.0  # the bot as a whole has ten to stop in


@dataclass(frozen=True, slots=True)
class Polled:
    """How the poll of a feed went: how many articles came of it, or the `error` why it failed."""

    feed: FeedRow
    added: int = 0
    proposed: int = 0
    lost: int = 0
    error: str | None = None


@dataclass(slots=True)
class _Taken:
    """What has come of the entries of one poll so far."""

    outcomes: list[Outcome] = field(default_factory=list)
    wish: str | None = None  # how long to wait, as a `Retry-After`; then no more is taken


class Poller:
    """Polls feeds, one after the other, when they are due; as a thread once it is started."""

    def __init__(
        self,
        catalogue: Catalogue,
        curator: Curator,
        now: Callable[[], datetime.datetime],
        random: Callable[[], float],
        clients: Callable[[], AbstractContextManager[httpx.Client]],
        parser: Parser,
        *,
        pause: float = 2.0,
        seconds: float = 30.0,
        heard: Callable[[Polled], object] = lambda _: None,
        longest: float = _POLL_SECONDS,
    ) -> None:
        """Take the parts.

        Args:
            catalogue: where the feeds are.
            curator: what adds articles.
            now: the clock, in UTC.
            random: gives chances from 0 to 1.
            clients: gives a new client for each poll; a guarded one, for strangers name the feeds.
            parser: what parses feeds and pages.
            pause: seconds between two pages of one host.
            seconds: how often the thread looks whether a feed is due.
            heard: is told how each poll went.
            longest: seconds after which a poll begins no further page.
        """
        self._catalogue = catalogue
        self._intake = Intake(catalogue, curator, now, parser)
        self._now = now
        self._random = random
        self._clients = clients
        self._parser = parser
        self._pause = pause
        self._seconds = seconds
        self._heard = heard
        self._longest = longest
        self._turns: dict[str | None, int] = {}  # when each guild had its last one, counted
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="newsdesk-feeds", daemon=True)

    def start(self) -> None:
        """Begin to poll."""
        self._thread.start()

    def stop(self) -> None:
        """Poll no more; an article under way is waited for, but a site that keeps silent is not."""
        self.cut_short()
        self._thread.join(_STOP_SECONDS)

    def cut_short(self) -> None:
        """Begin no further page, and no other poll that is due: what is left comes with the next one."""
        self._stopped.set()

    def poll(self, feed_id: int) -> Polled | None:
        """Poll a feed, due or not, and say how it went; None where nobody follows it any longer.

        Raises:
            CatalogueUnusable: the database does not do its work.
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        with self._catalogue.reading() as connection:
            feed = feeds.followed(connection, feed_id)
        if feed is None:
            return None
        polled = self._poll(feed)
        self._heard(polled)
        return polled

    def poll_due(self) -> list[Polled]:
        """Poll each feed that is due now, and say how it went.

        Raises:
            CatalogueUnusable: the database does not do its work.
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        polled = []
        for feed in self._claimed():
            polled.append(self._poll(feed))
            self._heard(polled[-1])
        return polled

    def _run(self) -> None:
        while not self._stopped.wait(self._seconds):
            try:
                self.poll_due()
            except (CorpusError, RetrievalError) as error:
                _LOG.warning("Polling the feeds stopped: %s", error)
            except Exception:  # noqa: BLE001 - whatever a feed may set off, the others are polled still
                _LOG.exception("Polling a feed failed.")

    def _claimed(self) -> Iterator[FeedRow]:
        while not self._stopped.is_set():
            with self._catalogue.writing() as connection:
                feed = feeds.claim_due(connection, self._now(), self._turns)
            if feed is None:
                return
            feeds.took_turn(self._turns, feed)
            yield feed

    def _poll(self, feed: FeedRow) -> Polled:
        with self._clients() as client:
            try:
                answer = ask_for_feed(
                    feed.url,
                    client,
                    etag=feed.etag,
                    last_modified=feed.last_modified,
                    today=self._now().date(),
                    parser=self._parser,
                )
            except SourceUnreadable as error:
                return self._failed(feed, error)
            entries = self._intake.fresh(feed, answer.feed.entries if answer.feed else ())
            taken = self._take(feed, entries, client)
        self._polled(feed, answer, taken, complete=_is_complete(taken, entries))
        counted = taken.outcomes.count
        return Polled(feed, counted(Outcome.ADDED), counted(Outcome.PROPOSED), counted(Outcome.LOST))

    def _take(self, feed: FeedRow, entries: Sequence[Entry], client: httpx.Client) -> _Taken:
        taken = _Taken()
        deadline = time.monotonic() + self._longest
        host = None
        most = _MOST if feed.adds else min(_MOST, self._intake.room(feed))
        for entry in entries[:most]:
            pause = self._pause if urlsplit(entry.url).hostname == host else 0
            if self._stopped.wait(pause) or time.monotonic() > deadline:
                break
            host = urlsplit(entry.url).hostname
            outcome, error = self._intake.take(feed, entry, client)
            taken.outcomes.append(outcome)
            taken.wish = _wish(error)
            if taken.wish is not None or outcome is Outcome.UNFOLLOWED:
                break
        return taken

    def _polled(self, feed: FeedRow, answer: FeedAnswer, taken: _Taken, *, complete: bool) -> None:
        due = next_poll(self._now(), self._random(), retry_after=taken.wish)
        # What is left for the next poll is in the feed itself: the site must send it again.
        etag, last_modified = (answer.etag, answer.last_modified) if complete else (None, None)
        with self._catalogue.writing() as connection:
            feeds.note_polled(
                connection,
                feed.id,
                at=self._now(),
                due=due,
                url=answer.url,
                title=answer.feed.title if answer.feed else None,
                etag=etag,
                last_modified=last_modified,
            )

    def _failed(self, feed: FeedRow, error: SourceUnreadable) -> Polled:
        wish = error.retry_after if isinstance(error, SiteRefused) else None
        gone = isinstance(error, SiteRefused) and error.status == GONE
        due = next_poll(self._now(), self._random(), feed.failures + 1, wish)
        with self._catalogue.writing() as connection:
            feeds.note_failed(connection, feed.id, due=due, error=str(error), paused=gone)
        return Polled(feed, error=str(error))


def _wish(error: SourceUnreadable | None) -> str | None:
    """Return how long to leave a site alone that is busy or too slow, as a `Retry-After`; else None."""
    if isinstance(error, SiteTooSlow):
        return _AFTER_SLOW
    if isinstance(error, SiteRefused) and error.status in BUSY:
        return error.retry_after or ""
    return None


def _is_complete(taken: _Taken, entries: Sequence[Entry]) -> bool:
    return len(taken.outcomes) == len(entries) and Outcome.UNREAD not in taken.outcomes
