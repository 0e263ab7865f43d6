"""Keeping what is learnt from apart from what is held out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from retrieval.lab.training.utterances.messages import Message, plain, runs


def apart(learnt: Iterable[Message], held_out: Sequence[Message]) -> list[Message]:
    """Return the messages that are like none held out.

    Alike are two that differ in capitals and signs alone, or where more than half of the runs of four words
    of the one held out stand in the other.
    """
    same = {plain(one.text) for one in held_out}
    standing = defaultdict(list)
    for one in held_out:
        for run in runs(one.text):
            standing[run].append(one.text)

    def alike(text: str) -> bool:
        shared = [held for run in runs(text) for held in standing.get(run, ())]
        return plain(text) in same or any(shared.count(held) * 2 > len(runs(held)) for held in shared)

    return [one for one in learnt if not alike(one.text)]
