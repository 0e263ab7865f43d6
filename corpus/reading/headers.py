"""The header lines that a text file may open with: what they say, and the text after them."""

from __future__ import annotations

import re

from corpus.reading import fields
from corpus.reading.fields import Fields
from corpus.reading.written_dates import leading

_FIELDS = {
    "title": "title titel headline kop",
    "published": "date datum published gepubliceerd publicatiedatum",
    "modified": "modified updated gewijzigd bijgewerkt",
    "outlet": "outlet source publisher bron krant",
    "author": "author authors auteur auteurs",
    "url": "url",
    "language": "language lang taal",
}
_KEYS = {key: field for field, keys in _FIELDS.items() for key in keys.split()}
_LONGEST = 300  # of a value; a longer line is a paragraph that begins with a colon
_LINE = re.compile(r"[ \t]*(?P<key>[a-z]+)[ \t]*:[ \t]*(?P<value>.*)", re.IGNORECASE)
_BARE_DATE = re.compile(r"[ \t]*(?:date|datum|published|gepubliceerd)[ \t]+(?P<value>.*)", re.IGNORECASE)
_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.+)")


def split(text: str) -> tuple[Fields, str]:
    """Return what the header of a text says and the text after it.

    A header is a front matter between `---` lines, or the opening lines that are `key: value` with a
    known key, or `date` and a date. What follows such a date on its line belongs to the text.

    Raises:
        fields.BadField: a header line holds something that its field cannot be.
    """
    matter = _FRONT_MATTER.match(text)
    if matter and any(map(_known, matter["block"].splitlines())):
        return fields.read(_front_matter(matter["block"])), text[matter.end() :]
    values: dict[str, str] = {}
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end].rstrip("\n")
        left = "" if not line.strip() else _header(line, values)
        if left is None or left:
            at += 0 if left is None else len(line) - len(left)
            break
        at = end
    return (fields.read(values), text[at:]) if values else (Fields(), text)


def _header(line: str, values: dict[str, str]) -> str | None:
    """Take one line into the values and return what is left of it, or None if it is no header."""
    match = _LINE.fullmatch(line)
    if match and _KEYS.get(match["key"].lower()) != "published":
        return "" if _take(values, match["key"], match["value"]) else None
    return _dated(line, match or _BARE_DATE.fullmatch(line), values)


def _dated(line: str, match: re.Match[str] | None, values: dict[str, str]) -> str | None:
    if match is None or "published" in values:
        return None
    found = leading(match["value"])
    if found is None:
        # With a colon it was meant as a date, and a date that cannot be read is worth a sentence.
        return "" if ":" in line and _take(values, "published", match["value"]) else None
    values["published"] = str(found[0])
    return found[1].lstrip()


def _known(line: str) -> bool:
    match = _LINE.fullmatch(line)
    return match is not None and match["key"].lower() in _KEYS


def _front_matter(lines: str) -> dict[str, str]:
    values: dict[str, str] = {}
    last = ""
    for line in lines.splitlines():
        match = _LINE.fullmatch(line)
        item = _ITEM.fullmatch(line)
        if match:
            last = _KEYS.get(match["key"].lower(), "") if _take(values, match["key"], match["value"]) else ""
        elif item and last:
            values[last] = ", ".join(filter(None, (values[last], _unquoted(item["value"]))))
    return values


def _take(values: dict[str, str], key: str, value: str) -> bool:
    name = _KEYS.get(key.lower())
    if name is None or name in values or len(value) > _LONGEST:
        return False
    values[name] = _unquoted(value)
    return True


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_unquoted(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
