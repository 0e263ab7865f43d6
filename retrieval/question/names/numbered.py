"""Names with a number in a question, which binds: A2 is not A27, and line 9 is not line 93."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.calendar_names import calendar_names
from corpus.text import folded
from retrieval.language.function_words import FUNCTION_WORDS, LANGUAGES
from retrieval.language.proper_names import CAPITAL

_END = r"(?![.,]?\d)(?![^\W_])"
# "A12", "KL-1234", "A 12": the letters are written alike in every language.
_CODE = re.compile(rf"(?<![^\W_])([^\W\d_]{{1,20}})(-?)(\d+)([^\W\d_]*){_END}")
_SPACED_CODE = re.compile(rf"(?<![^\W_])({CAPITAL}{{1,3}})( )(\d+)(){_END}")
# "line 9", "iPhone 15": a word of its own, which may be another one in the text's language.
_PAIR = re.compile(rf"(?<![^\W_])([^\W\d_]{{2,30}})( )(\d+)(){_END}")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_LONGEST_LETTERS = 3  # before a hyphen: "KL-1234" is a code, "covid-19" and "pre-2020" begin with words
_PLURAL = r"[^\W\d_]{0,3}"
_FURTHER = rf"(?:(?:, | en | and | of | or | & | ?/ ?)\d+{_END})*"  # "lines 9 and 12"
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A name with a number: as `written` in the question, its letters folded, its number, what follows it.

    `at` is where its number stands in the question. `strict` says that the letters are written alike
    everywhere: those of "N201", not those of "line 9".
    """

    written: str
    letters: str
    number: str
    behind: str
    at: int
    strict: bool

    def covers(self, place: int) -> bool:
        """Tell whether a place in the question lies within the name, before its number."""
        return self.at - self.written.index(self.number) <= place < self.at

    def stands(self, text: str) -> bool:
        """Tell whether the name stands in a folded text; where its word does not, the bare number counts."""
        if self.number in self._numbers(text):
            return True
        there = self.number in text and _bare(self.number).search(text) is not None
        return there and not self.excluded(text)

    def excluded(self, text: str) -> bool:
        """Tell whether a folded text cannot be about it: as one that has it with other numbers alone."""
        numbers = self._numbers(text)
        return self.number not in numbers and (self.strict or bool(numbers))

    def put_as_in(self, question: str, text: str) -> str:
        """Return the question with the name as a text has it: "A12" for "A 12"."""
        found = _written(self.letters, self.number, self.behind).search(text) if self.strict else None
        return question.replace(self.written, found[0], 1) if found else question

    def another(self, text: str) -> bool | None:
        """Tell whether a folded stretch names only others of the kind; None where it names none."""
        numbers = self._numbers(text)
        return self.number not in numbers if numbers else None

    def _numbers(self, text: str) -> frozenset[str]:
        if self.letters not in text:
            return frozenset()  # most texts; the expression would try each of their letters
        found = _behind(self.letters, self.behind).finditer(text)
        return frozenset(number for match in found for number in _NUMBER.findall(match[1]))


@lru_cache(maxsize=64)
def numbered(question: str) -> tuple[Numbered, ...]:
    """Return the names with a number in a question, each once, in order."""
    found: dict[int, Numbered] = {}
    for match, strict in _matches(question):
        one = _named(match, strict=strict)
        if one is not None:
            found.setdefault(match.start(3), one)
    return tuple(one for _, one in sorted(found.items()))


def _matches(question: str) -> Iterator[tuple[re.Match[str], bool]]:
    if not any(sign.isdecimal() for sign in question):
        return
    yield from ((match, True) for match in _CODE.finditer(question))
    if not question.isupper():
        yield from ((match, True) for match in _SPACED_CODE.finditer(question) if match.start())
    yield from ((match, False) for match in _PAIR.finditer(question))


def _named(match: re.Match[str], *, strict: bool) -> Numbered | None:
    letters, between, number, behind = (folded(group) for group in match.groups())
    if between and _YEAR.fullmatch(number):
        return None
    if not strict and (letters in FUNCTION_WORDS or letters in _calendar()):
        return None
    of_a_word = between == "-" and len(letters) > _LONGEST_LETTERS
    return Numbered(match[0], letters, number, behind, match.start(3), strict and not of_a_word)


@cache
def _calendar() -> frozenset[str]:
    known = map(calendar_names, LANGUAGES)
    return frozenset(name for one in known for name in (*one.months, *one.short_months, *one.weekdays))


@lru_cache(maxsize=64)
def _behind(letters: str, behind: str) -> re.Pattern[str]:
    ending = _PLURAL if len(letters) > _LONGEST_LETTERS else ""
    number = rf"\d+{re.escape(behind)}{_END}"
    return re.compile(rf"(?<![^\W_]){re.escape(letters)}{ending}[\s-]?({number}{_FURTHER})")


@lru_cache(maxsize=64)
def _written(letters: str, number: str, behind: str) -> re.Pattern[str]:
    name = rf"{re.escape(letters)}[\s-]?{number}{re.escape(behind)}"
    return re.compile(rf"(?<![^\W_]){name}{_END}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _bare(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?<!\d[.,]){number}{_END}")
