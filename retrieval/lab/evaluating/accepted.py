"""Whether an accepted answer stands in a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from corpus.text import normalise
from retrieval.figures.reading import figures
from retrieval.figures.sameness import covers


def holds_one(quote: str, accepted: Iterable[str]) -> bool:
    """Tell whether any accepted answer stands in the quote, whatever the case of its letters.

    A number is not found within a longer one: `39` does not stand in `1939`, nor `4` in `4.7`. One that is
    written otherwise is found: `12` stands in "twaalf doden".
    """
    text = normalise(quote).casefold()
    wanted = [answer for answer in accepted if answer.strip()]
    literally = any(_pattern(normalise(answer).casefold()).search(text) for answer in wanted)
    return literally or any(_is_given(answer.strip(), quote) for answer in wanted)


def _is_given(answer: str, quote: str) -> bool:
    """Tell whether an answer that is one number, with its unit, is one of a quote's."""
    told = figures(answer, None)
    alone = len(told) == 1 and told[0].end - told[0].start == len(answer)
    return alone and isinstance(told[0].value, Decimal) and covers(figures(quote, None), told[0])


def _pattern(answer: str) -> re.Pattern[str]:
    before = r"(?<!\d)(?<!\d[.,])" if answer[0].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if answer[-1].isdigit() else ""
    return re.compile(before + re.escape(answer) + after)
