"""The acronyms of a text: those it gives together with what they stand for, and the initials of its names.

A name is a row of capitalised words here, with small ones between them, for only such a row has initials;
a question's names are single words, which `retrieval.language.proper_names` knows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.text import folded

_CAPITAL, _SMALL = "A-Z\u00c0-\u00de", "a-z\u00df-\u00ff"
_SHORT = rf"[{_CAPITAL}](?:[{_CAPITAL}{_SMALL}&]{{0,8}}[{_CAPITAL}])[{_SMALL}]?"
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# What stands between the words of an institution's name, and may lend it a letter: "PvdA".
_SMALL_WORDS = frozenset(
    ("van", "voor", "de", "het", "der", "den", "des", "en", "of", "for", "the", "and", "in", "op", "to", "on")
)
_INSTITUTIONAL = frozenset(("voor", "en", "of", "for", "and", "&"))
_ARTICLES = frozenset(("de", "het", "the", "een", "a", "an"))
_FEWEST_INITIALS = 3  # two letters are the initials of half the people in the paper
_MOST_WORDS = 9
_SHORTEST_COMPOUND = 8  # letters of a word that may give more than its first: "Rijksinstituut"
_BACK = 200  # characters before a short form in which its long form is looked for
_CUE = (
    "(?:kortweg|in het kort|afgekort|oftewel|ofwel|ook wel|of|or|in short|for short|short|abbreviated|also|"
    "(?:better )?known as|(?:beter )?bekend als|genaamd|called|de|het|the|as|tot|to)"
)
_QUOTED = "[\"'\u2018\u2019\u201c\u201d]?"
# "Instituut (NIV)", "Instituut (kortweg: NIV)", "Instituut, kortweg NIV", "Institute, or NIV for short".
# Each begins with a sign, which is found at once: what may stand before it was tried at every letter.
_BEHIND = re.compile(rf"(?:\(\s*(?:{_CUE}:?\s+)*|,\s*(?:{_CUE}\s+)+){_QUOTED}({_SHORT}){_QUOTED}(?![^\W_])")
_BEFORE = re.compile(
    rf"(?<![^\W_])({_SHORT})\s*\(\s*+(?:(?:de|het|the|voluit|in full):?\s++)*([^()\n]{{4,120}}?)\s*[,;)]"
)
_SAID = re.compile(rf"(?<![^\W_])(?:{_SHORT})(?![^\W_])")
_ARTICLE = 5  # characters before a name in which its article stands
_PART = rf"[{_CAPITAL}](?=[\w'\u2019-]{{0,60}}[{_SMALL}])[\w'\u2019-]{{0,60}}+"
_BETWEEN = f"(?: (?:{'|'.join(sorted(_SMALL_WORDS))}|&))"
_NAME = re.compile(rf"(?<![^\W_]){_PART}(?:{_BETWEEN}{{0,2}} {_PART}){{1,7}}")


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and a long one, as written; `stated` says that the text gives both."""

    short: str
    long: str
    stated: bool


def acronyms(text: str) -> list[Acronym]:
    """Return the acronyms of a text, each pair once; those that it states come first.

    A name's initials are none by themselves where it is likelier a person's.
    """
    found: dict[tuple[str, str], Acronym] = {}
    for one in (*_stated(text), *_initialled(text)):
        found.setdefault((folded(one.short), folded(one.long)), one)
    return list(found.values())


def named(text: str) -> list[str]:
    """Return the names of a text whose initials may stand for them, each without an article before it."""
    return list(
        dict.fromkeys(
            name for match in _NAME.finditer(text) for name, _ in _names(match, text) if initials(name)
        )
    )


def initials(name: str) -> str:
    """Return the capitals that begin the words of a name; nothing for fewer than three."""
    letters = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return letters if len(letters) >= _FEWEST_INITIALS else ""


def stands_for(short: str, long: Sequence[str]) -> bool:
    """Tell whether the words of a long form give the letters of a short one, each its first at least.

    Small words may give theirs, and of a long word, which may be a compound, letters within count too.
    """
    return _gives(folded(short.replace("&", "")), [folded(word) for word in long])


def _gives(letters: str, words: Sequence[str]) -> bool:
    if not words or not letters:
        return not letters and all(word in _SMALL_WORDS for word in words)
    first, rest = words[0], words[1:]
    if first in _SMALL_WORDS and _gives(letters, rest):
        return True
    if first[0] != letters[0]:
        return False
    most = len(letters) if len(first) >= _SHORTEST_COMPOUND else 1
    return any(
        _in_order(letters[1:count], first[1:]) and _gives(letters[count:], rest)
        for count in range(1, most + 1)
    )


def _in_order(letters: str, word: str) -> bool:
    there = iter(word)
    return all(letter in there for letter in letters)


def _stated(text: str) -> Iterator[Acronym]:
    for match in _BEHIND.finditer(text):
        before = match.start()
        while before and text[before - 1].isspace():
            before -= 1
        long = _long_form(match[1], text[max(0, before - _BACK) : before])
        if long:
            yield Acronym(match[1], long, stated=True)
    for match in _BEFORE.finditer(text):
        if stands_for(match[1], _WORD.findall(match[2])):
            yield Acronym(match[1], match[2], stated=True)


def _long_form(short: str, before: str) -> str:
    """Return the fewest words at the end of `before` that give the letters of `short`; nothing for none."""
    words = list(_WORD.finditer(before))[-_MOST_WORDS:]
    for count in range(1, len(words) + 1):
        taken = words[-count:]
        if taken[0][0] not in _SMALL_WORDS and stands_for(short, [word[0] for word in taken]):
            return before[taken[0].start() : taken[-1].end()]
    return ""


def _initialled(text: str) -> Iterator[Acronym]:
    said = set(_SAID.findall(text))
    for match in _NAME.finditer(text):
        for name, likely in _names(match, text):
            short = initials(name)
            if short and (likely or short in said):
                yield Acronym(short, name, stated=short in said)


def _names(match: re.Match[str], text: str) -> Iterator[tuple[str, bool]]:
    """Return what may be the name in a row of capitals, and whether it is likelier an institution's.

    Its first word may be none of it: "The World Health League", "Volgens Partij voor Groen".
    """
    first, _, rest = match[0].partition(" ")
    has_article = first.lower() in _ARTICLES
    before = text[max(0, match.start() - _ARTICLE) : match.start()].split()[-1:]
    after_article = bool(before) and before[0].lower() in _ARTICLES
    yield match[0], not has_article and (after_article or _is_institutional(match[0]))
    if rest[0].isupper():
        yield rest, has_article


def _is_institutional(name: str) -> bool:
    return not _INSTITUTIONAL.isdisjoint(name.split())
