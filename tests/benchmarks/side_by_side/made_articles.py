"""Articles by rule: as many as one likes, each so short that it is one passage for everybody."""

from __future__ import annotations

from random import Random

from corpus.article import Draft
from corpus.sentences import sentences
from retrieval.lab.evaluating.questions import Asked
from tests.benchmarks.side_by_side.material import QUESTIONS, SAMPLES, Material, material

_SYLLABLES = tuple(f"{one}{other}" for one in "bdfgklmnprstvw" for other in ("a", "el", "i", "on", "ur"))
_WORKS = ("bridge", "library", "swimming pool", "tram depot", "town hall", "pumping station", "school")
_FULL, _MOST = 80, 110  # words; newsdesk parts beyond 160, LangChain at 1,000 characters
_CHARACTERS = 950


def made(count: int, asked: int) -> Material:
    """Return `count` articles in English, and as many questions as asked, evenly over them.

    Each opens with a fact of its own, which one question asks for, and goes on with sentences of the sample
    articles: so words are as frequent as in a newspaper.
    """
    said = _sentences()
    random = Random(count)  # noqa: S311 - the same articles every time
    articles = tuple(_article(number, said, random) for number in range(count))
    every = max(count // asked, 1)
    return Material(articles, tuple(_question(number) for number in range(0, count, every))[:asked])


def place(number: int) -> str:
    """Return a name of four syllables that no other number has."""
    parts = [
        _SYLLABLES[(number * 7919 + 13) // len(_SYLLABLES) ** power % len(_SYLLABLES)] for power in range(4)
    ]
    return "".join(parts).capitalize()


def _article(number: int, said: list[str], random: Random) -> Draft:
    text = f"{place(number)} will spend {_amount(number)} million euros on a new {_work(number)}."
    while len(text.split()) < _FULL and len(text) < _CHARACTERS - 150:
        longer = f"{text} {random.choice(said)}"
        if len(longer.split()) <= _MOST and len(longer) <= _CHARACTERS:
            text = longer
    return Draft(text, "made", url=_url(number), language="en")


def _question(number: int) -> Asked:
    return Asked(
        f"How much will {place(number)} spend on its new {_work(number)}?",
        frozenset({_url(number)}),
        (f"{_amount(number)} million euros",),
    )


def _url(number: int) -> str:
    return f"https://made.example/{number}"


def _work(number: int) -> str:
    return _WORKS[number % len(_WORKS)]


def _amount(number: int) -> int:
    return 12 + number * 31 % 880


def _sentences() -> list[str]:
    drafts = [one for one in material(SAMPLES, QUESTIONS).articles if one.language == "en"]
    return [span.of(one.text) for one in drafts for span in sentences(one.text, "en")]
