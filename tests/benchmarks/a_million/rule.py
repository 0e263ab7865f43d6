"""Passages, questions and their vectors by rule: as many as one likes, the same ones every time."""

from __future__ import annotations

import datetime
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.vector_space import Matrix, Model
from retrieval.language.function_words import FUNCTION_WORDS
from tests.benchmarks.side_by_side.made_articles import place

DIMENSIONS = 384
_VOCABULARY = 300_000  # words, of which the commonest are the function words of English and Dutch
_WORDS = 28  # of a passage, beside the name of its story
_STORY = 20  # passages about the same
_GUILDS = 50  # servers with articles of their own, one in ten of all
_OUTLETS = 40
_FIRST = datetime.date(2016, 1, 1).toordinal()
_NAME = re.compile(r"\b[A-Z][a-z]{5,}\b")


class MadeEmbedder:
    """No model: texts of one story lie near one another because a rule says so, and it takes no time.

    A story is known by the first name in a text. Its centre and the spread around it are drawn from a
    generator that the name and the text seed; the spread falls off over the dimensions, as that of
    embeddings does.
    """

    def __init__(self, revision: str = "1") -> None:
        self._revision = revision

    @property
    def identity(self) -> Model:
        return Model("vectors made by rule, no model", self._revision, DIMENSIONS)

    def load(self) -> None:
        """There is nothing to load."""

    def embed(self, texts: Sequence[str]) -> Matrix:
        made = np.empty((len(texts), DIMENSIONS), np.float32)
        for row, text in zip(made, texts, strict=True):
            name = _NAME.search(text)
            row[:] = _drawn(name[0] if name else text) + 0.6 * _drawn(text)
        made *= _SPREAD
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made


_SPREAD = np.arange(1, DIMENSIONS + 1, dtype=np.float32) ** np.float32(-0.6)


def _drawn(seed: str) -> npt.NDArray[np.float32]:
    generator = np.random.Generator(np.random.SFC64(zlib.crc32(seed.encode())))
    return generator.standard_normal(DIMENSIONS, np.float32)


def passages(first: int, count: int) -> Iterator[tuple[str | None, Draft]]:
    """Yield short articles of one passage, by number, each with its guild; None: everybody's."""
    chance = np.random.default_rng([1, first])
    drawn = _words()[_ranks(chance, (count, _WORDS))]
    for number, words in enumerate(drawn.tolist(), first):
        guild = str(1000 + number // 10 % _GUILDS) if number % 10 == 0 else None
        day = datetime.date.fromordinal(_FIRST + number * 7919 % 3900)
        text = f"{story(number)} {' '.join(words[:14])}. {' '.join(words[14:]).capitalize()} {number}."
        yield (
            guild,
            Draft(
                text,
                "made",
                url=f"https://made.example/{number}",
                title=f"{story(number)} {words[0]} {words[-1]}",
                outlet=f"Outlet {number % _OUTLETS}",
                published=PartialDate.parse(day.isoformat()),
                language="en",
            ),
        )


def story(number: int) -> str:
    """Return the name of the story of a passage."""
    return place(number // _STORY)


def questions(count: int, size: int, seed: int) -> list[str]:
    """Return questions about stories among the first `size` passages, in words as frequent as in them."""
    chance = np.random.default_rng([2, seed])
    drawn = _words()[_ranks(chance, (count, 5))].tolist()
    about = chance.integers(size, size=count).tolist()
    return [
        f"What did {story(number)} say of the {words[0]} and the {' '.join(words[1:])}?"
        for number, words in zip(about, drawn, strict=True)
    ]


def _ranks(chance: np.random.Generator, shape: tuple[int, int]) -> npt.NDArray[np.intp]:
    """Draw words by rank as a newspaper has them: the frequency falls as one by the rank."""
    return np.searchsorted(_shares(), chance.random(shape))


@cache
def _shares() -> npt.NDArray[np.float64]:
    falling = 1 / (np.arange(_VOCABULARY) + 2.0)
    summed: npt.NDArray[np.float64] = np.cumsum(falling / falling.sum())
    summed[-1] = 1.0
    return summed


@cache
def _words() -> npt.NDArray[np.object_]:
    common = sorted(FUNCTION_WORDS)
    rest = [place(5_000_000 + number).lower() for number in range(_VOCABULARY - len(common))]
    return np.array([*common, *rest], dtype=object)
