"""What stands behind a field's word, taken apart: an address in a source, a date before a remark."""

import re

from corpus import language
from corpus.address import is_address
from corpus.dates import PartialDate
from corpus.reading import byline
from corpus.reading.fields import person
from corpus.reading.written_dates import leading

_PIECE = re.compile(r"(?:(?<![ \t])[ \t]+)?[,;|·•][ \t]*|(?<![ \t])[ \t]+[–—-][ \t]+")  # noqa: RUF001 - typeset dashes
_MARK = re.compile(r"(?:(?<![ \t])[ \t]+)?[,;|·•(\[/–—-]")  # noqa: RUF001 - typeset dashes
_ZONE = re.compile(r"[ \t]*(?:[A-Z]{1,5}|uur|u)\.?[ \t]*")
ENDS = re.compile(r"[.!?…][\"'”’)]*$")  # noqa: RUF001 - quotation marks as typeset
_CHANGED = re.compile(
    r"(?:bijgewerkt|gewijzigd|update[d]?|modified)(?:[ \t]+(?:op|om|on|at))?[ \t]*:?[ \t]*", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]*[^\s<>\"')\].,;]", re.IGNORECASE)
_NO_SCHEME = re.compile(r"(?:www\.|(?=[^\s/]+\.[a-z]{2,}/))[^\s/@]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=\w{2})\.$")  # not that of B.V.
_LABEL = re.compile(r"(?:(?<![ \t])[ \t]+)?\([^()]*\)[ \t]*$")
_MOST_REMARKED = 12  # words behind a date: a place, a time, a section, a second date
_FEW = 3


def is_sentence(words: str) -> bool:
    """Tell whether words close as a sentence does and are too many for a name."""
    return len(words.split()) > _FEW and ENDS.search(words.strip()) is not None


def dated(value: str) -> tuple[PartialDate, str] | None:
    """Return the date of a value, with at most a few words and a mark before it, and what follows it."""
    starts = [0, *(mark.end() for mark in _PIECE.finditer(value))]
    for start in starts:
        if len(value[:start].split()) > _FEW:
            return None
        found = leading(value[start:])
        if found:
            return found
    return None


def is_remark(rest: str) -> bool:
    """Tell whether what follows a date belongs to its line, as a place or a section does, and is no text."""
    if _ZONE.fullmatch(rest) or not rest.strip():
        return True
    words = _MARK.sub(" ", rest, count=1).split()
    return (
        bool(_MARK.match(rest) or changed(rest))
        and len(words) <= _MOST_REMARKED
        and not is_sentence(" ".join(words))
    )


def is_short(rest: str) -> bool:
    """Tell whether what follows a date is a remark, by a mark before it or because it is but a few words."""
    return is_remark(rest) or (len(rest.split()) <= _FEW and not ENDS.search(rest.strip()))


def day(value: str) -> str:
    """Return the date of a value as ISO 8601, without its remark; a value that holds none as it is."""
    found = dated(value)
    return str(found[0]) if found and is_short(found[1]) else value


def changed(rest: str) -> str:
    """Return the date that the words behind a date say it was changed on, as ISO 8601; else nothing."""
    match = _CHANGED.search(rest)
    found = leading(rest[match.end() :]) if match else None
    return str(found[0]) if found else ""


def sourced(value: str) -> dict[str, str]:
    """Return the outlet and the address that the value of a source holds."""
    whole = _NO_SCHEME.fullmatch(value.strip())
    if whole:
        return {"url": f"https://{whole[0]}"}
    match = _ADDRESS.search(value)
    if match is None or not is_address(match[0]):
        return {"outlet": _FULL_STOP.sub("", value.strip())}
    named = value.replace(match[0], " ").strip(" \t,;|:·•-–—()[]<>\"'")  # noqa: RUF001 - typeset dashes
    return {"url": match[0]} | ({"outlet": named} if any(map(str.isalpha, named)) else {})


def written_by(value: str) -> dict[str, str]:
    """Return the author that a value names, and the outlet where it names a newspaper behind the author."""
    names = person(value)
    named = byline.find(f"By {names}")
    return (
        {"author": named.author, "outlet": named.outlet}
        if named.author and named.outlet
        else {"author": names}
    )


def tongue(value: str) -> str | None:
    """Return the code of the first language that a value names, where it is nothing but languages."""
    named = [language.code(part) for part in re.split(r"[,;/]", _LABEL.sub("", value))]
    return named[0] if all(named) else None
