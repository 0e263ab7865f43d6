"""txtai as a contestant, as its documentation does it: paragraphs, in a hybrid index with their content."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from txtai import Embeddings
from txtai.pipeline import Segmentation

from tests.benchmarks.peers.serving import Found, K, run, texts_of


class Txtai:
    """A hybrid index, of vectors and of words, over the paragraphs of articles."""

    threads = 1  # more share a cursor of SQLite and fail: "Recursive use of cursors not allowed"
    longest = 0

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = str(folder)
        self._embeddings: Any = Embeddings(path=str(model), hybrid=True, content=True)
        self._rows: list[dict[str, str]] = []

    def read(self, file: Path) -> Found:
        return texts_of(file)

    def load(self) -> None:
        self._embeddings.transform("warm")
        self.longest = self._embeddings.model.model.maxlength

    def add(self, articles: Sequence[tuple[str, str]]) -> None:
        segments = Segmentation(paragraphs=True)
        parted = [(url, segments(text)) for url, text in articles]
        self._rows = [
            {"id": f"{url} {number}", "text": text}
            for url, texts in parted
            for number, text in enumerate(texts)
        ]
        self._embeddings.index(self._rows)
        self._embeddings.save(self._folder)

    def pieces(self) -> Found:
        return [(_url(row["id"]), row["text"]) for row in self._rows]

    def embed(self, texts: list[str]) -> None:
        self._embeddings.batchtransform(texts)

    def open(self) -> None:
        self._embeddings.load(self._folder)

    def search(self, question: str) -> Found:
        return [(_url(one["id"]), one["text"]) for one in self._embeddings.search(question, K)]


def _url(name: str) -> str:
    return name.rpartition(" ")[0]


if __name__ == "__main__":
    run(Txtai, sys.argv[1:])
