"""The day that the address of an article holds, as /2023/09/04/ or 20230904."""

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from corpus.calendar_names import calendar_names
from corpus.dates import PartialDate

_LETTERS = 3  # of a month, as blogging software abbreviates it in an address


def day(address: str) -> PartialDate | None:
    """Return the one day that the path of an address names; None where it names none or several."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    days = {found for match in _pattern().finditer(path) if (found := _date(match))}
    return days.pop() if len(days) == 1 else None


@cache
def _months() -> Mapping[str, int]:
    return {name[:_LETTERS]: number for name, number in calendar_names("en").months.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d])(?P<year>(?:19|20)\d\d)(?P<mark>[/_.-]?)"
        rf"(?P<month>0[1-9]|1[0-2]|(?<=[/_.-])[1-9](?=[/_.-])|(?<=[/_.-])(?:{'|'.join(_months())}))"
        r"(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]|(?<=[/_.-])[1-9])(?!\d)",
        re.IGNORECASE,
    )


def _date(match: re.Match[str]) -> PartialDate | None:
    month = match["month"].lower()
    number = _months().get(month) or int(month)
    try:
        return PartialDate(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
