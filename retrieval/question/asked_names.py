"""The names and figures of a question, and whether a text holds them, in whichever way it writes them."""

import re
from decimal import Decimal

from corpus.text import folded
from retrieval.figures.reading import figures
from retrieval.figures.sameness import covers
from retrieval.language.folding import folded_once
from retrieval.language.proper_names import WORD, is_name, unowned
from retrieval.question.names.numbered import Numbered, numbered

_HYPHEN = re.compile(r"(?<=\w)[ -](?=\w)")
# A name is written a little differently in another language: Normandy, Normandië. Its beginning counts.
_BEGINNING = 0.7
_SHORTEST_BEGINNING = 4
_SHORTEST_CUT = 6


def names(question: str) -> list[str]:
    """Return the words of a question that are written with a capital inside it or hold a digit.

    A number with the word before it that it tells apart is one name: "line 9". Where every word has a
    capital, as in a headline, capitals say nothing.
    """
    return list(_standing(question))


def is_figure(name: str) -> bool:
    """Tell whether a name is a number, a year or an identifier; 3 is none: it may be written "drie"."""
    return len(name) > 1 and _has_digit(name)


def missing(question: str, text: str) -> list[str]:
    """Return the names and figures of the question that do not stand in the text."""
    there = folded_once(text)
    absent = {name: one for name, one in _standing(question).items() if not _stands(name, one, there)}
    return [name for name, one in absent.items() if one or not _is_given(name, question, text)]


def _is_given(name: str, question: str, text: str) -> bool:
    return name[0].isdecimal() and given(name, question, text)


def _standing(question: str) -> dict[str, Numbered | None]:
    """Return the names of a question in order, those with a number with what they consist of."""
    written = list(WORD.finditer(question))
    capitals = any(word[0][0].islower() for word in written[1:])
    held = numbered(question)
    found: dict[str, Numbered | None] = {}
    for place, word in enumerate(written):
        one = next((each for each in held if word.start() <= each.at < word.end()), None)
        if one is not None:
            found[one.written] = one
        elif any(each.strict and each.covers(word.start()) for each in held):
            continue
        elif _has_digit(word[0]) or (capitals and is_name(word[0], inside=place > 0)):
            found[unowned(word[0])] = None
    return found


def _unhyphenated(text: str) -> str:
    return _HYPHEN.sub("", text)


def _has_digit(word: str) -> bool:
    return any(sign.isdecimal() for sign in word)


def _stands(name: str, one: Numbered | None, text: str) -> bool:
    if one is not None:
        return one.stands(text)
    sought = folded(name)
    if is_figure(name):
        # 1,500 is 1.500 and 1500 elsewhere.
        written = "[.,]?".join(map(re.escape, re.split("[.,]", sought)))
        return re.search(rf"(?<![^\W_]){written}(?![^\W_])", text) is not None
    if len(sought) >= _SHORTEST_CUT:
        sought = sought[: max(_SHORTEST_BEGINNING, int(len(sought) * _BEGINNING))]
    # "Sint-Aldegondsluis" is "Sint Aldegondsluis" and "Sintaldegondsluis" elsewhere.
    return sought in text or (len(sought) >= _SHORTEST_CUT and _unhyphenated(sought) in _unhyphenated(text))


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
