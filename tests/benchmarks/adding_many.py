"""What storing an article costs as the corpus grows to 100,000 passages: the first tenth beside the last.

Run with `python -m tests.benchmarks.adding_many [COUNT]`. The embedding, which takes as long for the last
article as for the first, is left out: a stand-in makes vectors by rule. What is measured is all the rest:
cutting, the catalogue with its word index, and Chroma, brought up to date after every tenth as a bot that
follows does after every change. Articles are those of `make bench`, each one passage.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zlib
from collections.abc import Sequence

import numpy as np

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.vector_space import Matrix, Model
from retrieval.curating.curator import Curator
from tests.benchmarks.processor import processor
from tests.benchmarks.side_by_side.made_articles import made

COUNT = 100_000
TENTHS = 10


class VectorsByRule:
    """Stands in for the embedder: unit vectors that follow from the texts and mean nothing."""

    identity = Model("vectors by rule", "1", 384)

    def load(self) -> None:
        """Load nothing."""

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors, shape (len(texts), dimensions), each drawn by its text alone."""
        drawn = [np.random.default_rng(zlib.crc32(text.encode())) for text in texts]
        vectors = [one.standard_normal(self.identity.dimensions, dtype=np.float32) for one in drawn]
        return np.array([one / np.linalg.norm(one) for one in vectors], dtype=np.float32)


def main(count: int) -> None:
    """Measure and print one table."""
    articles = made(count, 1).articles
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(settings_from({"NEWSDESK_HOME": home, "DATABASE_URL": ""}))
        curator = Curator(desk.catalogue, VectorsByRule(), desk.now)
        desk.opened_index.bring_up_to_date()
        print(processor())  # noqa: T201 - a report
        print("passages  ms an article stored  CPU  ms in Chroma")  # noqa: T201 - a report
        size = count // TENTHS
        for tenth in range(TENTHS):
            started, worked = time.perf_counter(), time.process_time()
            for _ in curator.add(articles[tenth * size : (tenth + 1) * size], "benchmark"):
                pass
            stored, work = time.perf_counter() - started, time.process_time() - worked
            desk.opened_index.bring_up_to_date()
            indexed = time.perf_counter() - started - stored
            each = [1000 * seconds / size for seconds in (stored, work, indexed)]
            print("{:8,}  {:20.2f}  {:3.2f}  {:12.2f}".format((tenth + 1) * size, *each), flush=True)  # noqa: T201
        desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else COUNT)
