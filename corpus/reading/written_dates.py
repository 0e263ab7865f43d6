"""Dates as people and pages write them, with the precision they are written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates import PartialDate
from corpus.reading import date_forms

# What software shows where it knows no date: the first day of its calendar.
_NO_DAY = PartialDate(1970, 1, 1)
_CHANGED = (
    r"(?:(?:laatste|laatst|last|zuletzt|letzte)\s+)?"
    r"(?:update|updated|modified|edited|revised|gewijzigd|bijgewerkt|aangepast|wijziging|geändert|"
    r"aktualisiert|aktualisierung|änderung)"
)
_SAID = (
    r"(?:first\s+|originally\s+|oorspronkelijk\s+)?"
    r"(?:gepubliceerd|geplaatst|verschenen|publicatiedatum|datum|published|posted|publication\s+date|date|"
    r"veröffentlicht|erstellt|gepostet|verfasst|publiziert|erschienen|geschrieben|geschreven|written|submitted|created)"
)
_THIS = (
    r"(?:(?:dit\s+(?:artikel|bericht|stuk)|this\s+(?:article|story|page|post)|diese[rs]?\s+(?:artikel|beitrag))\s+"
    r"(?:is|werd|was|has\s+been|wurde)\s+(?:voor\s+het\s+)?)?"
)
_LABEL = re.compile(
    rf"(?:(?<![\s,;|•·/()–—-])[\s,;|•·/()–—-]+)?\b{_THIS}(?:(?P<changed>{_CHANGED})|{_SAID})\b(?:\s+(?:op|on|at|am|vom))?\s*[:|]?\s*",  # noqa: RUF001 - typeset dashes
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:(?<!\s)\s+)?[|•·\n]\s*|\s[-–—/]\s|,\s+(?=\d{1,2}[.\s]|\w+day)|(?:^|\s)(?:on|op|am|vom|at)\s",  # noqa: RUF001 - typeset dashes
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\s*(?:door|by|von|van|par|posted|geplaatst|gepubliceerd|published|datum|date|veröffentlicht)\b"
    r"|\s*(?:\w+day|\w+dag|\w+tag|mittwoch|sonnabend),?\s",
    re.IGNORECASE,
)
_LONGEST = 200  # characters; what is longer is a text with a date in it
# Behind a bar or a dash stands a place, a newspaper, the minutes that reading takes.
_ASIDE = re.compile(r"\s*(?:\s[-–—/]|[|•·(]|,(?=(?:\s+[^\W\d]+){1,3}$))\s*(?P<words>[^\n]{1,60})")  # noqa: RUF001 - typeset dashes
_BLANK = " .,()[]\n\t|•·"
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a line says of an article's dates; None where it does not."""

    published: PartialDate | None = None
    modified: PartialDate | None = None


def leading(line: str) -> tuple[PartialDate, str] | None:
    """Return the date a line opens with and what follows it and its time of day, or None."""
    return _leading(line, terse=False)


def read(written: str) -> PartialDate | None:
    """Return the date that the whole text states, with or without a time of day, or None.

    Words that only say what the date is ("Published", "Laatste update:") and a few behind a bar or a
    dash are passed over. The first day of 1970 is what software shows for no date, and is none.
    """
    stated = statement(written)
    return stated.published or stated.modified if stated else None


def statement(written: str) -> Statement | None:
    """Return when the whole text says that an article was published or changed; None if it does not."""
    published = modified = None
    for changed, words in _pieces(written[: _LONGEST + 1]):
        date = _whole(words)
        if changed:
            modified = modified or date
        elif date is None:
            return None
        else:
            published = published or date
    return Statement(published, modified) if published or modified else None


def _pieces(written: str) -> Iterator[tuple[bool, str]]:
    labels = list(_LABEL.finditer(written))
    ends = [label.start() for label in labels] + [len(written)]
    if written[: ends[0]].strip(_BLANK) or not labels:
        yield False, written[: ends[0]]
    for label, end in zip(labels, ends[1:], strict=True):
        yield label["changed"] is not None, written[label.end() : end]


def _whole(words: str) -> PartialDate | None:
    time = date_forms.TIME_BEFORE.match(words)
    found = _leading((words[time.end() :] if time else words).lstrip(" ("), terse=True)
    if found is None or found[0] == _NO_DAY or len(words) > _LONGEST:
        return None
    return found[0] if _ends(*found) else None


def _leading(line: str, *, terse: bool) -> tuple[PartialDate, str] | None:
    found = date_forms.match(line, terse=terse)
    if found is None:
        return None
    rest = line[found[1] :]
    time = date_forms.TIME.match(rest)
    return found[0], rest[time.end() :] if time else rest


def _ends(date: PartialDate, rest: str) -> bool:
    if not rest.strip(_BLANK):
        return True
    aside = _ASIDE.fullmatch(rest)
    return date.day is not None and aside is not None and not _ANY_YEAR.search(aside["words"])


def within(line: str, *, marked: bool) -> Statement | None:
    """Return what a byline says of dates among its other words, as "Posted by Jan on March 4, 2019".

    Args:
        line: the line.
        marked: whether the page marks it as one that holds a date; otherwise it has to open as a byline
            or with a day of the week.
    """
    if len(line) > _LONGEST or not (marked or _BYLINE.match(line)):
        return None
    found = [one for part in _PART.split(line) if (one := statement(part) or _opening(part))]
    published = next((one.published for one in found if one.published), None)
    modified = next((one.modified for one in found if one.modified), None)
    return Statement(published, modified) if published or modified else None


def is_labelled(line: str, *, change: bool = False) -> bool:
    """Tell whether a line opens with words such as "Published on", or as "Laatste update" for a change."""
    label = _LABEL.match(line)
    return label is not None and (not change or label["changed"] is not None)


def announces_change(words: str) -> bool:
    """Tell whether the words before a date say that it is the date of a change."""
    end = words[-_LONGEST:]
    labels = list(_LABEL.finditer(end))
    return bool(labels) and labels[-1]["changed"] is not None and not end[labels[-1].end() :].strip()


def _opening(part: str) -> Statement | None:
    label = _LABEL.match(part)
    found = _leading(part[label.end() :] if label else part, terse=True)
    if found is None or found[0].day is None or found[0] == _NO_DAY or _ANY_YEAR.search(found[1]):
        return None
    return Statement(modified=found[0]) if label and label["changed"] else Statement(found[0])
