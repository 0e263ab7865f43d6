"""The unit that a question asks for, and which figure of the words that answer has it."""

from functools import lru_cache

from corpus.article import Span
from retrieval.figures.dutch import DUTCH
from retrieval.figures.english import ENGLISH
from retrieval.figures.figure import Figure, Kind
from retrieval.figures.numbers import unit
from retrieval.figures.reading import figures
from retrieval.figures.sameness import in_base_unit
from retrieval.figures.token import cut
from retrieval.language.asking_words import Sought, forms

_Unit = tuple[Kind, str | None]
# `hoeveel euro`, `how many dollars`, `what is that in pounds`
_BEFORE_UNIT = frozenset({"in", *(form.split()[-1] for form in forms(Sought.NUMBER))})


def narrowed(question: str, piece: str, within: Span, language: str | None) -> Span:
    """Return the figure of the unit that a question asks for, where the words that answer have others too.

    Where they have no other they stay, with the unit that they may leave out: `11,20` of `11,20 euro`.

    Args:
        question: in Dutch or English.
        piece: the sentence that answers.
        within: where the words that answer stand in it.
        language: that of the sentence, an ISO 639-1 code.
    """
    asked = _asked(question)
    found = _figures(piece, within, language) if asked else []
    fitting = [one for one in found if _unit_of(one) in asked]
    if not fitting:
        return within
    first, last = fitting[0].start, fitting[-1].end
    if len(fitting) < len(found):
        return Span(first, last)
    return Span(min(within.start, first), max(within.end, last))


def of_another(question: str, piece: str, within: Span, language: str | None) -> bool:
    """Tell whether all figures of the words that answer have another unit than is asked for, and some do."""
    asked = _asked(question)
    found = _figures(piece, within, language) if asked else []
    return bool(found) and all(one.unit is not None and _unit_of(one) not in asked for one in found)


def _figures(piece: str, within: Span, language: str | None) -> list[Figure]:
    return [one for one in figures(piece, language) if one.start < within.end and within.start < one.end]


def _unit_of(figure: Figure) -> _Unit:
    return figure.kind, in_base_unit(figure)[0]


@lru_cache(maxsize=256)
def _asked(question: str) -> frozenset[_Unit]:
    """Return the units that a question asks for, as base units; none where it names none."""
    tokens = cut(question)
    named = (
        unit(tokens, place + 1, vocabulary)
        for place, token in enumerate(tokens[:-1])
        if token.word in _BEFORE_UNIT
        for vocabulary in (DUTCH, ENGLISH)
    )
    return frozenset(
        _unit_of(Figure(found[0].kind, found[0].factor, found[0].code, 0, 0)) for found in named if found
    )
