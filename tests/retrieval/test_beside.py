"""Texts and passages are computed beside each other, never more at once than there are cores for it."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Span
from corpus.vector_space import Model
from retrieval.errors import ModelUnavailable
from retrieval.models.beside import Beside
from retrieval.models.bundled_embedder import FOLDER
from retrieval.models.onnx_embedding import OnnxEmbedder
from retrieval.models.reader import FOLDER as READER
from retrieval.models.reader import OnnxReader
from retrieval.models.readings import Passage

TEXTS = [
    "Hoe lang is de brug?",
    "The bridge is 412 metres long. " * 8,
    "Kort.",
    "De brug gaat in mei open. " * 5,
]


class Counted:
    """Counts how many compute at once."""

    def __init__(self) -> None:
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()

    def __call__(self, item: int) -> tuple[int, str]:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.01)
        with self._lock:
            self._now -= 1
        return item, threading.current_thread().name


def test_many_who_ask_at_once_compute_no_more_at_once_than_there_are_threads() -> None:
    counted, beside = Counted(), Beside(2)
    with ThreadPoolExecutor(6) as askers:
        given = list(askers.map(lambda _: list(beside.map(counted, range(4))), range(6)))
    assert [[item for item, _ in one] for one in given] == [[0, 1, 2, 3]] * 6
    assert counted.most == 2
    assert len({thread for one in given for _, thread in one}) == 2


def test_one_alone_is_computed_by_who_asks() -> None:
    mine = threading.current_thread().name
    assert list(Beside(2).map(Counted(), [7])) == [(7, mine)]
    assert list(Beside(1).map(Counted(), [1, 2])) == [(1, mine), (2, mine)]


def test_asking_again_and_again_begins_no_further_thread() -> None:
    embedder = OnnxEmbedder(Model("m", "r", 384), FOLDER, threads=2)
    embedder.embed(TEXTS)
    before = threading.active_count()
    for _ in range(5):
        embedder.embed(TEXTS)
    assert threading.active_count() == before


def test_vectors_are_the_same_to_the_bit_however_many_are_computed_at_once() -> None:
    alone = OnnxEmbedder(Model("m", "r", 384), FOLDER, threads=1)
    together = OnnxEmbedder(Model("m", "r", 384), FOLDER, threads=2)
    wanted = np.concatenate([alone.embed([one]) for one in TEXTS])
    with ThreadPoolExecutor(4) as askers:
        for given in askers.map(lambda _: together.embed(TEXTS), range(8)):
            assert np.array_equal(given, wanted)


def test_readings_are_the_same_to_the_bit_however_many_are_read_at_once() -> None:
    passages = [Passage("The bridge", one, (Span(0, len(one)),)) for one in TEXTS]
    alone, together = OnnxReader(READER, threads=1), OnnxReader(READER, threads=2)
    wanted = [alone.read("How long is the bridge?", [one])[0] for one in passages]
    with ThreadPoolExecutor(4) as askers:
        for given in askers.map(lambda _: together.read("How long is the bridge?", passages), range(8)):
            assert given == wanted


def test_a_model_that_cannot_be_loaded_says_so_to_everyone_who_asks(tmp_path: Path) -> None:
    damaged = OnnxReader(tmp_path, threads=2)
    for _ in range(2):
        with pytest.raises(ModelUnavailable, match="install newsdesk again"):
            damaged.read("Who?", [Passage("", "Nobody.", ())] * 2)
