from __future__ import annotations

import math

import numpy as np
import pytest

from corpus.catalogue.fts5_order import Lengths, Places, Term, found_best


def _plainly(lengths: list[int], terms: list[Places], most: int) -> list[int]:
    """The same by the formula alone, every passage for itself."""
    count, mean = len(lengths), sum(lengths) / len(lengths)
    scores: dict[int, float] = {}
    for term in terms:
        hits = len(term.passages)
        rarity = math.log((count - hits + 0.5) / (hits + 0.5))
        weight = rarity if rarity > 0 else 1e-6
        for passage, times in zip(term.passages.tolist(), term.times.tolist(), strict=True):
            damping = 1.2 * (1 - 0.75 + 0.75 * lengths[passage] / mean)
            scores[passage] = scores.get(passage, 0.0) + weight * ((times * 2.2) / (times + damping))
    ordered = sorted(scores, key=lambda one: (-scores[one], one))
    least = scores[ordered[min(most, len(ordered)) - 1]] if ordered else 0.0
    return [one for one in ordered if scores[one] >= least]


@pytest.mark.parametrize("seed", range(30))
def test_leaving_out_what_common_words_alone_find_changes_no_place(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count, most = 2000, int(chance.integers(1, 60))
    lengths = chance.integers(5, 60, size=count).astype(np.int32)
    shares = chance.choice([0.0, 0.0005, 0.002, 0.01, 0.1, 0.4, 0.7, 0.95], size=6)
    terms = []
    for share in shares:
        held = np.flatnonzero(chance.random(count) < share).astype(np.int32)
        terms.append(Places(held, chance.integers(1, 4, size=len(held)).astype(np.int32)))
    of = Lengths(np.empty(0, np.int32)).with_those(np.arange(count, dtype=np.int32), lengths)
    best = found_best(count, [Term.of(one, of) for one in terms], most)
    assert best.passages == _plainly(lengths.tolist(), terms, most)
    for passage, times in zip(best.passages, best.times.T.tolist(), strict=True):
        by_term = [dict(zip(one.passages.tolist(), one.times.tolist(), strict=True)) for one in terms]
        assert times == [held_by.get(passage, 0) for held_by in by_term]


def test_lengths_are_those_of_the_passages_that_are_left() -> None:
    held = Lengths(np.empty(0, np.int32)).with_those(np.array([2, 5], np.int32), np.array([10, 20], np.int32))
    assert (held.count, held.mean) == (2, 15.0)
    less = held.without([1, 5, 9])
    assert (less.count, less.mean, held.count) == (1, 10.0, 2)
