"""Photo captions and credits: lines of a text that are not its title."""

from __future__ import annotations

import re

_AGENCIES = (
    r"Getty(?: Images)?|AFP|Reuters|ANP|AP|EPA|Shutterstock|iStock|Hollandse Hoogte|dpa|Belga|Bloomberg"
)
_PHOTO = r"Beeld|Foto(?:'s)?|Fotografie|Photos?|Photograph|Image|Picture|Credit|Illustratie|Illustration"
_CREDIT = re.compile(
    rf"(?:^|[\s(.;,|\u2013\u2014-])(?:{_PHOTO})(?:\s+(?:by|door|via))?\s*[:/©]?\s*(?:[A-ZÀ-Ý©][^.!?]{{1,80}})\)?$"
    rf"|(?:[/|©(\u2013\u2014-]|[.!?])\s*(?:{_AGENCIES})\)?$"
    rf"|©"
)


def is_caption(line: str) -> bool:
    """Tell whether a line is a photo's caption or credit, by the credit that it closes with."""
    return _CREDIT.search(line.strip()) is not None
