"""What crosses between the bot and those who parse for it, as JSON: data and never code, unlike a pickle."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.article import Draft, Genre, Shortfall
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.feed_entry import Entry, Feed
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.reading.parsing.jobs import Form, Job
from corpus.reading.parsing.stopped import ParsingStopped, Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

Result = Draft | Feed | SourceUnreadable
_Value = TypeVar("_Value")
_WORDS = ("url", "title", "outlet", "author", "language")


class Unlikely(Exception):
    """A worker answered what none of ours answers."""


def job_written(job: Job) -> bytes:
    """Return a job as it crosses."""
    return _written(
        {
            "form": job.form,
            "source": job.source,
            "address": job.address,
            "charset": job.charset,
            "published": job.published and str(job.published),
            "today": job.today and job.today.isoformat(),
        }
    )


def job_read(message: bytes) -> Job:
    """Return the job that crossed; the bot that sent it is believed."""
    said = json.loads(message)
    return Job(
        form=Form(said["form"]),
        source=said["source"],
        address=said["address"],
        charset=said["charset"],
        published=said["published"] and PartialDate.parse(said["published"]),
        today=said["today"] and datetime.date.fromisoformat(said["today"]),
    )


def answer_written(result: Result, *, worn: bool) -> bytes:
    """Return a result as it crosses; `worn` says that whoever parsed it is not to be asked again."""
    return _written({**_stated(result), "worn": worn})


def answer_read(message: bytes, source: str) -> tuple[Result, bool]:
    """Return the result that crossed, and whether its worker is worn.

    A worker may be in the hands of whoever wrote the document: what it says is looked at value by value.
    The source is the one that was asked about, whatever the worker says.

    Raises:
        Unlikely: it is nothing that a worker says.
    """
    try:
        said = json.loads(message)
        return _result(said, source), _of(bool, said["worn"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise Unlikely from error


def _written(said: Mapping[str, object]) -> bytes:
    return json.dumps(said).encode("ascii")


def _stated(result: Result) -> dict[str, object]:
    if isinstance(result, Draft):
        return {"draft": _draft_stated(result)}
    if isinstance(result, Feed):
        return {"title": result.title, "entries": [_entry_stated(one) for one in result.entries]}
    if isinstance(result, ParsingStopped):
        return {"stopped": result.stop, "note": result.note}
    if isinstance(result, NotAFeed):
        return {"no feed": result.reason, "address": result.address}
    return {"unreadable": str(result)}


def _result(said: dict[str, Any], source: str) -> Result:
    if "draft" in said:
        return _draft(said["draft"], source)
    if "entries" in said:
        return Feed(_or_none(said["title"], _text), tuple(_entry(one) for one in _of(list, said["entries"])))
    if "stopped" in said:
        return ParsingStopped(source, Stop(said["stopped"]), _text(said["note"]))
    if "no feed" in said:
        return NotAFeed(source, Reason(said["no feed"]), _or_none(said["address"], _text))
    return SourceUnreadable(source, _text(said["unreadable"]))


def _draft_stated(draft: Draft) -> dict[str, object]:
    return {
        **{name: getattr(draft, name) for name in _WORDS},
        "text": draft.text,
        "published": draft.published and str(draft.published),
        "modified": draft.modified and str(draft.modified),
        "genre": draft.genre,
        "shortfall": draft.shortfall,
    }


def _draft(said: dict[str, Any], source: str) -> Draft:
    return Draft(
        text=_text(said["text"]),
        source=source,
        **{name: _or_none(said[name], _text) for name in _WORDS},
        published=_or_none(said["published"], PartialDate.parse),
        modified=_or_none(said["modified"], PartialDate.parse),
        genre=_or_none(said["genre"], Genre),
        shortfall=_or_none(said["shortfall"], Shortfall),
    )


def _entry_stated(entry: Entry) -> dict[str, object]:
    return {
        "key": entry.key,
        "url": entry.url,
        "title": entry.title,
        "published": entry.published and str(entry.published),
        "author": entry.author,
        "outlet": entry.outlet,
        "moment": entry.moment and entry.moment.isoformat(),
    }


def _entry(said: dict[str, Any]) -> Entry:
    return Entry(
        key=_text(said["key"]),
        url=_text(said["url"]),
        title=_or_none(said["title"], _text),
        published=_or_none(said["published"], PartialDate.parse),
        author=_or_none(said["author"], _text),
        outlet=_or_none(said["outlet"], _text),
        moment=_or_none(said["moment"], datetime.datetime.fromisoformat),
    )


def _or_none(said: Any, read: Callable[[Any], _Value]) -> _Value | None:  # noqa: ANN401 - JSON
    return None if said is None else read(said)


def _text(said: object) -> str:
    return _of(str, said)


def _of(kind: type[_Value], said: object) -> _Value:
    if not isinstance(said, kind):
        raise TypeError
    return said
