"""However the corpus is changed, words and Chroma are what a rebuild from scratch would give."""

import random
from collections.abc import Callable

import pytest

from bot.assembly import Desk
from corpus.catalogue import articles, integrity, journal
from corpus.errors import ArticleNotFound, ChangeNotUndoable
from tests.conftest import OpenDesk
from tests.storage.newsroom import add, article, assert_index_agrees, assert_words_agree

WORDS = [
    "tekenbonus",
    "soldaat",
    "euro",
    "miljoen",
    "brug",
    "café",
    "oekraïne",
    "1,9",
    "4.700",
    "payments",
    "ﷺ",
]


def written(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 8))) + "."


def add_some(desk: Desk, chance: random.Random) -> None:
    drafts = [
        article(
            written(chance),
            url=f"https://example.org/{chance.randint(1, 6)}" if chance.random() < 0.8 else None,
            title=written(chance) if chance.random() < 0.5 else None,
            language=chance.choice(["nl", "en", None]),
        )
        for _ in range(chance.randint(1, 3))
    ]
    add(desk, *drafts, guild=chance.choice([None, None, "1001"]))


def remove_one(desk: Desk, chance: random.Random) -> None:
    with desk.catalogue.reading() as connection:
        live = articles.every(connection)
    if live:
        desk.curator.remove([chance.choice(live).id], "a tester")


def undo_one(desk: Desk, chance: random.Random) -> None:
    with desk.catalogue.reading() as connection:
        newest = journal.latest(connection)
    desk.curator.undo(chance.choice([None, chance.randint(1, newest + 1)]), "a tester")


STEPS: list[Callable[[Desk, random.Random], None]] = [add_some, add_some, remove_one, undo_one, undo_one]


@pytest.mark.parametrize("seed", range(2))
def test_any_changes_leave_every_index_as_if_made_from_scratch(
    open_desk: OpenDesk, database: str, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a walk that can be repeated
    desk = open_desk(DATABASE_URL=database)
    add_some(desk, chance)
    assert desk.chroma is not None
    for _ in range(8):
        for _ in range(3):
            try:
                chance.choice(STEPS)(desk, chance)
            except (ArticleNotFound, ChangeNotUndoable):
                continue
        assert_words_agree(desk.catalogue)
        desk.chroma.synchronise()
        assert_index_agrees(desk)
        with desk.catalogue.reading() as connection:
            assert integrity.faults(connection) == []
