"""What is said of the words and names of a question that were read as others, in Dutch and English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.question.names.readings import Cause, Reading


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's words, with `{written}`, `{names}`, `{name}` and `{outlet}`."""

    read: str
    named: str
    either: str
    why: dict[Cause, str]
    published: str


_SAID = {
    "en": _Words(
        read="\u201c{written}\u201d is read as {names}.",
        named="\u201c{name}\u201d",
        either=" or ",
        why={
            Cause.SPELLING: "",
            Cause.STATED: ", as an article writes it in full and in short",
            Cause.INITIALS: ", by its initials",
        },
        published=", as {outlet} writes it",
    ),
    "nl": _Words(
        read="\u201c{written}\u201d is gelezen als {names}.",
        named="\u201c{name}\u201d",
        either=" of ",
        why={
            Cause.SPELLING: "",
            Cause.STATED: ", zoals een artikel het voluit en afgekort schrijft",
            Cause.INITIALS: ", naar de beginletters",
        },
        published=", zoals {outlet} het schrijft",
    ),
}


def told(readings: Sequence[Reading], language: str | None) -> str:
    """Return a sentence for each word or name that was read as others; empty where none was."""
    said = _SAID[language if language in _SAID else "en"]
    return " ".join(_sentences(readings, said))


def _sentences(readings: Sequence[Reading], said: _Words) -> Iterator[str]:
    for written in dict.fromkeys(one.written for one in readings):
        names = said.either.join(_named(one, said) for one in readings if one.written == written)
        yield said.read.format(written=written, names=names)


def _named(one: Reading, said: _Words) -> str:
    why = said.published.format(outlet=one.outlet) if one.outlet else said.why[one.cause]
    return said.named.format(name=one.read_as) + why
