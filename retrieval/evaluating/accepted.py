"""Whether an accepted answer stands in a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.text import normalise


def holds_one(quote: str, accepted: Iterable[str]) -> bool:
    """Tell whether any accepted answer stands in the quote, whatever the case of its letters.

    A number is not found within a longer one: `39` does not stand in `1939`, nor `4` in `4.7`.
    """
    text = normalise(quote).casefold()
    return any(_pattern(normalise(answer).casefold()).search(text) for answer in accepted if answer.strip())


def _pattern(answer: str) -> re.Pattern[str]:
    before = r"(?<!\d)(?<!\d[.,])" if answer[0].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if answer[-1].isdigit() else ""
    return re.compile(before + re.escape(answer) + after)
