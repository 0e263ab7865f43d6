"""Which words translate which in sentence pairs: IBM model 1 both ways, with a preference for the diagonal.

After Brown et al. 1993; the diagonal as in Dyer et al. 2013, "A simple, fast, and effective
reparameterization of IBM Model 2".
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.teacher import folded, words

_ROUNDS = 6
_DIAGONAL = 4.0
_KNOWN = 20.0

Counts = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Links:
    """Every word of a sentence with every word of its translation, one link per element."""

    other: NDArray[np.int64]
    english: NDArray[np.int64]
    other_place: NDArray[np.int64]
    english_place: NDArray[np.int64]
    prior: NDArray[np.float64]


def align(pairs: list[tuple[str, str]], lexicon: Lexicon) -> Counts:
    """Count how often words translate each other.

    Args:
        pairs: (English, other) sentences.
        lexicon: makes known translations likelier from the start.

    Returns:
        Expected counts: other word, then English word; only what both directions agree on.
    """
    other_ids: dict[str, int] = {}
    english_ids: dict[str, int] = {}
    links = _links(pairs, other_ids, english_ids)
    cells, cell = np.unique(links.other * len(english_ids) + links.english, return_inverse=True)
    others, englishes = list(other_ids), list(english_ids)
    columns = [(others[one // len(english_ids)], englishes[one % len(english_ids)]) for one in cells.tolist()]
    known = np.array([1.0 + _KNOWN * _knows(lexicon, *column) for column in columns])
    to_english = _posterior(links, cell, known, links.other, links.english_place)
    to_other = _posterior(links, cell, known, links.english, links.other_place)
    counts = np.bincount(cell, to_english * to_other)
    found: Counts = defaultdict(dict)
    for (other, english), count in zip(columns, counts.tolist(), strict=True):
        if count > 0.1:  # noqa: PLR2004 - below a tenth of one sighting it is noise
            found[other][english] = count
    return dict(found)


def _knows(lexicon: Lexicon, other: str, english: str) -> float:
    return float(other == english or any(folded(one.english) == english for one in lexicon.english(other)))


def _links(pairs: list[tuple[str, str]], other_ids: dict[str, int], english_ids: dict[str, int]) -> Links:
    parts: list[tuple[NDArray[np.int64], ...]] = []
    priors: list[NDArray[np.float64]] = []
    others = englishes = 0
    for english, other in pairs:
        left = [other_ids.setdefault(word, len(other_ids)) for word in words(other)]
        right = [english_ids.setdefault(word, len(english_ids)) for word in words(english)]
        rows, columns = np.indices((len(left), len(right))).reshape(2, -1)
        parts.append((np.array(left)[rows], np.array(right)[columns], rows + others, columns + englishes))
        priors.append(np.exp(-_DIAGONAL * np.abs(rows / len(left) - columns / len(right))))
        others, englishes = others + len(left), englishes + len(right)
    left_ids, right_ids, left_places, right_places = (
        np.concatenate(part) for part in zip(*parts, strict=True)
    )
    return Links(left_ids, right_ids, left_places, right_places, np.concatenate(priors))


def _posterior(
    links: Links,
    cell: NDArray[np.int64],
    known: NDArray[np.float64],
    given: NDArray[np.int64],
    place: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Estimate how likely each link explains the word at `place`, by the words `given` on the other side."""
    cell_given = np.zeros(len(known), np.int64)
    cell_given[cell] = given
    chance = known
    for _ in range(_ROUNDS):
        weights = chance[cell] * links.prior
        weights /= np.bincount(place, weights)[place]
        counts = np.bincount(cell, weights)
        chance = counts / np.bincount(cell_given, counts)[cell_given]
    return weights
