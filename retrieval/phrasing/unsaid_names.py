"""Names in a sentence that nobody has said: neither the quotes nor the question.

A name is a word with a capital inside a sentence, or that of a country, a language, a month or a weekday
anywhere in it. The latter are known in Dutch and English; another name is accepted where the quote is in
another language and has a name much like it: Moskou, Moscow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.tokens import words
from retrieval.language.countries import in_the_other_language, of_the_calendar, single_words
from retrieval.language.proper_names import is_name

# A hyphen parts words here, for "anti-Russian" has a name in it.
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019]*\w)?")
_SPELLED_LIKE = 0.6  # Moskou and Moscow share two thirds
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
_NO_NAMES = frozenset(("i", "mr", "mrs", "ms", "dr", "dhr", "mevr"))
_CAPITALISES_ALL = ("de", "lb")  # every noun there has a capital


@dataclass(frozen=True, slots=True)
class _Said:
    """The folded words of what was said, and those with a capital; `translated`: in another language."""

    words: frozenset[str]
    names: frozenset[str]
    translated: bool


def unsaid(sentence: str, said: Sequence[str], language: str | None, *, translated: bool) -> tuple[str, ...]:
    """Return the names in `sentence` that stand in none of the texts `said`.

    Args:
        sentence: without markers.
        said: the cited quotes and the question.
        language: of the sentence, ISO 639-1.
        translated: whether any of the quotes is in another language.
    """
    there = _Said(
        frozenset(word for text in said for word in words(text)),
        frozenset(
            word for text in said for name in _WORD.findall(text) if name[0].isupper() for word in words(name)
        ),
        translated,
    )
    found = dict.fromkeys(named(sentence, language))
    return tuple(name for name in found if not all(_is_said(part, there) for part in words(name)))


def named(sentence: str, language: str | None) -> list[str]:
    """Return the names in a sentence without markers, as written."""
    found = _WORD.findall(sentence)
    # The first word has a capital in any case.
    capitals = [
        word for place, word in enumerate(found) if is_name(word, inside=place > 0 or _is_known(word))
    ]
    names = [] if language in _CAPITALISES_ALL else capitals
    dated = [word for word in found if word not in names and not of_the_calendar().isdisjoint(words(word))]
    return [word for word in names if word.casefold() not in _NO_NAMES] + dated


def _is_known(word: str) -> bool:
    return not single_words().isdisjoint(words(word))


def _is_said(word: str, there: _Said) -> bool:
    if _stands(word, there.words):
        return True
    if not there.translated:
        return False
    abroad = in_the_other_language().get(word)
    if abroad is not None:
        return any(_stands(other, there.words) for other in abroad)
    return any(SequenceMatcher(None, word, other).ratio() >= _SPELLED_LIKE for other in there.names)


def _stands(word: str, there: frozenset[str]) -> bool:
    return word in there or any(_inflects(word, other) for other in there)


def _inflects(one: str, other: str) -> bool:
    """Tell whether one is the other with an ending: Russia, Russian; Drost, Drosts."""
    short, long = sorted((one, other), key=len)
    ended = len(long) - len(short) <= _LONGEST_ENDING
    return len(short) >= _SHORTEST_STEM and ended and long.startswith(short)
