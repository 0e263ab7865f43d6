"""One line that may state a field of its article: what it states, or that it is a sentence of the text."""

import re
from dataclasses import dataclass

from corpus.address import is_address
from corpus.reading.field_values import (
    ENDS,
    changed,
    dated,
    is_sentence,
    is_short,
    sourced,
    tongue,
    written_by,
)
from corpus.reading.field_words import field_of
from corpus.reading.written_dates import leading

_LINE = re.compile(
    r"[ \t]*(?:\*\*|__)?(?P<key>[a-z]+(?:[ _-][a-z]+){0,2})[ \t]*+(?:(?:\*\*|__)[ \t]*+)?"
    r"::?(?:\*\*|__)?[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"([\"']).*\1")
_LONGEST = 300  # of a value; a longer line is a paragraph that begins with a colon
_DATES = {"published", "modified"}
# Whoever writes these means the field: a value that it cannot be is worth a sentence, and no text.
_MEANT = {"url", "date", "datum", "published", "gepubliceerd", "modified", "language", "taal"}
_TEXT_MAY_FOLLOW = {"date", "datum"}
_LONG_WORD = 4  # letters; what a name has in small letters is shorter: van, the, voor
_FEW = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What a line states, by field, and how many of its last characters belong to the text."""

    values: dict[str, str]
    left: int = 0


def read(line: str, *, beside: bool) -> Said | None:
    """Return what a line states, or None where it is text.

    Args:
        line: without its line feed.
        beside: whether a header line stands right above or below, which settles what may be either.
    """
    match = _LINE.fullmatch(line)
    field = field_of(match["key"]) if match else None
    if match is None or field is None:
        return _word_and_date(line)
    value = match["value"].strip()
    value = value[1:-1].strip() if _QUOTED.fullmatch(value) else value
    if not value or len(value) > _LONGEST:
        return None if value else Said({field: ""})
    said = _stated(field, value, beside=beside)
    unread = said is None and match["key"].lower() in _MEANT and not _is_prose(field, value)
    return Said({field: value}) if unread else said


def opens_with_a_field(line: str) -> bool:
    """Tell whether a line opens with a field's word and a colon, whatever follows."""
    match = _LINE.fullmatch(line)
    return match is not None and field_of(match["key"]) is not None


def states_something_else(line: str) -> bool:
    """Tell whether a line is built as one that states a field, but with another word (`Rubriek: Sport`)."""
    match = _LINE.fullmatch(line)
    return match is not None and len(match["value"]) <= _LONGEST and not is_sentence(match["value"])


def _stated(field: str, value: str, *, beside: bool) -> Said | None:
    if field in _DATES:
        return _date(field, value)
    if field in {"url", "language"}:
        return _typed(field, value)
    if field == "title":
        return Said({field: value}) if beside or not _continues(value) else None
    if not _is_name(value, beside=beside):
        return None
    return Said(sourced(value) if field == "outlet" else written_by(value))


def _typed(field: str, value: str) -> Said | None:
    known = sourced(value).get("url") if field == "url" else tongue(value)
    return Said({field: known}) if known and (field == "language" or is_address(known)) else None


def _date(field: str, value: str) -> Said | None:
    found = dated(value)
    if found is None:
        return None
    rest = found[1].strip()
    if is_short(found[1]):
        return Said({field: str(found[0])} | _other_date(field, rest))
    return Said({field: str(found[0])}, len(rest)) if rest[0].isupper() else None


def _word_and_date(line: str) -> Said | None:
    words = line.split(maxsplit=3)
    for count in range(len(words) - 1, 0, -1):
        field = field_of(" ".join(words[:count]))
        if field in _DATES:
            value = line.split(maxsplit=count)[count]
            said = _date(field, value) if leading(value) else None
            return said if said and (not said.left or words[0].lower() in _TEXT_MAY_FOLLOW) else None
    return None


def _other_date(field: str, rest: str) -> dict[str, str]:
    later = changed(rest) if field == "published" else ""
    return {"modified": later} if later else {}


def _is_prose(field: str, value: str) -> bool:
    words = value.split()
    closed = len(words) > 1 and ENDS.search(value) is not None
    number = field in _DATES and any(map(str.isdigit, value))
    return bool(closed or dated(value)) or (len(words) > _FEW + 1 and not number)


def _continues(value: str) -> bool:
    return value[:1].islower() and is_sentence(value)


def _is_name(value: str, *, beside: bool) -> bool:
    """Tell names from sentences by the long words that a sentence has in small letters."""
    if "://" in value:
        return True
    words = value.split()
    plain = sum(map(_is_plain, words))
    if ENDS.search(value) and len(words) > 1:
        return any(map(str.isupper, value)) and plain <= beside
    return beside or len(words) <= _FEW or plain * 3 < len(words)


def _is_plain(word: str) -> bool:
    return word[0].islower() and len(word.strip(".,;:!?")) > _LONG_WORD and "." not in word[:-1]
