"""What can be left for others to do, and what is known of a job that was."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from corpus.article import Draft
from corpus.catalogue.draft_documents import document


class Task(StrEnum):
    """The kinds of jobs, by the names under which they lie in the queue."""

    POLL = "poll"
    READ = "read"
    ADD = "add"


class State(StrEnum):
    """How a job stands; one that is done is there no longer."""

    WAITING = "todo"
    RUNNING = "doing"
    GIVEN_UP = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it is left.

    `given` is what it needs, as JSON. Of those with the same `lock` one is done at a time, in the order that
    they were left; of those with the same `once` only one waits.
    """

    task: Task
    given: Mapping[str, Any] = field(default_factory=dict)
    lock: str | None = None
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """A job in the queue, begun `tries` times before; `why` is the sentence of the last try that failed.

    `due` is when it is tried again, in UTC; None where nothing holds it up.
    """

    id: int
    task: Task
    given: Mapping[str, Any]
    tries: int
    state: State = State.RUNNING
    why: str | None = None
    due: datetime.datetime | None = None

    @property
    def told(self) -> str:
        """What it is, for a log or a list."""
        return _TOLD[self.task].format(**self.given)


_TOLD = {
    Task.POLL: "polling feed {feed}",
    Task.READ: "reading {url}",
    Task.ADD: "adding {source}",
}


def poll(feed: int) -> Job:
    """Return the job of polling a feed, by its id."""
    name = f"feed {feed}"
    return Job(Task.POLL, {"feed": feed}, lock=name, once=name)


def read(url: str, actor: str, guild: str | None) -> Job:
    """Return the job of reading a page and adding its article; of one site one is read at a time."""
    given = {"url": url, "actor": actor, "guild": guild}
    return Job(Task.READ, given, lock=f"site {urlsplit(url).hostname}")


def add(draft: Draft, actor: str, guild: str | None) -> Job:
    """Return the job of embedding an article that was read and adding it."""
    given = {"draft": document(draft), "source": draft.source, "actor": actor, "guild": guild}
    return Job(Task.ADD, given)
