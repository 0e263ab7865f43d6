"""What the first lines of a pasted article say: its address, title, author and day, each on a line."""

import re
from dataclasses import dataclass
from itertools import dropwhile

from corpus.address import is_address
from corpus.dates import PartialDate
from corpus.reading import byline, line_above, title
from corpus.reading.field_values import is_sentence
from corpus.reading.line_above import Above

_OPENING = 8  # lines with something on them
_PATH = re.compile(r"[>»›]")  # noqa: RUF001 - between the sections that lead to a page
_EMPHASIS = "*_ \t"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What stands above a text; None where nothing does. `text` is all but the address."""

    text: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None


def read(text: str) -> Pasted:
    """Return what the first lines of a text without a header say.

    Title, author and day stay in the text: that they are such is a conclusion, and may be a wrong one.
    An address on a line of its own is no prose and leaves it. A day is not taken where more such lines
    follow, for then they head the entries of a diary or a timeline.
    """
    url, body = _address(text)
    lines = [line.strip(_EMPHASIS) for line in body.split("\n")]
    filled = _filled(lines)
    above = [line_above.read(line) for line in filled]
    days = {name: day for found in reversed(above) if found for name, day in found.days.items()}
    heads = sum(map(line_above.is_day, lines)) > 1
    author = _author(above, body)
    return Pasted(
        text=body,
        url=url,
        title=_title(filled, above, author) or _title_alone(body),
        author=author,
        published=None if heads else days.get("published"),
        modified=None if heads else days.get("modified"),
    )


def _address(text: str) -> tuple[str | None, str]:
    lines = text.split("\n")
    for number in [number for number, line in enumerate(lines) if line.strip()][:_OPENING]:
        address = lines[number].strip().removeprefix("<").removesuffix(">")
        if is_address(address):
            return address, "\n".join([*lines[:number], *lines[number + 1 :]]).strip()
        if is_sentence(address):
            break
    return None, text


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line][:_OPENING]


def _title(filled: list[str], above: list[Above | None], author: str | None) -> str | None:
    """Return the first line where who or when stand right below it; only a section may stand above it."""
    for number, line in enumerate(filled[:-1]):
        says, below = above[number : number + 2]
        if not (says and says.days) and title.reads_as_title(line) and not _PATH.search(line):
            if below and (below.who_or_when or (author and below.name == author)):
                return line
            if " " in line:
                return None
    return None


def _title_alone(text: str) -> str | None:
    return title.first_line("\n".join(dropwhile(_says_who_or_when, text.split("\n"))))


def _says_who_or_when(line: str) -> bool:
    says = line_above.read(line.strip(_EMPHASIS))
    return not line.strip() or (says is not None and says.who_or_when)


def _author(above: list[Above | None], text: str) -> str | None:
    """Return a name that stands alone beside a day, below a first line, and is used as no place or paper."""
    for number, says in enumerate(above[1:], 1):
        beside = above[number - 1 : number + 2]
        if says and says.name and any(one and one.days for one in beside) and _is_person(says.name, text):
            return says.name
    return None


def _is_person(name: str, text: str) -> bool:
    place = re.search(rf"\b(?:in|te|uit|naar|from|to|at) {re.escape(name)}\b", text)
    return place is None and byline.find(f"By {name}, {name}").outlet is None
