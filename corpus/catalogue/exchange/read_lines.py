"""From a line of an export to the history of an article, every part of it checked."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from corpus.article import Draft, Genre, Shortfall
from corpus.catalogue.exchange.history import History, PastChange, PastVersion
from corpus.catalogue.exchange.written_lines import FORMAT
from corpus.catalogue.journal import Action
from corpus.dates import PartialDate
from corpus.errors import LineUnusable

_LONGEST = 200_000_000  # bytes: ten versions of the longest text that is read
_ID = re.compile(r"[0-9a-f]{4,64}")
_NO_EXPORT = "it is no line of an export; `newsdesk add FILE.jsonl` reads articles that are written by hand."


class _Wrong(ValueError):
    """A part of a line is not what it should be; the message is a sentence."""


def histories(file: BinaryIO) -> Iterator[tuple[int, History | LineUnusable]]:
    """Yield the number of each line that is not blank with its article, or why there is none.

    Raises:
        OSError: the disk does not give the file.
    """
    for number, raw in enumerate(_lines(file), 1):
        if raw.strip():
            yield number, _read(raw, number)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(_LONGEST + 1):
        yield line
        while len(line) > _LONGEST and not line.endswith(b"\n"):
            line = file.readline(_LONGEST + 1)


def _read(raw: bytes, number: int) -> History | LineUnusable:
    try:
        return history(raw)
    except _Wrong as error:
        return LineUnusable(number, str(error))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        what = f"{type(error).__name__}: {error}" if isinstance(error, KeyError | ValueError) else "its parts"
        return LineUnusable(number, f"it is damaged ({' '.join(what.split())[:100]}).")


def history(raw: bytes) -> History:
    """Return the article of a line.

    Raises:
        ValueError: it holds none; so do the other errors of what is not what it should be.
    """
    if len(raw) > _LONGEST:
        raise _Wrong("it is over 200 MB, more than any article.")
    stated = _object(raw)
    versions = _versions(stated)
    live = _place(stated.get("live"), len(versions))
    changes = tuple(_change(one, place, len(versions)) for place, one in enumerate(stated["changes"]))
    undone = [one.undoes for one in changes if one.undoes]
    if len(set(undone)) < len(undone):
        raise _Wrong("one of its changes is taken back twice.")
    return History(
        id=_matched(stated["id"]),
        guild=_words(stated, "guild"),
        live=live,
        versions=versions,
        changes=changes,
    )


def _object(raw: bytes) -> dict[str, Any]:
    try:
        stated = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Wrong("it is not valid JSON in UTF-8.") from error
    if not isinstance(stated, dict) or "export" not in stated:
        raise _Wrong(_NO_EXPORT)
    if not isinstance(stated["export"], int) or stated["export"] > FORMAT:
        raise _Wrong(f"a newer newsdesk wrote it (format {stated['export']}, this one reads {FORMAT}).")
    return stated


def _versions(stated: dict[str, Any]) -> tuple[PastVersion, ...]:
    given = stated["versions"]
    live = stated.get("live")
    if not given or [place for place, one in enumerate(given, 1) if one is None] != [live] * (
        live is not None
    ):
        raise _Wrong("its versions and the live one among them do not fit together.")
    return tuple(_version(stated if one is None else one) for one in given)


def _version(stated: dict[str, Any]) -> PastVersion:
    text = _words(stated, "text")
    if not text or not any(map(str.isalnum, text)):
        raise _Wrong("a version of it has no text.")
    genre, shortfall = _words(stated, "kind"), _words(stated, "shortfall")
    draft = Draft(
        text=text,
        source=_words(stated, "source") or "an import",
        url=_words(stated, "url"),
        title=_words(stated, "title"),
        outlet=_words(stated, "outlet"),
        author=_words(stated, "author"),
        published=_date(stated, "published"),
        modified=_date(stated, "modified"),
        language=_words(stated, "language"),
        genre=Genre(genre) if genre else None,
        shortfall=Shortfall(shortfall) if shortfall else None,
    )
    return PastVersion(draft, _moment(stated["added"]))


def _change(stated: dict[str, Any], earlier: int, versions: int) -> PastChange:
    action = Action(stated["action"])
    if action is Action.PURGE:
        raise _Wrong("a purge is no change of an article.")
    return PastChange(
        at=_moment(stated["at"]),
        actor=_words(stated, "actor") or "unknown",
        guild=_words(stated, "guild"),
        action=action,
        before=_place(stated.get("before"), versions),
        after=_place(stated.get("after"), versions),
        undoes=_place(stated.get("undoes"), earlier),
        note=_words(stated, "note"),
    )


def _words(stated: dict[str, Any], name: str) -> str | None:
    value = stated.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or "\x00" in value:
        raise _Wrong(f"`{name}` is no text.")
    value.encode()  # half of a surrogate pair is none either, and no database takes it
    return value


def _place(value: object, last: int) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 1 <= value <= last:
        raise _Wrong(f"it names number {value!r}, of {last}.")
    return value


def _date(stated: dict[str, Any], name: str) -> PartialDate | None:
    value = _words(stated, name)
    return PartialDate.parse(value) if value else None


def _moment(written: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(written)
    if moment.utcoffset() is None:
        raise _Wrong(f"{written} has no time zone.")
    return moment.astimezone(datetime.UTC)


def _matched(name: str) -> str:
    if not _ID.fullmatch(name):
        raise _Wrong(f"{name[:40]!r} is no id of an article.")
    return name
