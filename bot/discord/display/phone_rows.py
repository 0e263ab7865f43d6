"""How many rows of a phone a text takes."""

from __future__ import annotations

import re
import textwrap

WIDTH = 42  # characters of a row: a phone of usual width with letters of usual size
# Rows of a card with one article, and for each further one.
ALONE, FURTHER = 12, 4

_OPENS = re.compile(r"^(?:> ?|-# )")
_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)")
_DAY = re.compile(r"<t:-?\d+:D>")
_LONGEST_DAY = "30 September 2023"
_SIGNS = re.compile(r"\\(\W)|\*\*|~~")


def allowed(articles: int) -> int:
    """Return the rows that a card with so many articles may take."""
    return ALONE + FURTHER * max(0, articles - 1)


def rows(markdown: str) -> int:
    """Return how many rows a text of the bot's takes, empty ones too; what formats it takes none."""
    return sum(map(_of_line, markdown.split("\n")))


def rows_of_plain(text: str) -> int:
    """Return the same of a text that is not read as Markdown."""
    return len(textwrap.wrap(text, WIDTH)) or 1


def _of_line(line: str) -> int:
    shown = _DAY.sub(_LONGEST_DAY, _LINK.sub(r"\1", _OPENS.sub("", line)))
    return rows_of_plain(_SIGNS.sub(lambda sign: sign[1] or "", shown))
