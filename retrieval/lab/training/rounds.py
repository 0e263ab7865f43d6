"""Rounds of training: a mix of examples of every kind, in batches of about one length."""

import random
from collections.abc import Iterator

from retrieval.lab.training.batches import by_length
from retrieval.lab.training.targets import Example

MIX = {
    "pair": 27_000,
    "english-pair": 14_000,
    "passage": 2_600,
    "english-passage": 1_400,
    "swap": 10_000,
    "gloss": 11_000,
    "word": 12_000,
}


def batches(examples: list[Example], tokens: int, seed: int) -> Iterator[list[Example]]:
    """Draw batches without end; each kind is gone through completely before any of it comes again.

    Args:
        examples: of every kind.
        tokens: how many a batch may have, padding included.
        seed: of the draws.
    """
    chance = random.Random(seed)  # noqa: S311 - draws of training data, no secret
    kinds: dict[str, list[Example]] = {kind: [] for kind in MIX}
    for example in examples:
        kinds[example.kind].append(example)
    queues = {kind: _endless(members, chance) for kind, members in kinds.items() if members}
    while True:
        drawn = [next(queue) for kind, queue in queues.items() for _ in range(MIX[kind])]
        found = by_length([len(example.ids) for example in drawn], tokens)
        chance.shuffle(found)
        yield from ([drawn[number] for number in batch] for batch in found)


def _endless(members: list[Example], chance: random.Random) -> Iterator[Example]:
    while True:
        yield from chance.sample(members, len(members))
