"""Who wrote a PDF's article and when: what its first lines say, then what a layout program states."""

import datetime
import re
from collections.abc import Iterator, Mapping

from corpus.dates import PartialDate
from corpus.reading import byline
from corpus.reading.fields import one_line
from corpus.reading.page_day import is_possible
from corpus.reading.pdf_dateline import day_of
from corpus.text import normalise

_OPENING = 8
_LEADS = 1  # paragraphs that may come before the date; after more of them it is the article's own matter
# Programs that pages are laid out with keep the day the page was made; all others the day of saving a file.
_LAYOUT = re.compile(
    r"indesign|quark|scribus|pagemaker|framemaker|affinity publisher|pageplus|viva ?designer|ventura|"
    r"woodwing|methode|cci newsgate|pagestream|calamus",
    re.IGNORECASE,
)
# With the property come the names of accounts and machines; a person's has the form of a byline.
_ACCOUNT = re.compile(
    r"\b(?:\w*user\w*|\w*gebruiker\w*|admin\w*|beheer\w*|owner|eigenaar|office|windows|microsoft|apple|scan\w*|"
    r"printer|pc|laptop|account|guest|gast|root|unknown|onbekend|author|auteur|redactie|editor\w*|system\w*|"
    r"systeem\w*|b\.?v|n\.?v|ltd|inc|gmbh)\b|@|\d",
    re.IGNORECASE,
)
_CREATED = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_FIRST_YEAR = 1985  # of layout programs; what is earlier is a clock that was never set
_NO_TITLE = re.compile(
    r"microsoft \w+ - |untitled|naamloos|document\d*$|.*\.(?:docx?|odt|pdf|indd|qxd|rtf|txt|html?)$",
    re.IGNORECASE,
)


def published(text: str, stated: Mapping[str, str], today: datetime.date) -> PartialDate | None:
    """Return the day that the first lines give, else that on which a layout program made the page.

    A day after the reader's tomorrow is none.
    """
    days = (*_dates(text), _created(stated) if _laid_out(stated) else None)
    return next((day for day in days if day and is_possible(day, today)), None)


def author(text: str, stated: Mapping[str, str]) -> str | None:
    """Return who wrote it: who the text names, else the property, where no office program filled it in."""
    named = byline.find(text).author
    by_hand = _laid_out(stated) or not _program(stated)
    return named or (_person(stated.get("Author", "")) if by_hand else None)


def title(stated: Mapping[str, str]) -> str | None:
    """Return the stated title, unless it is the name of a file."""
    cleaned = one_line(normalise(stated.get("Title", "")))
    return cleaned if cleaned and not _NO_TITLE.match(cleaned) else None


def _program(stated: Mapping[str, str]) -> str:
    return f"{stated.get('Creator', '')} {stated.get('Producer', '')}".strip()


def _laid_out(stated: Mapping[str, str]) -> bool:
    return _LAYOUT.search(_program(stated)) is not None


def _person(stated: str) -> str | None:
    cleaned = one_line(normalise(stated))
    return None if _ACCOUNT.search(cleaned) else byline.find(f"Door {cleaned}").author


def _created(stated: Mapping[str, str]) -> PartialDate | None:
    match = _CREATED.match(stated.get("CreationDate", ""))
    try:
        day = PartialDate(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def _dates(text: str) -> Iterator[PartialDate]:
    sentences = 0
    for line in text.split("\n\n")[:_OPENING]:
        found = day_of(line)
        if found:
            yield found
        sentences += line.endswith(".")
        if sentences > _LEADS:
            return
