"""Passages made of sentences: neighbours in meaning, or any of one source, joined until long enough."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.lab.training.pairs import Pair

_NEIGHBOURS = 40
_BLOCK = 1024
_CLOSING = "\"'\u201d\u2019)"
_MOST_SENTENCES = 10


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many words a passage may have: a length between the two is drawn for each."""

    shortest: int = 20
    longest: int = 130


def joined(
    pairs: list[Pair], vectors: NDArray[np.float16], count: int, lengths: Lengths, seed: int
) -> list[Pair]:
    """Join sentence pairs into passage pairs.

    Half of the passages stay with one topic: their sentences are near the first one in the teacher's space.
    The others are of any sentences of one source. Both languages keep the sentences in the same order.

    Args:
        pairs: sentences with their translations.
        vectors: the teacher's vectors of the English sentences, in the same order.
        count: how many passages to make.
        lengths: how long they may be.
        seed: of the draws.
    """
    chance = random.Random(seed)  # noqa: S311 - draws of training data, no secret
    starts = [chance.randrange(len(pairs)) for _ in range(count)]
    near = _neighbours(starts, vectors)
    groups: dict[tuple[str, str], list[int]] = {}
    for number, pair in enumerate(pairs):
        groups.setdefault((pair.language, pair.source), []).append(number)
    passages: list[Pair] = []
    for turn, start in enumerate(starts):
        first = pairs[start]
        group = groups[first.language, first.source]
        others = near[turn].tolist() if turn % 2 else chance.sample(group, min(len(group), _NEIGHBOURS))
        usable = [one for one in others if pairs[one].language == first.language and one != start]
        chance.shuffle(usable)
        passages.append(
            _join([first, *(pairs[one] for one in usable)], chance.randint(lengths.shortest, lengths.longest))
        )
    return passages


def _join(sentences: list[Pair], words: int) -> Pair:
    kept: list[Pair] = []
    for sentence in sentences[:_MOST_SENTENCES]:
        kept.append(sentence)
        words -= len(sentence.english.split())
        if words <= 0:
            break
    english = " ".join(_ended(one.english) for one in kept)
    other = " ".join(_ended(one.other) for one in kept)
    return Pair(english, other, kept[0].language, kept[0].source)


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip(_CLOSING)[-1:] in {".", "!", "?", ":"} else f"{sentence}."


def _neighbours(starts: list[int], vectors: NDArray[np.float16]) -> NDArray[np.int64]:
    table = vectors.astype(np.float32)
    blocks = [starts[place : place + _BLOCK] for place in range(0, len(starts), _BLOCK)]
    return np.concatenate(
        [np.argpartition(-(table[block] @ table.T), _NEIGHBOURS, axis=1)[:, :_NEIGHBOURS] for block in blocks]
    )
