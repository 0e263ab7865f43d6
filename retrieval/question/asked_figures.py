"""The figures of a question that a text writes otherwise: 12 as `twaalf`, 1.5 million as `1,5 mln`."""

from __future__ import annotations

import re
from decimal import Decimal

from retrieval.figures.reading import figures
from retrieval.figures.sameness import covers


def given(number: str, question: str, text: str) -> bool:
    """Tell whether a text gives the figure that a number of a question belongs to, however it is written.

    Args:
        number: digits, as they stand in the question.
        question: the question.
        text: of an article, in whichever language.
    """
    places = [found.start() for found in re.finditer(rf"(?<![\w.,]){re.escape(number)}(?!\w)", question)]
    asked = [one for one in figures(question, None) if any(one.start <= at < one.end for at in places)]
    amounts = [one for one in asked if isinstance(one.value, Decimal)]
    return bool(amounts) and all(covers(figures(text, None), one) for one in amounts)
