"""The forms in which a question names a period, as patterns of one language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.calendar_names import calendar_names
from retrieval.question.dates.dutch_time_words import DUTCH
from retrieval.question.dates.english_time_words import ENGLISH
from retrieval.question.dates.time_words import Vocabulary

VOCABULARIES = {"en": ENGLISH, "nl": DUTCH}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,/-]\d)"
_QUARTER = "(?:quarter|kwartaal)"
_DAY = r"(?P<day>[0-3]?\d)"
_NUMERIC = r"(?P<numeric>\d{4}-\d\d(?:-\d\d)?|\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{4})(?![\d%]|[.,/-]\d)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language.

    `forms` find periods by name, the longer forms first. `relation` finds, at the end of what stands
    before a period, the words that relate the question to it, each relation in a group of its name; `alone`
    finds words such as "early", which need none. `joined` is all that stands between two periods of one
    relation; its group `to` tells that they are the ends of one.
    """

    vocabulary: Vocabulary
    forms: tuple[tuple[str, re.Pattern[str]], ...]
    relation: re.Pattern[str]
    alone: re.Pattern[str]
    joined: re.Pattern[str]


@lru_cache
def grammar(language: str) -> Grammar:
    """Return the grammar of `nl` or `en`."""
    said = VOCABULARIES[language]
    forms = {**_relative(said), **_absolute(said, language)}
    relations = "|".join(f"(?P<{one.name}>{words})" for one, words in said.relations.items())
    fillers = rf"(?:(?:{said.fillers})\s+)*"
    return Grammar(
        vocabulary=said,
        forms=tuple((name, _pattern(rf"(?<![\w-]){form}(?!\w)")) for name, form in forms.items()),
        relation=_pattern(rf"(?<![\w-])(?:{relations})\s+{fillers}$"),
        alone=_pattern(rf"(?<![\w-])(?:{said.alone})[\s-]+$"),
        joined=_pattern(rf"\s*(?:{said.joining}|(?P<to>{said.to}|[-\u2013]))\s*{fillers}"),
    )


def _relative(said: Vocabulary) -> dict[str, str]:
    unit, several, number = (
        _any(said.units),
        _any(said.several),
        rf"(?P<count>\d{{1,3}}|{_any(said.numbers)})",
    )
    one_or_more = f"(?P<unit>{several}|{unit})"
    return {
        "days": f"(?P<word>{_any(said.days)})",
        "ago": rf"{number}\s+{one_or_more}\s+(?:{said.ago})",
        "several": rf"(?:{said.recent})\s+(?:{number}\s+{one_or_more}|(?P<many>{several}))",
        "unit": rf"{_which(said)}\s+(?P<unit>{unit})(?!\s+{said.of}\b)",
        "season": rf"{_which(said)}\s+(?P<season>{_any(said.seasons)})",
    }


def _absolute(said: Vocabulary, language: str) -> dict[str, str]:
    names = calendar_names(language)
    whole, short = _any(names.months), rf"(?:{_any(names.short_months)})\.?"
    month = f"(?P<month>{whole}|{short})"
    ordinal = rf"(?:{said.ordinal})?"
    since = rf"(?:(?P<since>[0-3]?\d){ordinal}\s*(?:{said.to}|{said.joining}|[-\u2013])\s*)?"
    day = rf"{_DAY}{ordinal}"
    return {
        "numeric": _NUMERIC,
        "day_month": rf"(?<![.,\d]){since}{day}\s+(?:of\s+)?{month}(?:,?\s+{_YEAR})?",
        "month_day": rf"(?<!\bin ){month}\s+{day}(?:,?\s+{_YEAR})?"
        if language == "en"
        else r"(?P<month>\b\B)(?P<year>)",
        "month_year": rf"{month},?\s+(?:{said.of}\s+)?{_YEAR}",
        "which_month": rf"{_which(said)}\s+(?P<month>{whole})",
        "quarter_year": rf"(?:Q(?P<quarter>[1-4])|(?P<rank>{_any(said.ranks)})\s+{_QUARTER})"
        rf",?\s+(?:{said.of}\s+)?{_YEAR}",
        "season_year": rf"(?P<season>{_any(said.seasons)})\s+(?:{said.of}\s+)?{_YEAR}",
        "month": f"(?P<month>{whole})",
        "year": _YEAR,
        "which_weekday": rf"{_which(said)}\s+(?P<weekday>{_any(names.weekdays)})",
        "weekday": f"(?P<weekday>{_any(names.weekdays)})",
    }


def _which(said: Vocabulary) -> str:
    return f"(?:(?P<last>{said.last})|(?P<past>{said.past})|(?P<this>{said.this})|(?P<next>{said.next}))"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)
