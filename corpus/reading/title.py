"""The title of a plain text, where its first line is safely one."""

import re

from corpus.reading.byline import is_byline, is_dateline
from corpus.reading.written_dates import leading

_LONGEST = 120
_HEADING = re.compile(r"#[ \t]+(?P<title>.{1,300}?)[ \t]*+#*+[ \t]*+(?:\n|\Z)")
_UNDERLINED = re.compile(r"(?P<title>\S.{0,300}?)[ \t]*\n=+[ \t]*(?:\n|\Z)")
_MARKS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^)]{0,300}\)")
_AGENCIES = (
    r"Getty(?: Images)?|AFP|Reuters|ANP|AP|EPA|Shutterstock|iStock|Hollandse Hoogte|dpa|Belga|Bloomberg"
)
_PHOTO = r"Beeld|Foto(?:'s)?|Fotografie|Photos?|Photograph|Image|Picture|Credit|Illustratie|Illustration"
_CREDIT = re.compile(
    rf"(?:^|[\s(.;,|\u2013\u2014-])(?:{_PHOTO})(?:\s+(?:by|door|via))?(?:\s*[:/©])?\s*(?:[A-ZÀ-Ý©][^.!?]{{1,80}})\)?$"
    rf"|(?:[/|©(\u2013\u2014-]|[.!?])\s*(?:{_AGENCIES})\)?$"
    rf"|©"
)


def heading(markdown: str) -> tuple[str, str] | None:
    """Return the title of a Markdown text that opens with a heading, and the text after it."""
    text = markdown.lstrip()
    match = _HEADING.match(text) or _UNDERLINED.match(text)
    if match is None:
        return None
    return _MARKS.sub(r"\2", _LINK.sub(r"\1", match["title"])), text[match.end() :]


def first_line(text: str) -> str | None:
    """Return the first line where it stands alone, is short and reads as a title; else None.

    The line stays in the text: that it is a title is a conclusion, and may be a wrong one.
    """
    line, _, rest = text.strip().partition("\n")
    line = line.strip()
    alone = rest[:1] == "\n" and bool(rest.strip())
    return line if alone and reads_as_title(line) else None


def reads_as_title(line: str) -> bool:
    """Tell whether a line is short, closes as no sentence does, and is no byline, date or caption."""
    return len(line) <= _LONGEST and any(map(str.isalpha, line)) and not _is_something_else(line)


def _is_something_else(line: str) -> bool:
    return (
        line.endswith((".", ",", ";", ":", "…"))
        or is_caption(line)
        or is_byline(line)
        or is_dateline(line)
        or leading(line) is not None
        or "://" in line
    )


def is_caption(line: str) -> bool:
    """Tell whether a line is a photo's caption or credit, by the credit that it closes with."""
    return _CREDIT.search(line.strip()) is not None
