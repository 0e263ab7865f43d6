"""The day that a line at the top of an article gives as its own."""

import re

from corpus.dates import PartialDate
from corpus.reading import written_dates

_LONGEST = 100
_LABEL = re.compile(
    r"(?:(?:gepubliceerd|geplaatst|verschenen|published|posted|publicatiedatum|datum|date|editie|edition)"
    r"(?:\s+(?:op|on|in))?(?:\s*:)?|(?:van|of)\b)\s*$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"(?:^|[,|·•–—/;:(]\s*|\s-\s|\s)(?=[\w])")  # noqa: RUF001 - typeset dashes
_SEPARATED = re.compile(
    r"\s*$|\s*[,|·•–—;()-]|\s+(?:p\.|pag|page|blz|om|at|maan|dins|woen|wedn|dond|thur|vrij|fri|"  # noqa: RUF001 - the same
    r"zat|sat|zon|sun|mon|tue|edit|uur|update|laatste|last|\d)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?:^|[,|·•–—/;(-])\s*$")  # noqa: RUF001 - the same
_OTHER_DAY = re.compile(
    r"bijgewerkt|gewijzigd|updated?\b|modified|geprint|afgedrukt|printed|export|opgehaald|geraadpleegd|accessed|"
    r"retrieved|download|opgeslagen|saved|load.date|copyright|©",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]$")


def day_of(line: str) -> PartialDate | None:
    """Return the day that stands by itself in a line that is no sentence; None where there is none.

    By itself is at an edge of the line, between separators, or after "Gepubliceerd op" and the like;
    the day of an update, a print or an export is another one.
    """
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return None
    for boundary in _BOUNDARY.finditer(line):
        before = line[: boundary.end()]
        found = written_dates.leading(line[boundary.end() :])
        if found and found[0].day and _opens(before) and _SEPARATED.match(found[1]):
            return found[0]
    return None


def _opens(before: str) -> bool:
    if _OTHER_DAY.search(before):
        return False
    return _LABEL.search(before) is not None or _SEPARATOR.search(before) is not None
