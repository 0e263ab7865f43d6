"""The value of a point of a timeline as readers write it: a figure and what it is counted per, or words."""

from bot.bilingual import Bilingual, Words, each
from retrieval.figures.writing import written
from retrieval.timeline.points import Point


class _RateWords(Words):
    """One language's words for what a value is counted per."""

    per = each(
        {
            "hour": ("per hour", "per uur"),
            "day": ("per day", "per dag"),
            "week": ("per week", "per week"),
            "month": ("per month", "per maand"),
            "year": ("per year", "per jaar"),
            "person": ("per person", "per persoon"),
            "piece": ("apiece", "per stuk"),
        }
    )


_RATES = Bilingual(_RateWords)


def value_of(point: Point, language: str | None) -> str:
    """Return a value as one writes it in Dutch (`nl`), or in English for readers of any other language.

    Where the question asks for no figure these are the words that answer.
    """
    if point.figure is None:
        return point.words
    told = written(point.figure, language)
    if point.rate is None:
        return told
    return f"{told} {_RATES.of(language).per.get(point.rate, f'per {point.rate}')}"
