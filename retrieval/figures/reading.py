"""Finding the figures of a text, and the text without them."""

from collections.abc import Sequence
from functools import lru_cache

from corpus.tokens import words
from retrieval.figures.candidates import Candidate, at
from retrieval.figures.dutch import DUTCH
from retrieval.figures.english import ENGLISH
from retrieval.figures.figure import Figure
from retrieval.figures.token import HYPHENS, Token, cut
from retrieval.figures.units import SIGNS, units
from retrieval.figures.vocabulary import Vocabulary, complete
from retrieval.language import function_words

_KNOWN = {"nl": DUTCH, "en": ENGLISH}
# Most languages write 4.700,5; of any other only digits, signs and abbreviations are understood.
_OTHER = complete(Vocabulary(language=None, decimal=",", units=units("")))
_OPENING_SIGNS = HYPHENS | frozenset(SIGNS)


@lru_cache(maxsize=2048)
def figures(text: str, language: str | None) -> tuple[Figure, ...]:
    """Return the figures of a text in its order.

    Args:
        text: some sentences.
        language: its ISO 639-1 code. Words are understood in Dutch and English; None lets the text's own
            function words tell, or else whichever of the two makes more of its characters figures.
    """
    if language is not None:
        return _read(text, _KNOWN.get(language, _OTHER))
    told = function_words.language(words(text), list(_KNOWN))
    if told is not None:
        return _read(text, _KNOWN[told])
    return max((_read(text, ENGLISH), _read(text, DUTCH)), key=_characters)


def _characters(found: Sequence[Figure]) -> int:
    return sum(figure.end - figure.start for figure in found)


def _read(text: str, vocabulary: Vocabulary) -> tuple[Figure, ...]:
    tokens = cut(text)
    found: list[Figure] = []
    place = 0
    while tokens[place].sort != "end":
        if not _opens(tokens[place], vocabulary):
            place += 1
            continue
        candidates, after = at(tokens, place, vocabulary)
        approximate = bool(candidates) and _approximate(tokens, place, vocabulary)
        found += [_figure(one, tokens, approximate=approximate) for one in candidates]
        place = max(after, place + 1)
    return tuple(found)


def _opens(token: Token, vocabulary: Vocabulary) -> bool:
    if token.sort == "word":
        return token.word in vocabulary.openers or "duizend" in token.word
    return token.sort in {"number", "date", "clock"} or token.text in _OPENING_SIGNS


def _figure(one: Candidate, tokens: Sequence[Token], *, approximate: bool) -> Figure:
    start, end = tokens[one.start].start, tokens[one.stop - 1].end
    return Figure(one.kind, one.value, one.unit, start, end, approximate)


def _approximate(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the words before a figure, articles left out, make it a rounded one or a bound.

    `Een twintigtal` is one by itself.
    """
    if tokens[start].word in vocabulary.rounded:
        return True
    while start > 0 and (tokens[start - 1].word in vocabulary.fillers | vocabulary.between):
        start -= 1
    return any(
        " ".join(token.word for token in tokens[max(start - many, 0) : start]) in vocabulary.about
        for many in (1, 2, 3)
    )


def without_figures(text: str, language: str | None) -> str:
    """Return a text with blanks in place of its figures, as long as it was.

    Args:
        text: some sentences.
        language: its ISO 639-1 code; None where it is not known.
    """
    kept = list(text)
    for figure in figures(text, language):
        kept[figure.start : figure.end] = " " * (figure.end - figure.start)
    return "".join(kept)
