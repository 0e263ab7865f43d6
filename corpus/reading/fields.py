"""The stated fields of an article, from words to the types that a draft has: the border for them all."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from corpus import language
from corpus.address import is_address
from corpus.article import REPORT, Genre
from corpus.dates import PartialDate
from corpus.genre import kind_of
from corpus.reading import written_dates
from corpus.text import normalise

T = TypeVar("T")
_MAIL = re.compile(r" ?[<(\[]?(?:mailto:)?(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++[>)\]]?")
_REPORTS = {REPORT, "news", "article", "nieuws", "bericht", "artikel", "reportage"}


class BadField(ValueError):
    """A field is stated, but is not what such a field can be; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a source states about its article; None where it does not."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None
    language: str | None = None
    kind: Genre | None = None


def read(stated: Mapping[str, str]) -> Fields:
    """Convert the stated values; empty ones count as not stated, and an outlet that is an address as that.

    Raises:
        BadField: a date, language, address or kind is none.
    """
    if is_address(stated.get("outlet", "").strip()):
        stated = {**stated, "outlet": "", "url": stated.get("url") or stated["outlet"]}

    def get(name: str, convert: Callable[[str], T]) -> T | None:
        value = normalise(stated.get(name, "")).strip()
        return convert(value) if value else None

    return Fields(
        url=get("url", _address),
        title=get("title", one_line),
        outlet=get("outlet", one_line),
        author=get("author", person) or None,
        published=get("published", _date("published")),
        modified=get("modified", _date("modified")),
        language=get("language", _language),
        kind=get("kind", _kind),
    )


def person(value: str) -> str:
    """Return the names in the value of an author, without their mail addresses."""
    return _MAIL.sub("", one_line(value)).strip(" ,;|")


def one_line(value: str) -> str:
    """Return the words of a value with single spaces between them."""
    return " ".join(value.split())


def _address(value: str) -> str:
    if not is_address(value):
        raise BadField(
            f"`{_short(value)}` is not a web address: write it in full, as https://example.org/page."
        )
    return value


def _date(name: str) -> Callable[[str], PartialDate]:
    def convert(value: str) -> PartialDate:
        found = written_dates.read(value)
        if found is None:
            raise BadField(
                f"The {name} date `{_short(value)}` cannot be read: write YYYY, YYYY-MM or YYYY-MM-DD."
            )
        return found

    return convert


def _language(value: str) -> str:
    found = language.code(value)
    if found is None:
        raise BadField(f"`{_short(value)}` is not a language code: write two letters, as nl or en.")
    return found


def _kind(value: str) -> Genre | None:
    found = kind_of([value])
    if found is None and value.lower() not in _REPORTS:
        raise BadField(f"`{_short(value)}` is not a kind of article: write {', '.join([REPORT, *Genre])}.")
    return found


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"  # noqa: PLR2004 - fits one line of a message
