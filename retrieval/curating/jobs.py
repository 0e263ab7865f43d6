"""What is done for each job that was left: polling a feed, reading a page, adding an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from corpus.article import Draft
from corpus.catalogue.draft_documents import draft
from corpus.catalogue.jobs.job import Task
from corpus.errors import SourceUnreadable
from corpus.reading.parsing.jobs import Parser
from corpus.reading.refusals import BUSY, SiteRefused
from corpus.reading.web import read_web
from retrieval.curating.curator import Added, Curator
from retrieval.curating.polling import Poller

if TYPE_CHECKING:
    import httpx

_SERVERS_OWN = 500  # from this status on the fault is the site's, by RFC 9110


class Doer:
    """Does jobs; each may be begun anew by another after a death, and stores nothing twice."""

    def __init__(
        self,
        curator: Curator,
        poller: Poller,
        clients: Callable[[], AbstractContextManager[httpx.Client]],
        parser: Parser,
    ) -> None:
        """Take the parts.

        Args:
            curator: what adds articles.
            poller: what polls feeds; it need not be started.
            clients: gives a client for a page; a guarded one, for strangers name the addresses.
            parser: what parses pages.
        """
        self._curator = curator
        self._poller = poller
        self._clients = clients
        self._parser = parser
        self._work = {Task.POLL: self._poll, Task.READ: self._read, Task.ADD: self._add}

    def do(self, task: Task, given: Mapping[str, Any]) -> str:
        """Do a job and say in a few words what came of it.

        Raises:
            SourceUnreadable: a page could not be read.
            CatalogueUnusable: the database does not do its work.
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        return self._work[task](given)

    def _poll(self, given: Mapping[str, Any]) -> str:
        polled = self._poller.poll(given["feed"])
        if polled is None:
            return "nobody follows it any longer"
        if polled.error is not None:
            return f"polled later: {polled.error}"
        return f"{polled.added} added, {polled.proposed} proposed, {polled.lost} lost"

    def _read(self, given: Mapping[str, Any]) -> str:
        with self._clients() as client:
            read = read_web(given["url"], client, parser=self._parser)
        if isinstance(read, SourceUnreadable):
            raise read
        return self._store(read, given)

    def _add(self, given: Mapping[str, Any]) -> str:
        return self._store(draft(given["draft"]), given)

    def _store(self, read: Draft, given: Mapping[str, Any]) -> str:
        (one,) = self._curator.add([read], given["actor"], given["guild"])
        return f"{one.status.value}: {one.article.id}" if isinstance(one, Added) else str(one)


def is_hopeless(error: Exception) -> bool:
    """Tell whether a job that failed so fails again whenever it is tried."""
    if not isinstance(error, SiteRefused):
        return False
    return error.status not in BUSY and error.status < _SERVERS_OWN
