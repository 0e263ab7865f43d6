"""What is said of a question that was narrowed, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.calendar_names import written
from corpus.dates import PartialDate
from retrieval.question.dates.narrowing import Narrowed


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's words, with `{since}`, `{until}`, `{dates}` and `{words}`."""

    since: str
    until: str
    both: str
    within: str
    narrowed: str
    widened: str
    quoted: str
    joined: str


_SAID = {
    "en": _Words(
        since="from {since} on",
        until="up to and including {until}",
        both="from {since} up to and including {until}",
        within="of {since}",
        narrowed="Only articles {dates} were used, because the question says {words}.",
        widened="The question says {words}, but articles {dates} gave no answer: all were used.",
        quoted="\u201c{}\u201d",
        joined=" and ",
    ),
    "nl": _Words(
        since="vanaf {since}",
        until="tot en met {until}",
        both="vanaf {since} tot en met {until}",
        within="van {since}",
        narrowed="Alleen artikelen {dates} zijn gebruikt, omdat in de vraag {words} staat.",
        widened="In de vraag staat {words}, maar artikelen {dates} gaven geen antwoord: alle zijn gebruikt.",
        quoted="\u201c{}\u201d",
        joined=" en ",
    ),
}


def told(found: Narrowed, language: str | None) -> str:
    """Return the sentence that says which articles were used, and why; empty where nothing was narrowed."""
    if not found:
        return ""
    code = language if language in _SAID else "en"
    said = _SAID[code]
    words = said.joined.join(said.quoted.format(one) for one in found.words)
    sentence = said.widened if found.widened else said.narrowed
    return sentence.format(dates=_dates(found, code), words=words)


def _dates(found: Narrowed, language: str) -> str:
    said = _SAID[language]
    form = said.since if found.until is None else said.until if found.since is None else said.both
    if found.since == found.until:
        form = said.within
    return form.format(since=_written(found.since, language), until=_written(found.until, language))


def _written(date: PartialDate | None, language: str) -> str:
    return written(date, language) if date else ""
