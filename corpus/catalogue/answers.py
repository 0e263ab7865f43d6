"""The answers given: what was asked, what was quoted, and how it came about."""

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from corpus.article import Span
from corpus.catalogue.schema import answers, citations, posted, readings, replies
from corpus.dates import PartialDate
from corpus.errors import AnswerNotFound
from corpus.filters import Filters

_SHORTEST_BEGINNING = 4
_SEVERAL = 2
_HEXADECIMAL = re.compile(r"[0-9a-f]+")
_DATES = ("since", "until", "as_of")


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it is remembered.

    `question` is as it was asked, `standalone` as it was understood in its conversation. `quotes`
    are the number, article version and place of each citation; `replies` are the words that answer: the
    number of the citation whose quote they lie in, their place in its article, and the probability that they
    do. `readings` are words of the question that were read as others: as they are written, as what they were
    read, why, and the outlet that writes them so. `candidates` are the passages found, each with its scores,
    ready for JSON.
    """

    id: str
    asked: datetime.datetime
    question: str
    standalone: str
    filters: Filters
    abstained: bool
    confidence: float
    text: str
    quotes: Sequence[tuple[int, int, Span]]
    candidates: Sequence[Mapping[str, Any]]
    milliseconds: float
    replies: Sequence[tuple[int, Span, float]] = ()
    readings: Sequence[tuple[str, str, str, str | None]] = ()


def remember(connection: Connection, given: Given) -> None:
    """Keep an answer and what it quotes."""
    connection.execute(
        insert(answers).values(
            id=given.id,
            asked=given.asked,
            guild=given.filters.guild,
            question=given.question,
            standalone=given.standalone,
            filters=narrowing(given.filters),
            abstained=given.abstained,
            confidence=given.confidence,
            text=given.text,
            candidates=list(given.candidates),
            milliseconds=given.milliseconds,
        )
    )
    for table, rows in (
        (citations, _cited(given)),
        (replies, _replied(given)),
        (readings, _read_as(given)),
    ):
        if rows:
            connection.execute(insert(table), rows)


def _cited(given: Given) -> list[dict[str, Any]]:
    return [
        {
            "answer_id": given.id,
            "number": number,
            "version_id": version,
            "start": span.start,
            "end": span.end,
        }
        for number, version, span in given.quotes
    ]


def _replied(given: Given) -> list[dict[str, Any]]:
    return [
        {
            "answer_id": given.id,
            "number": number,
            "start": span.start,
            "end": span.end,
            "confidence": confidence,
        }
        for number, span, confidence in given.replies
    ]


def _read_as(given: Given) -> list[dict[str, Any]]:
    return [
        {
            "answer_id": given.id,
            "place": place,
            "written": written,
            "read_as": read_as,
            "cause": cause,
            "outlet": outlet,
        }
        for place, (written, read_as, cause, outlet) in enumerate(given.readings)
    ]


def find(connection: Connection, answer_id: str, guild: str | None) -> Given | None:
    """Return the answer of exactly that id if it was given in `guild`; None: outside of all of them."""
    here = answers.c.guild.is_not_distinct_from(guild)
    return next(iter(_read(connection, answers.c.id == answer_id, here)), None)


def find_any(connection: Connection, name: str) -> Given:
    """Return the answer with that id, or unmistakable beginning of an id, wherever it was given.

    Raises:
        AnswerNotFound: there is none, or several.
    """
    found = _read(connection, answers.c.id == name)
    if not found and len(name) >= _SHORTEST_BEGINNING and _HEXADECIMAL.fullmatch(name):
        found = _read(connection, answers.c.id.startswith(name), limit=_SEVERAL)
    if not found:
        raise AnswerNotFound(
            f"There is no answer {name!r}: `newsdesk ask` shows the id of each that it gives."
        )
    if len(found) == _SEVERAL:
        raise AnswerNotFound(f"{name!r} can mean several answers: give more of the id.")
    return found[0]


def named(connection: Connection, ids: Collection[str]) -> list[Given]:
    """Return the answers of exactly those ids, wherever they were given, newest first."""
    return _read(connection, answers.c.id.in_(list(ids)))


def recent(
    connection: Connection, guild: str | None, limit: int = 50, channels: Sequence[str] | None = None
) -> list[Given]:
    """Return the last answers given in `guild`, newest first, each question once as it stands alone.

    With `channels` only those that are shown in one of them: not everybody sees every channel. Questions that
    were forgotten with who asked them are none. Those of no guild come from the terminal and from everybody's
    direct messages: show them to no person.
    """
    newest = (answers.c.asked.desc(), answers.c.id)
    place = func.row_number().over(partition_by=answers.c.standalone, order_by=newest).label("place")
    here = [answers.c.guild.is_not_distinct_from(guild), answers.c.standalone != ""]
    if channels is not None:
        here.append(
            answers.c.id.in_(select(posted.c.answer_id).where(posted.c.channel_id.in_(list(channels))))
        )
    each = select(answers.c.id, answers.c.asked, place).where(*here).subquery()
    once = select(each.c.id).where(each.c.place == 1).order_by(each.c.asked.desc(), each.c.id).limit(limit)
    return _read(connection, answers.c.id.in_(once))


def narrowing(filters: Filters) -> dict[str, Any]:
    """Return filters ready for JSON: what narrows by its name, nothing where nothing does."""
    named = {field.name: getattr(filters, field.name) for field in fields(filters)}
    kept = {name: value for name, value in named.items() if value not in {None, ()}}
    return {name: list(value) if isinstance(value, tuple) else str(value) for name, value in kept.items()}


def filters_of(remembered: Mapping[str, Any]) -> Filters:
    """Return the filters that `narrowing` made ready for JSON."""
    dates = {name: PartialDate.parse(remembered[name]) for name in _DATES if name in remembered}
    left_out = tuple(remembered.get("outlets_left_out", ()))
    return Filters(**{**remembered, **dates, "outlets_left_out": left_out})


def _read(connection: Connection, *where: ColumnElement[bool], limit: int | None = None) -> list[Given]:
    newest = select(answers).where(*where).order_by(answers.c.asked.desc(), answers.c.id).limit(limit)
    found = connection.execute(newest).all()
    ids = [row.id for row in found]
    held = [
        connection.execute(select(table).where(table.c.answer_id.in_(ids)).order_by(order)).all()
        for table, order in (
            (citations, citations.c.number),
            (replies, replies.c.number),
            (readings, readings.c.place),
        )
    ]
    return [
        _given(row, *([one for one in rows if one.answer_id == row.id] for rows in held)) for row in found
    ]


def _given(
    row: Row[Any], quoted: Sequence[Row[Any]], replied: Sequence[Row[Any]], read: Sequence[Row[Any]]
) -> Given:
    return Given(
        id=row.id,
        asked=row.asked,
        question=row.question,
        standalone=row.standalone,
        filters=filters_of(row.filters),
        abstained=row.abstained,
        confidence=row.confidence,
        text=row.text,
        quotes=[(one.number, one.version_id, Span(one.start, one.end)) for one in quoted],
        candidates=row.candidates,
        milliseconds=row.milliseconds,
        replies=[(one.number, Span(one.start, one.end), one.confidence) for one in replied],
        readings=[(one.written, one.read_as, one.cause, one.outlet) for one in read],
    )
