"""`kill -9` while articles are added: what was reported as added is there, and the store opens by itself."""

import random
import time
from pathlib import Path

import pytest

from corpus.catalogue import integrity
from tests.conftest import OpenDesk
from tests.storage.newsroom import assert_chroma_agrees, assert_words_agree, live_ids
from tests.storage.processes import Beside, add_without_end


def survives(open_desk: OpenDesk, home: Path, rounds: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments that can be tried again
    reported: set[str] = set()
    for number in range(rounds):
        adding = Beside(add_without_end, home, f"ronde-{number}")
        reported.add(adding.hears())
        time.sleep(chance.uniform(0, 1.5))
        reported |= set(adding.killed())
        desk = open_desk(long_running=True)
        assert desk.chroma is not None
        assert reported <= live_ids(desk.catalogue)
        with desk.catalogue.reading() as connection:
            assert integrity.faults(connection) == []
        assert_words_agree(desk.catalogue)
        assert_chroma_agrees(desk.catalogue, home / "chroma")
        desk.close()
    assert len(reported) >= rounds


def test_articles_reported_as_added_survive_kills_at_random_moments(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    survives(open_desk, tmp_path, rounds=4, seed=1)


@pytest.mark.torture
@pytest.mark.parametrize("seed", [2, 3])
def test_articles_reported_as_added_survive_twenty_kills(
    open_desk: OpenDesk, tmp_path: Path, seed: int
) -> None:
    survives(open_desk, tmp_path, rounds=20, seed=seed)
